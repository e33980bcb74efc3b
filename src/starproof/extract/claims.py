"""Claims: figures that other figures of the same story let a reader recompute.

For each figure every kind of sum proposes the readings that the wording names, each with how firmly it is tied to the
figure. They are weighed with all other sums over the figures around it: a sum that does not come out as stated is said
only where it is likely by far, and nothing else comes out. In doubt there is no claim.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from starproof.core.facts import Claim, Quantity
from starproof.core.keeping import Shelf
from starproof.core.text import Span
from starproof.extract.sums.doubts.bars import least_share
from starproof.extract.sums.doubts.changed import no_right_one
from starproof.extract.sums.doubts.outright import outright
from starproof.extract.sums.doubts.raised import given, of_one_pair, out_of_place
from starproof.extract.sums.doubts.senseless import within_a_digit
from starproof.extract.sums.doubts.unmeant import listed, unmeant
from starproof.extract.sums.kinds.aims import aimed, aims
from starproof.extract.sums.kinds.changes import changes
from starproof.extract.sums.kinds.differences import differences, leaves_rest
from starproof.extract.sums.kinds.lengths import lengths
from starproof.extract.sums.kinds.means import means
from starproof.extract.sums.kinds.multiples import is_factor, multiples
from starproof.extract.sums.kinds.planned import off_plan
from starproof.extract.sums.kinds.restated import restated
from starproof.extract.sums.kinds.shares import shares
from starproof.extract.sums.kinds.totals import totals
from starproof.extract.sums.kinds.yearly import yearly
from starproof.extract.sums.remembering import Memory
from starproof.extract.sums.story.dates import moments
from starproof.extract.sums.story.figures import Figure, Telling, telling
from starproof.extract.sums.story.goals import targets
from starproof.extract.sums.story.pairs import Pair, pairs
from starproof.extract.sums.story.reading import LOOSE, NEAR, NEARLY, TIGHT, Reading, agrees, sane
from starproof.extract.sums.story.scene import Scene
from starproof.extract.sums.weighing.evidence import COMPARED
from starproof.extract.sums.weighing.stated import Worded
from starproof.extract.sums.weighing.surroundings import cued
from starproof.extract.sums.weighing.weighed import NOT_WEIGHED, Weighed

CONFIRM, _AGAIN = 0.2, 0.35
"""How likely a right sum must be to be told at all (from where on people see it, ``Claim.likely`` says), and a wrong
one that is a percent of two figures whose distance is told just before."""
_COUNTED = 0.05
"""How far a length may be from two dates that nothing ties to it, as a share: months have no one length."""
_HARDLY = 0.07
"""A length that is less far off than this share of it may be counted in another way."""
_DOUBT, _DOUBT_NAMED, _ONE = 0.3, 0.4, 1e-6
"""Above this for a right sum there is no accusation; where the wording names the wrong one it takes more."""

MOST_WEIGHED = 150
"""Figures of one text that are weighed; more than anybody tells in an answer. Past them nothing is accused."""
_AT_LEAST, _AT_MOST = (
    ("more than", "better than", "at least", "well over"),
    ("less than", "at most", "fewer than", "up to", "under", "below"),
)
_BOUND_KEPT = 1.6
"""Up to so many times a bound is kept that is told as one: "more than a third"."""
_BOUND_NEAR = 1.25
"""Up to so many times a bound it is the sum that it is told of."""
KINDS: tuple[Callable[[Scene, int], Iterator[Reading]], ...] = (
    aims, lengths, changes, multiples, shares, yearly, differences, restated, totals, means,
)  # fmt: skip


def claims(text: str, figures: Sequence[Quantity], sentences: Sequence[Span]) -> tuple[Claim, ...]:
    """Every derived figure whose operands stand in the story, recomputed, in text order; see ``claimed``.

    ``figures`` are the story's quantities; a claim's ``quantity`` and ``operands`` index into them.
    """
    story = telling(text, figures, sentences)
    return claimed(story, pairs(story))


def claimed(story: Telling, told: tuple[Pair, ...]) -> tuple[Claim, ...]:
    """The claims of a story that is told in figures already, with its pairs.

    ``computed`` is in the unit of ``stated`` and rounded to one decimal.
    """
    scene = Scene(story, told, targets=targets(story, told), moments=moments(story.text))
    memory = Memory(scene)
    found: list[Claim] = []
    for figure in story.figures:
        worded = memory.worded(figure, wordings)
        weighed = _unlisted(scene, figure, _weighed(memory, figure, worded))
        chosen = _decided(scene, figure, worded.chosen, weighed, found)
        if chosen is not None:
            scene.derived[figure.index] = _pair(scene, chosen)
            scene.add_up(figure, chosen.operands)
            found.append(chosen)
        memory.decided(figure)
    return tuple(found)


def wordings(scene: Scene, figure: Figure) -> Worded:
    """The sums that the wording around a figure names."""
    readings = _readings(scene, figure)
    return Worded(readings, judged(figure, readings))


def _weighed(memory: Memory, figure: Figure, worded: Worded) -> Weighed:
    """What the weights say, as far as it matters."""
    if figure.place >= MOST_WEIGHED or by_dates(worded.chosen):
        return NOT_WEIGHED
    return memory.weighed(figure, worded, least=lambda: 0.0 if accusable(memory.scene, figure, worded) else CONFIRM)


def accusable(scene: Scene, figure: Figure, worded: Worded) -> bool:
    """Whether anything next to a figure says that it follows from others, so that a wrong sum may be meant."""
    if figure.kind == "multiple" and is_factor(figure):
        return False
    return worded.chosen is not None or figure.tied.pause or figure.kind == "multiple" or _cued(scene, figure)


_CUED: Shelf[bool] = Shelf()


def _cued(scene: Scene, figure: Figure) -> bool:
    key = (figure.wording, figure.number)
    found = _CUED.get(key)
    return _CUED.put(key, cued(figure, scene.cues(figure.place))) if found is None else found


def _readings(scene: Scene, figure: Figure) -> list[Reading]:
    """All readings; those that compete with a named target, or with the figure's own part in a pair, are loose."""
    found = [reading for kind in KINDS for reading in kind(scene, figure.place)]
    tied = figure.tied
    cued = tied.pause or scene.cues(figure.place) or aimed(figure) or leaves_rest(figure)
    if not tied.strong and (scene.in_pair(figure) or not cued):
        late = off_plan(figure)  # by its dates, whatever lengths stand beside it
        return [r for r in found if r.tie > LOOSE and (not scene.in_pair(figure) or (late and by_dates(r)))]
    if scene.in_pair(figure):
        return [replace(reading, tie=LOOSE) for reading in found]
    if aimed(figure):
        return [r if r.kind in ("versus_target", "duration") else replace(r, tie=LOOSE) for r in found]
    return found


def by_dates(reading: Reading | None) -> bool:
    """Whether a sum is the length between two dates or times, which are no quantities."""
    return reading is not None and reading.kind == "duration" and not reading.operands


def _unlisted(scene: Scene, figure: Figure, weighed: Weighed) -> Weighed:
    """What the weights say, without what is only a list, or what is left told as what went."""
    if weighed.right is not None and no_right_one(scene, figure, weighed.right):
        others = 1 - weighed.right_share
        weighed = replace(weighed, right=None, right_share=0.0, wrong_share=weighed.wrong_share / max(others, _ONE))
    if weighed.right is not None and unmeant(scene, figure, weighed.right, likely=weighed.right_share):
        weighed = replace(weighed, right=None)
    if weighed.wrong is not None and listed(scene, figure, weighed.wrong, likely=weighed.wrong_share):
        weighed = replace(weighed, wrong=None)
    return weighed


def _decided(
    scene: Scene, figure: Figure, worded: Reading | None, weighed: Weighed, told: Sequence[Claim]
) -> Claim | None:
    """What the weights say; two dates or times are not weighed, there the wording decides."""
    if worded is not None and (by_dates(worded) or figure.place >= MOST_WEIGHED):
        right = agrees(figure.quantity, worded)
        hardly = abs(worded.stated - worded.computed) < _HARDLY * worded.computed
        if not right and (hardly or within_a_digit(figure, worded)):
            return None
        return _claim(figure, worded, right=right, sure=None) if right or by_dates(worded) else None
    told_so = outright(scene, figure, worded, right=weighed.right_share, wrong=weighed.wrong_share)
    if told_so is not None:
        return _claim(figure, told_so, right=agrees(figure.quantity, told_so), sure=None)
    named = _same(worded, weighed.wrong)
    wrong, doubt = weighed.wrong, _DOUBT_NAMED if named else _DOUBT
    if given(figure, told):
        return None
    if wrong is None or weighed.right_share >= doubt or weighed.doubtful:
        return _confirmed(figure, weighed)
    if _kept(figure, wrong):
        return _confirmed(figure, weighed) or _held(figure, weighed, named=named)
    least = least_share(figure, wrong, untied=weighed.untied, named=named)
    if weighed.wrong_share <= (min(least, _AGAIN) if of_one_pair(scene, figure, wrong, told) else least):
        return _confirmed(figure, weighed)
    if out_of_place(scene, figure, wrong, told, named=named, likely=weighed.wrong_share):
        return _confirmed(figure, weighed)
    return _claim(figure, wrong, right=False, sure=weighed.wrong_share)


def _confirmed(figure: Figure, weighed: Weighed) -> Claim | None:
    if weighed.right is None or weighed.right_share <= CONFIRM:
        return None
    return _claim(figure, weighed.right, right=True, sure=weighed.right_share)


def _held(figure: Figure, weighed: Weighed, *, named: bool) -> Claim | None:
    """The sum that a bound keeps: "over half a million a year" of 11,000 a week; one that is near, or nothing."""
    wrong = weighed.wrong
    if wrong is None or not 1 / _BOUND_NEAR <= wrong.computed / wrong.stated <= _BOUND_NEAR:
        return None
    least = least_share(figure, wrong, untied=weighed.untied, named=named)
    return _claim(figure, wrong, right=True, sure=weighed.wrong_share) if weighed.wrong_share > least else None


def _kept(figure: Figure, reading: Reading) -> bool:
    """Whether a figure told as a bound is one that the sum keeps; of "less than half" nobody can say what is meant.

    One that is only called so, as in "call it nine times faster", is kept by whatever it may be rounded from.
    """
    if reading.computed <= 0 or reading.stated <= 0:
        return False
    ratio = reading.computed / reading.stated
    if figure.before[-2:] == ("call", "it") and abs(ratio - 1) <= NEARLY:
        return True
    words = " ".join([*figure.before[-2:], figure.quantity.text.lower()])
    if any(bound in words for bound in _AT_LEAST) or figure.before[-1:] == ("over",):
        return 1 <= ratio <= _BOUND_KEPT
    return any(bound in words for bound in _AT_MOST)


def _same(worded: Reading | None, weighed: Reading | None) -> bool:
    if worded is None or weighed is None:
        return False
    return set(worded.operands) == set(weighed.operands) and abs(worded.computed - weighed.computed) < _ONE


def _pair(scene: Scene, claim: Claim) -> Pair | None:
    if claim.kind not in COMPARED or len(claim.operands) != 2:
        return None
    first, last = scene.at(claim.operands)
    told = scene.pair_of(first.place, last.place)
    if told is not None and told.sure:
        return told
    return Pair(first, last, first.value, last.value, sure=True)


def judged(figure: Figure, readings: Sequence[Reading]) -> Reading | None:
    """The sum that the readings of one figure amount to, or ``None`` where they leave doubt."""
    for tie in (TIGHT, NEAR, LOOSE):
        level = [reading for reading in readings if reading.tie == tie]
        told = [reading for reading in level if not _far_fetched(figure, reading)]
        agreed = next((reading for reading in told if agrees(figure.quantity, reading)), None)
        if agreed is not None:
            return agreed
        level = [reading for reading in level if sane(reading)]
        if level and tie == TIGHT:
            return level[0]
        if level and tie == NEAR and len({reading.operands for reading in level}) == 1:
            loose = [reading for reading in readings if reading.tie == LOOSE]
            agreed = next((reading for reading in loose if agrees(figure.quantity, reading)), None)
            return agreed or level[0]
    return None


def _far_fetched(figure: Figure, reading: Reading) -> bool:
    """Whether two dates that nothing ties to a length come out only as it is rounded: "a year" of June to April."""
    apart = abs(reading.stated - reading.computed)
    counted = figure.quantity.approx or apart <= _COUNTED * max(reading.stated, reading.computed)
    return reading.tie == LOOSE and by_dates(reading) and not counted


def _claim(figure: Figure, reading: Reading, *, right: bool, sure: float | None) -> Claim:
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
        confidence=None if sure is None else round(sure, 3),
    )
