"""What is left of a whole, told as what went: "280 of 700, so 40 % less" is not the share of 280 in 700."""

from __future__ import annotations

from starproof.extract.sums.doubts.overshot import from_other_end
from starproof.extract.sums.kinds.parts import got_rid_of
from starproof.extract.sums.story.directions import direction
from starproof.extract.sums.story.figures import Figure
from starproof.extract.sums.story.links import CHANGE
from starproof.extract.sums.story.presented import presented
from starproof.extract.sums.story.reading import Reading
from starproof.extract.sums.story.scene import Scene
from starproof.extract.text.changing import CHANGES

_THAN = frozenset("less fewer lower down shorter smaller cheaper more higher up longer larger".split())
"""Right behind a percent, these say that it is the distance between two figures."""
_BY = frozenset(["by", "down", "up", "minus", "plus"])
_JUST, _LEVELS = 2, frozenset(["told", "made"])
"""How many words before a figure "now" stands, and the ways to present one that do not make it a distance."""
_IS_JUST = frozenset(["is", "was"])
_USED_TO_BE = ("used", "to", "be")
_INSTEAD, _IT_IS = ("instead", "of"), frozenset("it's is are was were we're they're".split())
_MADE_UP = tuple((verb, "up") for verb in ("made", "make", "makes", "making", "took", "take", "takes"))
"""A share, and no rise."""
_FALLS = tuple((noun,) for noun in ("drop", "fall", "reduction", "decrease", "decline", "rise", "increase"))
_DISTANCES = CHANGES | {"saving", "savings"}


def as_change(scene: Scene, figure: Figure, reading: Reading) -> bool:
    """Whether a percent is told as a change, and comes out only as a share that is no change itself.

    Of "the takings were down by 19,000 on 64,000, a drop of 30 %" the part is what went.
    """
    if reading.kind != "share" or figure.quantity.unit != "%" or len(reading.operands) != 2:
        return False
    if not (_told_so(figure) or _signed(scene, figure)) or not direction(scene, figure):
        return False
    part = min(scene.at(reading.operands), key=lambda operand: operand.value)
    return not scene.cues(part.place) and part.index not in scene.derived and not (went_by(part) or got_rid_of(part))


def no_right_one(scene: Scene, figure: Figure, reading: Reading) -> bool:
    """Whether the words say that a percent is no such share or change, so that it cannot be right by it."""
    return as_change(scene, figure, reading) or from_other_end(scene, figure, reading)


def as_level(scene: Scene, figure: Figure, reading: Reading) -> bool:
    """Whether a figure is told as how things are now, and would be how far two others are apart: "now it's 1.4"."""
    if reading.kind not in ("difference", "versus_target") or reading.percent or figure.quantity.unit == "pp":
        return False
    now = "now" in figure.before[-_JUST:] or figure.after[:1] == ("now",) or _in_place_of(scene, figure)
    return now and not scene.cues(figure.place) and presented(figure) in _LEVELS


def _in_place_of(scene: Scene, figure: Figure) -> bool:
    """Whether a figure takes the place of the one before it: "instead of 3,600 it's 4,500" tells two levels."""
    if not figure.place:
        return False
    last = scene.story.figures[figure.place - 1]
    replaced = last.before[-2:] == _INSTEAD or last.before[-3:] == _USED_TO_BE
    replaced = replaced and last.sentence == figure.sentence
    return replaced and not _IT_IS.isdisjoint(figure.before[-_JUST:]) and len(figure.before) <= _JUST + 1


def of_what_went(scene: Scene, reading: Reading) -> bool:
    """Whether a change is measured to what itself is told as a change, or between a figure and what follows from it.

    "Down by 19,000 on 64,000" is no fall from 64,000 to 19,000, nor is "91 of 260, 35 %" one from 91 to 35, and
    "slowed by 60 %" and "71 % fewer bugs" are no levels.
    """
    if reading.kind not in ("relative_change", "multiple") or len(reading.operands) != 2:
        return False
    one, two = scene.at(reading.operands)
    if one.kind == two.kind:
        if _by_so_much(one) != _by_so_much(two):
            return True
        return went_by(one) != went_by(two) or (one.kind == "percent" and (_apart(one) or _apart(two)))
    return any(b.place in scene.rests[a.place].places for a, b in ((one, two), (two, one)) if a.place in scene.rests)


def _by_so_much(figure: Figure) -> bool:
    """Whether a figure says how far from a goal something was, and so is no level: "so four under target"."""
    off = figure.after[:1] in (("under",), ("over",), ("within",), ("inside",), ("short",), ("ahead",))
    return off and (figure.tied.strong or _IS_JUST.issuperset(figure.before[-1:]))


def went_by(figure: Figure) -> bool:
    """Whether a figure says by how much something rose or fell: "down by 19,000"."""
    return figure.before[-1:] == ("by",) and not CHANGE.isdisjoint(figure.before[-5:])


def _apart(percent: Figure) -> bool:
    """Whether a percent is told as a distance from something: "by 60 %", "71 % fewer"."""
    return percent.before[-1:] == ("by",) or not _THAN.isdisjoint(percent.after[:1])


def _told_so(figure: Figure) -> bool:
    before = figure.before
    if before[-2:] in _MADE_UP:
        return False
    behind = figure.after
    if behind[:1] in _FALLS or not _BY.isdisjoint(before[-1:]):
        return True
    if not _THAN.isdisjoint(behind[:1]) and behind[1:2] != ("than",):
        return True
    return before[-1:] == ("of",) and not _DISTANCES.isdisjoint(before[-3:-1])


def _signed(scene: Scene, figure: Figure) -> bool:
    """Whether a sign stands right before a percent: "+40 %"."""
    return scene.story.text[max(0, figure.start - 1) : figure.start] in ("+", "-", "−")
