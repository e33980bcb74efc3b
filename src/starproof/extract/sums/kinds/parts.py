"""Parts that are told of a whole word for word, and what follows at once: their share, or what is left.

"Of 9,200 alarms 6,440 could not pass, 70 %, and 2,760 remained": whole, part and figure stand in one row, and nothing
else is told between.
"""

from __future__ import annotations

import re
from functools import partial

from starproof.extract.sums.kinds.differences import known_rest, leaves_rest
from starproof.extract.sums.story import wording
from starproof.extract.sums.story.figures import Figure
from starproof.extract.sums.story.likeness import alike
from starproof.extract.sums.story.links import LESS
from starproof.extract.sums.story.presented import presented
from starproof.extract.sums.story.reading import TIGHT, Reading, agrees, rest_of
from starproof.extract.sums.story.scene import Scene

_OF = re.compile(r" of (?:(?:the|our|my|those|these|all|about|some|original|first|total) ){0,2}$")
_OUT_OF = re.compile(
    r"^ (?:(?:of|in) |(?:(?!and|but|or|to)[a-z]+ ){0,3}?out of )(?:(?:the|our|my|those|these|all|about|some|a total of)"
    r" ){0,2}$"
)
"""Between a part and its whole."""
_OF_THEM = (("of", "them"), ("of", "those"), ("of", "these"), ("of", "which"), ("of", "whom"))
_AT_ONCE = re.compile(
    r"(?:[,.:;(=!?–—-]|so|which is|that's|that is|^ is) "
    r"(?:(?:so|that's|that|is|which|or|about|like|roughly|nearly|almost|"
    r"just|only|and|um|uh) ){0,4}$"
)
_ENDS = frozenset(". , ; : ! ? ¶ ) – — - and but".split(" "))
_TOLD = frozenset(["told", "made", "share"])
_WENT, _ROW = (("fewer",), ("less",)), 2
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
    if told is None:
        return None
    whole, part = told
    percent = _ALL * part.value / whole.value
    write = partial(wording.share, part, whole, percent)
    reading = Reading("share", figure.value, percent, (part.index, whole.index), TIGHT, write)
    near = 1 / _APART <= figure.value / percent <= _APART and not agrees(figure.quantity, rest_of(reading))
    if near and (_went_at_once(figure, part) or (figure.tied.strong and agrees(figure.quantity, reading))):
        return reading
    return reading if near and presented(figure) in _TOLD and _by_itself(figure) else None


def _went_at_once(figure: Figure, part: Figure) -> bool:
    """Whether a percent is told as what went, right behind so many of them: "600 out of 900, that is 75 % fewer"."""
    told = part.place == figure.place - _ROW and figure.tied.strong and figure.after[:1] in _WENT
    return told and got_rid_of(part)


def got_rid_of(part: Figure) -> bool:
    """Whether so many are told as what is there no more."""
    return "rid" in part.before[-3:] or not LESS.isdisjoint(part.before[-3:])


def _rest(scene: Scene, figure: Figure) -> Reading | None:
    """What is left of the whole; the part's own share may be told between."""
    last = scene.story.figures[figure.place - 1] if figure.place else figure
    told = _row(scene, figure, last.place if last.quantity.unit == "%" else figure.place)
    if told is None or not alike(told[0], figure):
        return None
    whole, part = told
    if part.place < whole.place and figure.sentence != part.sentence and not known_rest(figure):
        return None  # "41 of the 44 are planners. Two more ports are on it"
    left = whole.value - part.value
    write = partial(wording.rest, whole, part, left, figure.quantity)
    near = 1 / _APART <= figure.value / left <= _APART
    return Reading("difference", figure.value, left, (whole.index, part.index), TIGHT, write) if near else None


def _row(scene: Scene, figure: Figure, place: int) -> tuple[Figure, Figure] | None:
    """The whole and its part that stand right before a place, if they are told as such."""
    if place < 2:
        return None
    one, two = scene.story.figures[place - 2 : place]
    if not is_part(scene, one, two) or scene.set_against(one.place, two.place) or two.start >= figure.start:
        return None
    return (one, two) if one.value > two.value else (two, one)


def is_part(scene: Scene, one: Figure, two: Figure) -> bool:
    """Whether the words tell two counts in a row as a part and its whole: "of 40 lorries nine", "400 in 5,000"."""
    part, whole = sorted((one, two), key=lambda count: count.value)
    if not one.kind == two.kind == "count" or not 0 < part.value < whole.value or one.sentence != two.sentence:
        return False
    if part.per or whole.per or two.place != one.place + 1:
        return False
    if part is one:
        between = scene.story.between(one, two)
        return bool(_OUT_OF.search(between)) and not (between == " of " and part.noun)  # "five crews of twelve"
    return not part.often and (bool(_OF.search(whole.lead)) or of_those(part))


def _by_itself(figure: Figure) -> bool:
    """Whether a percent follows at once, and its clause ends with it or says of what it is."""
    behind = figure.after[:1]
    ends = (
        not behind or behind[0] in _ENDS or figure.after[:2] in (*_OF_THEM, ("of", "all"), ("down", "to"), ("up", "to"))
    )
    return ends and bool(_AT_ONCE.search(f" {' '.join(figure.before)} "))
