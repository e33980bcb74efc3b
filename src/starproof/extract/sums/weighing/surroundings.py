"""The words around one figure, as named evidence that all of its candidate sums share."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import field
from typing import NamedTuple

from starproof.core.records import record
from starproof.extract.sums.kinds.aims import aimed
from starproof.extract.sums.kinds.yearly import by_year
from starproof.extract.sums.story.directions import direction
from starproof.extract.sums.story.figures import Figure
from starproof.extract.sums.story.links import CHANGE, Link
from starproof.extract.sums.story.presented import presented
from starproof.extract.sums.story.reading import resolution
from starproof.extract.sums.story.rows import spaced
from starproof.extract.sums.story.said import COMMON, said_around
from starproof.extract.sums.story.scene import Scene
from starproof.extract.text.changing import CHANGES

_BEFORE_WORDS = frozenset(
    "by a of to from so that's is or at was only about under over in with for than the and , : ( - – — . ¶ which it's "
    "were down up less another all every each saved saves worth".split(" ")
)
_AFTER_WORDS = frozenset(
    "of less more fewer lower higher faster better in a and , . ) over under above below per each off left "
    "target total altogether early late ago later to from were was".split(" ")
).union(CHANGES)
_NEAR = frozenset(
    "so that's that which it's it makes make gives give hence therefore thus meaning means equals is was we're "
    "were are now total altogether comes came puts put saved save saving cut drop fall fell rose rise down up by "
    "of or and but from to another other remaining rest leaves left said told wrote called says slide reported "
    "i.e in each on for with had than some more at a if then when because".split(" ")
)
_THEN = frozenset(
    "of than more less fewer faster quicker better each every target plan goal over under above below before of "
    "it them us all what the in on at per for as early late ahead short left and".split(" ")
)
_MARGIN = frozenset(
    "over under above below ahead short inside within early late spare hand headroom better beyond past".split()
)
_MISSED = frozenset("beat beats missed miss exceeded exceeds overshot undershot cleared passed".split(" "))
_RECKONED = re.compile(r" (?:times|multipl(?:y|ied)|calculate|divided|add up|sum up) ")
_PLAIN = frozenset("half halved halving double doubled doubling twice third thirds quarter quarters tripled".split(" "))
"""Words that stand for a share or a multiple, and that people use of what is only near it."""
_JUST_TOLD = re.compile(
    r" (?:that's|that is|which is|so|this is|it's|in other words|i\.e|ie|meaning|or|equal to|equals|hence|therefore|"
    r"thus|makes|which makes|it means|that means|comes to|came to|=) "
)
TOTAL = re.compile(
    r" (?:total|totals|altogether|together|in all|all told|combined|overall|sum|adds? up to|makes|plus) "
)
LEFT = re.compile(r" (?:left|leaves|leaving|remaining|remain|rest|other|others|remained) ")
SAVED = re.compile(r" (?:saves?|saved|saving|savings|gain|gained|margin|cheaper|difference|gap|between) ")
_CLAUSE_END = frozenset(", . ; : ¶ ( ) | ! ? and but while".split(" "))
_GOES_ON = tuple((word,) for word in ("that", "that's", "this", "it's", "so", "which", "thus"))

_PAIRED = 4
"""How many figures before the later one of a pair the other may be."""
_NOT_SAID = frozenset(("told", "bracket", "share"))
"""Ways to present a figure that do not say that it follows from others."""


class Side(NamedTuple):
    """What one operand is to the figure whose candidates are weighed."""

    goal: bool
    derived: bool
    part: bool
    """Whether it is added up to a total that is told already."""
    horizon: bool
    change: bool
    """Whether it says how far something went."""
    words: frozenset[str]
    """Which of the words next to the figure stand around it too."""
    topic: int
    """How many of the longer words around the two are the same."""


@record
class View:
    """A figure and what all of its candidates share."""

    scene: Scene
    figure: Figure
    words: frozenset[str]
    way: int
    """Which way the words say that something went: -1 down, 1 up, 0 neither."""
    named: frozenset[str]
    """Evidence that is the same for each candidate."""
    uncued: tuple[Sequence[str], Sequence[str]]
    """Evidence against a wrong and a right sum where no word next to the figure says that it follows from others."""
    unit: float
    """What its last digit is worth."""
    total: bool
    """Whether the words around it speak of a total."""
    fresh: tuple[tuple[str, ...], tuple[str, ...]]
    """Beginnings of the longer words just before it and just after it."""
    rivals: Mapping[str, Sequence[int]]
    """The places of the figures around it, by what they measure."""
    presented: str
    """How it is presented as one that follows from others."""
    hangs: str
    """How it hangs on the words before it, and whether any word says that it follows from others."""
    beside: frozenset[int]
    """The places of a before and an after that were told just before it; else nothing."""
    nearest: dict[int, tuple[str, ...]] = field(default_factory=dict)
    """Evidence of how far its nearest operand stands, by the operand's place."""
    sides: dict[int, Side] = field(default_factory=dict)
    """What each operand is to it, by the operand's place."""
    placed: dict[tuple[int, ...], tuple[str, ...]] = field(default_factory=dict)
    """Evidence that hangs on which figures are the operands, by their places."""

    @property
    def margin(self) -> bool:
        """Whether the words around it tell it as a margin."""
        return "margin" in self.named or "margin word" in self.named


def view(scene: Scene, figure: Figure) -> View:
    """Read the words around a figure once."""
    words = scene.cues(figure.place)
    named = frozenset(_own(scene, figure, figure.tied, words))
    total = bool(TOTAL.search(spaced(figure.before[-8:]) + figure.tail[:70]))
    uncued: tuple[Sequence[str], Sequence[str]] = ((), ())
    if not cued(figure, words):
        none = f"uncued {figure.kind}"
        uncued = (none, f"{none}, wrong"), (none, f"{none}, right")
    return View(
        scene,
        figure,
        words,
        direction(scene, figure),
        named,
        uncued,
        resolution(figure.quantity, figure.value),
        total,
        fresh(figure),
        _rivals(scene, figure),
        presented(figure),
        _hangs(figure, bool(words), not uncued[0]),
        _pair_before(scene, figure),
    )


def _pair_before(scene: Scene, figure: Figure) -> frozenset[int]:
    """The nearest two figures that the wording is sure are before and after, if one of the last two closes them."""
    for last in scene.story.earlier(figure.place)[:2]:
        if figure.sentence - last.sentence > 1:
            break
        for first in scene.story.earlier(last.place)[:_PAIRED]:
            if scene.set_against(first.place, last.place):
                return frozenset((first.place, last.place))
    return frozenset()


def _hangs(figure: Figure, change: bool, said: bool) -> str:
    tied = figure.tied
    how = "link" if tied.strong else "pause" if tied.pause else "loose"
    return f"{how}{'' if tied.plain else ', new clause'}{', change' if change else ', cued' if said else ''}"


def cued(figure: Figure, words: frozenset[str]) -> bool:
    """Whether any word next to a figure says that it follows from others; ``words`` are those of change."""
    if words or figure.tied.strong or by_year(figure) or aimed(figure) or _beyond(figure):
        return True
    if presented(figure) not in _NOT_SAID:
        return True
    near = figure.lead[-40:] + figure.tail[:50]
    if _RECKONED.search(figure.lead[-70:]):
        return True
    if LEFT.search(near) or SAVED.search(near) or _JUST_TOLD.search(spaced(figure.before[-6:])):
        return True
    return bool(TOTAL.search(spaced(figure.before[-8:]) + figure.tail[:70]))


def _beyond(figure: Figure) -> bool:
    return bool(_MARGIN.intersection(figure.after[:4]) or _MISSED.intersection(figure.before[-6:]))


def fresh(figure: Figure) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Beginnings of the longer words just before a figure and just after it."""
    stop = next((i for i, word in enumerate(figure.after[:5]) if word in _CLAUSE_END), 5)
    before, after = figure.before[-8:], figure.after[:stop]
    return tuple(w[:5] for w in before if _tells(w)), tuple(w[:5] for w in after if _tells(w))


def _tells(word: str) -> bool:
    return len(word) >= 4 and word not in COMMON and word not in CHANGE


def _rivals(scene: Scene, figure: Figure) -> Mapping[str, Sequence[int]]:
    found: dict[str, list[int]] = {}
    for f in scene.story.figures[max(0, figure.place - 16) : figure.place + 3]:
        if f.place != figure.place:
            found.setdefault(measure(f), []).append(f.place)
    return found


def measure(figure: Figure) -> str:
    """What a figure measures: what it counts, or its kind."""
    return figure.quantity.unit if figure.kind == "count" else figure.kind


def opened(figure: Figure) -> bool:
    """Whether an "and" just before a figure brings in something new, as "and the basket" does and "and that's" not."""
    last = figure.before[-6:]
    return any(word == "and" and last[at + 1 : at + 2] not in _GOES_ON for at, word in enumerate(last))


def _own(scene: Scene, figure: Figure, tied: Link, words: frozenset[str]) -> Iterator[str]:
    yield f"is {figure.kind}{'/pp' if figure.quantity.unit == 'pp' else ''}"
    if figure.bare:
        yield "a bare number"
    if figure.kind in ("percent", "multiple") and not _PLAIN.isdisjoint(figure.own):
        yield "in a plain word"
    last, first = figure.before[-1:], figure.after[:1]
    if last and last[0] in _BEFORE_WORDS:
        yield f"after '{last[0]}'"
    if first and first[0] in _AFTER_WORDS:
        yield f"before '{first[0]}'"
    yield from (f"near '{word}'" for word in _NEAR.intersection(figure.before[-5:]))
    yield from (f"then '{word}'" for word in _THEN.intersection(figure.after[1:4]))
    yield from _tied(figure, tied, words)
    yield from _role(scene, figure)


def _tied(figure: Figure, tied: Link, words: frozenset[str]) -> Iterator[str]:
    if tied.strong:
        yield "link"
    elif tied.pause:
        yield "pause"
    if not tied.plain:
        yield "new clause"
    if opened(figure):
        yield "and"
    yield f"loose words {min(len(tied.rest) // 3, 4)}"
    if tied.stop:
        yield "opens sentence"
    if words:
        yield "change"


def _role(scene: Scene, figure: Figure) -> Iterator[str]:
    if scene.in_pair(figure):
        yield "side of a pair"
    if figure.index in scene.targets:
        yield "goal"
    if aimed(figure):
        yield "margin"
    if _beyond(figure):
        yield "margin word"
    if figure.horizon:
        yield "horizon"
    if _JUST_TOLD.search(spaced(figure.before[-6:])):
        yield "that is"
    if figure.quantity.approx:
        yield "approx"
    if LEFT.search(figure.lead[-30:] + figure.tail[:40]):
        yield "left"
    if SAVED.search(figure.lead[-40:] + figure.tail[:50]):
        yield "saved"
    yield from _place(scene, figure)


def _place(scene: Scene, figure: Figure) -> Iterator[str]:
    if said_around(figure).cell:
        yield "cell"
    if scene.opens_pair(figure):
        yield "opens a pair"
    if not figure.after and figure.place + 1 < len(scene.story.figures):
        yield "runs into the next"
    around = scene.story.figures[max(0, figure.place - 20) : figure.place + 4]
    twins = [f for f in around if f is not figure and f.kind == figure.kind and f.value == figure.value]
    if twins:
        yield "said before" if twins[0].place < figure.place else "said again"
