"""Claims: figures that other figures of the same story let a reader recompute.

For each figure every kind of sum proposes the readings that the wording allows, each with how firmly it is tied to
the figure. The firmest readings decide: where one of them agrees the claim is consistent; where none does, the figure
is accused only if the tie is tight, or near and without rival. In doubt there is no claim.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace

from starproof.core.facts import Claim, Quantity
from starproof.core.text import Span
from starproof.extract.sums.aims import aimed, aims
from starproof.extract.sums.changes import changes
from starproof.extract.sums.dates import moments
from starproof.extract.sums.differences import differences
from starproof.extract.sums.figures import Figure, telling
from starproof.extract.sums.lengths import lengths
from starproof.extract.sums.multiples import multiples
from starproof.extract.sums.pairs import Pair, pairs
from starproof.extract.sums.reading import LOOSE, NEAR, TIGHT, Reading, agrees
from starproof.extract.sums.scene import Scene, targets
from starproof.extract.sums.shares import shares
from starproof.extract.sums.totals import totals
from starproof.extract.sums.weighing import NOT_WEIGHED, Weighed, weigh
from starproof.extract.sums.yearly import yearly

ACCUSE, CONFIRM = 0.88, 0.1
"""How likely a wrong sum must be to be said, and a right one to be shown."""
_DOUBT, _SECOND = 0.05, 0.2
"""Above ``_DOUBT`` for a right sum there is no accusation; ``_SECOND`` suffices where the wording names the sum too."""

MOST_WEIGHED = 150
"""Figures of one text that are weighed; more than anybody tells in an answer. Past them only wording counts."""
_BOUNDS = ("less than", "more than", "at least", "at most", "fewer than", "up to")
_BOUND = frozenset(_BOUNDS)
_GOES_ON = tuple((word,) for word in ("that", "that's", "this", "it's", "so", "which", "thus"))
KINDS: tuple[Callable[[Scene, int], Iterator[Reading]], ...] = (
    aims, lengths, changes, multiples, shares, yearly, differences, totals,
)  # fmt: skip


def claims(text: str, figures: Sequence[Quantity], sentences: Sequence[Span]) -> tuple[Claim, ...]:
    """Every derived figure whose operands stand in the story, recomputed, in text order.

    ``figures`` are the story's quantities; a claim's ``quantity`` and ``operands`` index into them. ``computed`` is in
    the unit of ``stated`` and rounded to one decimal.
    """
    story = telling(text, figures, sentences)
    told = pairs(story)
    scene = Scene(story, told, targets=targets(story, told), moments=moments(text))
    found: list[Claim] = []
    by_index = {figure.index: figure for figure in story.figures}
    for figure in story.figures:
        worded = judged(figure, _readings(scene, figure))
        chosen = _decided(figure, worded, _weighed(scene, figure, worded, by_index))
        if chosen is not None:
            scene.derived[figure.index] = _pair(chosen, by_index)
            found.append(chosen)
    return tuple(found)


def _weighed(scene: Scene, figure: Figure, told: Claim | None, by_index: Mapping[int, Figure]) -> Weighed:
    """What the weights say, as far as it matters beside what the wording names."""
    if figure.place >= MOST_WEIGHED or (told is not None and told.kind == "duration"):
        return NOT_WEIGHED
    if _same_subject(figure) or (told is not None and told.verdict == "inconsistent"):
        return weigh(scene, figure, by_index)
    return weigh(scene, figure, by_index, least=CONFIRM) if told is None else NOT_WEIGHED


def _readings(scene: Scene, figure: Figure) -> list[Reading]:
    """All readings; those that compete with a named target, or with the figure's own part in a pair, are loose."""
    found = [reading for kind in KINDS for reading in kind(scene, figure.place)]
    tied = figure.tied
    if _BOUND.intersection([" ".join(figure.before[-2:])]) or figure.quantity.text.lower().startswith(_BOUNDS):
        return []
    if not tied.strong and (scene.in_pair(figure) or not (tied.pause or scene.cues(figure.place) or aimed(figure))):
        return [reading for reading in found if reading.tie > LOOSE and not scene.in_pair(figure)]
    if scene.in_pair(figure):
        return [replace(reading, tie=LOOSE) for reading in found]
    if aimed(figure):
        return [r if r.kind in ("versus_target", "duration") else replace(r, tie=LOOSE) for r in found]
    return found


def _decided(figure: Figure, told: Claim | None, weighed: Weighed) -> Claim | None:
    """What the wording names and what the weights say, together; an accusation needs the weights behind it."""
    if told is not None and told.kind == "duration":
        return told
    doubt = weighed.right_share
    same_subject = _same_subject(figure)
    if same_subject and weighed.wrong is not None and weighed.wrong_share > ACCUSE and doubt < _DOUBT:
        # Both accuse: the sum that the wording names, such as "better than the target", is the one to show.
        named = told is not None and told.verdict == "inconsistent"
        return told if named else _claim(figure, weighed.wrong, right=False)
    if told is not None and told.verdict == "consistent":
        return told
    new_change = told is not None and told.kind == "relative_change" and not same_subject
    if told is not None and not new_change and weighed.wrong_share > _SECOND and doubt < _SECOND:
        return told
    if weighed.right is not None and weighed.right_share > CONFIRM:
        return _claim(figure, weighed.right, right=True)
    return None


def _same_subject(figure: Figure) -> bool:
    """Whether no new clause begins just before a figure: "and that's" goes on, "and the basket" does not."""
    last = figure.before[-6:]
    opened = any(word == "and" and last[at + 1 : at + 2] not in _GOES_ON for at, word in enumerate(last))
    return figure.tied.plain and not opened


def _pair(claim: Claim, by_index: Mapping[int, Figure]) -> Pair | None:
    if claim.kind not in ("relative_change", "multiple", "difference") or len(claim.operands) != 2:
        return None
    first, last = (by_index[index] for index in claim.operands)
    return Pair(first, last, first.value, last.value, sure=True)


def judged(figure: Figure, readings: Sequence[Reading]) -> Claim | None:
    """The claim that the readings of one figure amount to, or ``None`` where they leave doubt."""
    for tie in (TIGHT, NEAR, LOOSE):
        level = [reading for reading in readings if reading.tie == tie]
        agreed = next((reading for reading in level if agrees(figure.quantity, reading)), None)
        if agreed is not None:
            return _claim(figure, agreed, right=True)
        level = [reading for reading in level if sane(reading)]
        if level and tie == TIGHT:
            return _claim(figure, level[0], right=False)
        if level and tie == NEAR and len({reading.operands for reading in level}) == 1:
            loose = [reading for reading in readings if reading.tie == LOOSE]
            agreed = next((reading for reading in loose if agrees(figure.quantity, reading)), None)
            return _claim(figure, agreed, right=True) if agreed else _claim(figure, level[0], right=False)
    return None


def sane(reading: Reading) -> bool:
    """Whether the two are close enough to be one sum done wrong and not two different things.

    Near each other, a decimal place apart, or percent told for points.
    """
    if reading.computed <= 0 or reading.stated <= 0:
        return False
    ratio = reading.stated / reading.computed
    if 1 / 2.5 <= ratio <= 2.5:
        return True
    if reading.kind == "share" and any(0.8 <= ratio * ten <= 1.25 for ten in (0.1, 10.0)):
        return True
    return any(abs(slip - reading.stated) <= 1 for slip in reading.slips)


def _claim(figure: Figure, reading: Reading, *, right: bool) -> Claim:
    return Claim(
        span=figure.quantity.span,
        text=figure.quantity.text,
        kind=reading.kind,
        stated=reading.stated,
        computed=round(reading.computed, 1),
        verdict="consistent" if right else "inconsistent",
        operands=reading.operands,
        explanation=reading.sum(),
        quantity=figure.index,
    )
