"""Figures near each other that are no operands of one sum: a part and its whole, those who did it, another goal.

"Three of the four suppliers had doubled their prices" has no four that became three.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from starproof.extract.sums.doubts.offhand import by_the_way, loosely_many, manner, scored, to_nothing
from starproof.extract.sums.story.figures import Figure
from starproof.extract.sums.story.presented import presented
from starproof.extract.sums.story.reading import Reading
from starproof.extract.sums.story.scene import Scene

_PART_OF = re.compile(
    r"^ (?:(?!instead|ahead|short|by|to)\S+ ){0,2}?(?:out of|of|in) "
    r"(?:(?:the|our|my|their|his|her|all|those|these|its|every|about|some) ){0,2}$"
)
_WHOLE_OF = re.compile(r" (?:out of|of|among) (?:(?:the|our|my|their|his|her|those|these|its) )?$")
_AT_ONCE = re.compile(r"^ (?:(?!to )[a-z'-]+ ){0,3}?, (?:only )?$")
"""Between a part and its whole, and before a whole that is told first: "of the ten shops, seven"."""
_WHOSE = frozenset("their its his her our my the".split(" "))
_SUBJECT = re.compile(r"^ +(?:(?!(?:to|so|and|then|we|i|that|which|from) )[a-z'-]+ ){0,3}$")
"""Between those who did it and what they did: "ten of the drivers doubled their tips"."""
_SO = frozenset(["so", "which", "that's", "thats", "thus", "hence"])
_FAST = frozenset(["fast", "faster", "quick", "quicker", "quickly"])
_BECAUSE = re.compile(r" because ")
_GAP_OF = re.compile(r" (?:difference|gap|margin|distance) of (?:about |only |just )?$")
_THAN_GOAL = re.compile(
    r"^ (?:[^ .;,]+ ){0,3}?(?:than|under|over|above|below) (?:[^ .;,]+ ){1,4}?(?:asked|wanted|price|quote) "
)
"""Behind a margin: what it is measured from."""
_BEYOND_DOUBT = 0.97
"""From how likely a sum on it may be of a goal that no word tells as one: "the estimate was 300,000; it came to"."""
_MARGINS = frozenset("better less more under over below above fewer short".split(" "))
_ADVERBS = frozenset(["later", "ago", "earlier", "afterwards", "before", "after"])
"""Behind a length, these make it a time when something was: "a year later failures are at 1.9 %"."""
_CHANGED = (("less",), ("fewer",), ("more",))
_WHOM = (("of", "them"), ("of", "those"), ("of", "whom"), ("of", "which"))
_BECAME = frozenset("have has had became".split(" "))


def unlike(scene: Scene, figure: Figure, reading: Reading) -> bool:
    """Whether no sum is over these figures, whether or not it comes out."""
    if parted(scene, figure, reading) or did_it(scene, figure, reading) or by_the_way(figure, reading):
        return True
    if manner(figure, reading) or scored(scene, figure, reading):
        return True
    if to_nothing(scene, reading) or loosely_many(scene, reading):
        return True
    operands = scene.at(reading.operands)
    if reading.kind == "share" and any(
        one.kind == "duration" and not _ADVERBS.isdisjoint(one.after[:1]) for one in operands
    ):
        return True
    return reading.kind == "sum" and figure.value == 1 and all(operand.value == 1 for operand in operands)


def elsewhere(scene: Scene, figure: Figure, reading: Reading, *, likely: float = 0.0) -> bool:
    """Whether what does not come out is more likely told of other figures than these."""
    if how_fast(scene, figure, reading) or (likely < _BEYOND_DOUBT and from_another_goal(scene, figure, reading)):
        return True
    return caused(scene, figure, reading) or of_more(scene, figure, reading) or of_others(scene, reading)


def parted(scene: Scene, figure: Figure, reading: Reading) -> bool:
    """Whether two counts are told as a part and its whole, of which no multiple is told, no sum and hardly a change."""
    operands = sorted(scene.at(reading.operands), key=lambda operand: operand.place)
    if reading.listed:
        return any(two.kind == "count" and _is_part(scene, one, two) for one, two in pairwise(operands))
    unsaid = reading.kind == "multiple" or _SO.isdisjoint(figure.before)
    if reading.kind not in ("multiple", "relative_change") or len(operands) != 2 or not unsaid:
        return False
    part, whole = sorted(operands, key=lambda operand: operand.value)
    if part.kind != "count" or whole.kind != "count":
        return False
    return any(f.value == part.value and _is_part(scene, f, whole) for f in _beside(scene, whole))


def of_others(scene: Scene, reading: Reading) -> bool:
    """Whether a part of one thing would be set against a number of another: "17 people, four of them in a shop; 98
    shops" are 94 of nothing.
    """
    operands = scene.at(reading.operands)
    if reading.kind not in ("difference", "relative_change", "multiple") or len(operands) != 2:
        return False
    return any(_part_of_others(scene, part, other) for part, other in (operands, operands[::-1]))


def _part_of_others(scene: Scene, part: Figure, other: Figure) -> bool:
    if not part.place or part.after[:2] not in _WHOM or part.kind != "count":
        return False
    whole = scene.story.figures[part.place - 1]
    counted = whole.kind == other.kind == "count" and whole.value > part.value and whole.index != other.index
    return counted and bool(whole.noun and other.noun) and whole.noun != other.noun


def did_it(scene: Scene, figure: Figure, reading: Reading) -> bool:
    """Whether a count is told as those who did it: "ten doubled their tips" is no ten that became twenty."""
    if reading.kind != "multiple" or not figure.place or _WHOSE.isdisjoint(figure.after[:1]):
        return False
    last = scene.story.figures[figure.place - 1]
    if last.kind != "count" or last.index not in reading.operands or scene.in_pair(last):
        return False
    return bool(_SUBJECT.search(scene.story.between(last, figure)))


def how_fast(scene: Scene, figure: Figure, reading: Reading) -> bool:
    """Whether "twice as fast" would be told of two counts that nobody sets against each other."""
    if reading.kind != "multiple" or _FAST.isdisjoint(figure.after[:3]):
        return False
    operands = scene.at(reading.operands)
    loose = all(one.kind == "count" and not one.often and one.sentence != figure.sentence for one in operands)
    return loose and scene.pair_of(operands[0].place, operands[-1].place) is None


def from_another_goal(scene: Scene, figure: Figure, reading: Reading) -> bool:
    """Whether a margin names what it is measured from, and that is none of these: "25 % better than they asked"."""
    if reading.kind not in ("relative_change", "difference") or presented(figure) not in ("margin", "more"):
        return False
    return bool(_THAN_GOAL.search(f" {' '.join(figure.after[:8])} ")) and scene.targets.isdisjoint(reading.operands)


def caused(scene: Scene, figure: Figure, reading: Reading) -> bool:
    """Whether the figures come behind as the reason: "it rose 22 per cent because the price went from 14 to 19"."""
    operands = scene.at(reading.operands)
    first = min(operands, key=lambda operand: operand.place, default=figure)
    if first.place > figure.place and _BECAUSE.search(scene.story.between(figure, first)):
        return True
    return any(one.place > figure.place and _GAP_OF.search(one.lead) for one in operands)


def of_more(scene: Scene, figure: Figure, reading: Reading) -> bool:
    """Whether a figure is no product or list of these: a margin, one told before, or one of three factors."""
    if reading.kind != "sum":
        return False
    if _change_told_first(scene, figure, reading):
        return True
    if reading.listed:
        return figure.before[-1:] == ("the",) and not _BECAME.isdisjoint(figure.after[:1])
    several = len(reading.operands) == 2 and figure.lead.count(" times ") > 1
    measured = figure.after[1:2] == ("than",) or figure.after[1:2] == ("what",)
    measured = measured or (figure.kind == "count" and presented(figure) == "margin")  # "so four under target"
    return several or (measured and not _MARGINS.isdisjoint(figure.after[:1]))


def _change_told_first(scene: Scene, figure: Figure, reading: Reading) -> bool:
    """Whether a change would be a product or a quotient of what comes behind: "45 fewer, at $9 and two shifts"."""
    return figure.after[:1] in _CHANGED and all(one.place > figure.place for one in scene.at(reading.operands))


def _beside(scene: Scene, figure: Figure) -> Iterator[Figure]:
    figures = scene.story.figures
    yield from figures[max(0, figure.place - 1) : figure.place]
    yield from figures[figure.place + 1 : figure.place + 2]


def _is_part(scene: Scene, part: Figure, whole: Figure) -> bool:
    if part.place < whole.place:
        return bool(_PART_OF.search(scene.story.between(part, whole)))
    return bool(_WHOLE_OF.search(whole.lead) and _AT_ONCE.search(scene.story.between(whole, part)))
