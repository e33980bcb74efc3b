"""Figures that are told offhand, as a manner, a rate or a score: what no sum is over.

"So nobody carried double" tells of no two figures, and "calls about them a week" of no week that something grew by.
"""

from __future__ import annotations

from itertools import pairwise

from starproof.extract.sums.story.figures import Figure
from starproof.extract.sums.story.reading import Reading
from starproof.extract.sums.story.scales import units
from starproof.extract.sums.story.scene import Scene

_DONE = frozenset(
    "carry carries carried carrying work works worked working do did does doing pull pulled pulling run ran".split()
)
"""Before "double", these tell how somebody worked."""
_UP = frozenset(["up"])
_OF_NOUN = frozenset("a each no every any another out".split())
"""Before "double", these make it a thing sent or booked twice, unless it is double of something."""
_PLURAL = frozenset("the her his our their my its no any some these those of , .".split())
"""Before "doubles", these make it several of those."""
_OF_WHAT = frozenset("the what that as our its their".split())
_ARTICLES = frozenset(["a", "an"])
_MARGINS = frozenset(
    "more less longer shorter earlier later late early sooner faster slower quicker ahead behind over under off "
    "saved lost better worse extra before after in each per gone up down".split()
)
"""Behind "a week", these make it a length that something was more or less by."""
_EACH = frozenset(["each", "apiece"])
_CALLED = frozenset("another extra gained lost saved gain by save saves saving lose won cut shaved".split())


def manner(figure: Figure, reading: Reading) -> bool:
    """Whether a factor is told as how somebody worked: "worked a double", "we doubled up on nights", "by doubling"."""
    if reading.kind != "multiple" or figure.kind != "multiple":
        return False
    if not _UP.isdisjoint(figure.after[:1]) or _as_means(figure) or _as_noun(figure):
        return True
    return figure.own[-1:] == ("double",) and not _DONE.isdisjoint(figure.before[-2:])


def _as_noun(figure: Figure) -> bool:
    """Whether it names what came twice: "a double text", "the doubles were gone", "it went out double"."""
    if figure.own[-1:] == ("doubles",):
        return not _PLURAL.isdisjoint(figure.before[-1:])
    named = figure.own[-1:] == ("double",) and not _OF_NOUN.isdisjoint((*figure.own[:-1], *figure.before[-1:]))
    return named and _OF_WHAT.isdisjoint(figure.after[:1])


def _as_means(figure: Figure) -> bool:
    """Whether it tells by what something was to be reached: "a plan to get to 45 % by sending twice as many"."""
    deed = (*figure.before[-3:], *figure.own[:1])
    return any(one == "by" and two.endswith("ing") for one, two in pairwise(deed))


def to_nothing(scene: Scene, reading: Reading) -> bool:
    """Whether a distance is from or to nothing, and so one of the figures again: "went to zero. The other two"."""
    return reading.kind == "difference" and any(operand.value == 0 for operand in scene.at(reading.operands))


def loosely_many(scene: Scene, reading: Reading) -> bool:
    """Whether a sum is over a couple, or adds up what each of a part has: "two leads with three engineers each"."""
    if reading.kind != "sum":
        return False
    operands = scene.at(reading.operands)
    couple = any("couple" in operand.own for operand in operands)
    return couple or (reading.listed and any(not _EACH.isdisjoint(operand.after[:2]) for operand in operands))


def by_the_way(figure: Figure, reading: Reading) -> bool:
    """Whether "a week" is told as how often, and so as no difference: "calls about them a week"."""
    if reading.kind != "difference" or figure.kind != "duration" or _ARTICLES.isdisjoint(figure.own[:1]):
        return False
    return len(figure.own) == 2 and _MARGINS.isdisjoint(figure.after[:2]) and _CALLED.isdisjoint(figure.before[-3:])


def scored(scene: Scene, figure: Figure, reading: Reading) -> bool:
    """Whether a score would have been a count that is spelled out: "two hours" is no rating of two."""
    if reading.kind not in ("difference", "relative_change", "multiple"):
        return False
    operands = scene.at(reading.operands)
    kinds = {operand.kind for operand in operands}
    return kinds == {"score", "count"} and any(
        operand.kind == "count" and operand.own[-1:] and operand.own[-1].isalpha() and operand.start < figure.start
        for operand in operands
    )


def said_before(scene: Scene, figure: Figure) -> bool:
    """Whether "the eight" names again a number that was told, and so states nothing: "we missed the eight by one"."""
    if figure.before[-1:] != ("the",) or len(figure.own) > 1 or figure.after[:1] == ("of",):
        return False
    return any(units(f.quantity) == units(figure.quantity) for f in scene.story.figures[: figure.place])
