"""Parts that are told of a whole word for word, and what follows at once: their share, or what is left.

"Of 9,200 alarms 6,440 could not pass, 70 %, and 2,760 remained": whole, part and figure stand in one row, and nothing
else is told between.
"""

from __future__ import annotations

import re
from functools import partial

from starproof.extract.sums.kinds.differences import leaves_rest
from starproof.extract.sums.story import wording
from starproof.extract.sums.story.figures import Figure
from starproof.extract.sums.story.likeness import alike
from starproof.extract.sums.story.presented import presented
from starproof.extract.sums.story.reading import TIGHT, Reading, agrees, rest_of
from starproof.extract.sums.story.scene import Scene

_OF = re.compile(r" of (?:(?:the|our|my|those|these|all|about|some) ){0,2}$")
_OF_THEM = (("of", "them"), ("of", "those"), ("of", "these"), ("of", "which"), ("of", "whom"))
_AT_ONCE = re.compile(
    r"(?:[,.:;(=!?–—-]|so|which is|that's|that is) (?:(?:so|that's|that|is|which|or|about|like|roughly|nearly|almost|"
    r"just|only|and|um|uh) ){0,4}$"
)
_ENDS = frozenset(". , ; : ! ? ¶ ) – — - and but".split(" "))
_TOLD = frozenset(["told", "made", "share"])
_ALL, _APART = 100.0, 1.6
"""What share is all of it, and how many times one another two shares are that may be one."""


def of_those(part: Figure) -> bool:
    """Whether a number is told as so many of those just told: "seven of those stayed", "of whom three lead"."""
    return part.after[:2] in _OF_THEM or part.before[-2:] in _OF_THEM


def spelled_part(scene: Scene, figure: Figure) -> Reading | None:
    """The share or the rest that the words right before a figure spell out, if they spell one."""
    if figure.quantity.unit == "%":
        return _share(scene, figure)
    return _rest(scene, figure) if figure.kind == "count" and leaves_rest(figure) else None


def _share(scene: Scene, figure: Figure) -> Reading | None:
    told = _row(scene, figure, figure.place)
    if told is None or presented(figure) not in _TOLD or not _by_itself(figure):
        return None
    whole, part = told
    percent = _ALL * part.value / whole.value
    write = partial(wording.share, part, whole, percent)
    reading = Reading("share", figure.value, percent, (part.index, whole.index), TIGHT, write)
    near = 1 / _APART <= figure.value / percent <= _APART
    return reading if near and not agrees(figure.quantity, rest_of(reading)) else None


def _rest(scene: Scene, figure: Figure) -> Reading | None:
    """What is left of the whole; the part's own share may be told between."""
    last = scene.story.figures[figure.place - 1] if figure.place else figure
    told = _row(scene, figure, last.place if last.quantity.unit == "%" else figure.place)
    if told is None or not alike(told[0], figure):
        return None
    whole, part = told
    left = whole.value - part.value
    write = partial(wording.rest, whole, part, left, figure.quantity)
    near = 1 / _APART <= figure.value / left <= _APART
    return Reading("difference", figure.value, left, (whole.index, part.index), TIGHT, write) if near else None


def _row(scene: Scene, figure: Figure, place: int) -> tuple[Figure, Figure] | None:
    """The whole and its part that stand right before a place, if they are told as such."""
    if place < 2:
        return None
    whole, part = scene.story.figures[place - 2 : place]
    counts = whole.kind == part.kind == "count" and 0 < part.value < whole.value and whole.sentence == part.sentence
    said = bool(_OF.search(whole.lead)) or of_those(part)
    one = not part.often and not part.per and not scene.set_against(whole.place, part.place)
    return (whole, part) if counts and said and one and part.start < figure.start else None


def _by_itself(figure: Figure) -> bool:
    """Whether a percent follows at once, and its clause ends with it or says of what it is."""
    behind = figure.after[:1]
    ends = not behind or behind[0] in _ENDS or figure.after[:2] in _OF_THEM or figure.after[:2] == ("of", "all")
    return ends and bool(_AT_ONCE.search(f" {' '.join(figure.before)} "))
