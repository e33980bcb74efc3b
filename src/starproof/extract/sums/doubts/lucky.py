"""Sums that come out as stated by chance, and that nobody would work out: of unlike numbers, of people times people."""

from __future__ import annotations

import math
from collections.abc import Sequence
from functools import cache
from itertools import takewhile

from starproof.extract.sums.doubts.senseless import HIRED
from starproof.extract.sums.kinds.differences import leaves_rest
from starproof.extract.sums.kinds.parts import is_part
from starproof.extract.sums.story.figures import Figure
from starproof.extract.sums.story.reading import Reading
from starproof.extract.sums.story.scene import Scene
from starproof.extract.text.words import words

_HUNDRED, _FEW, _SOON = 100.0, 12, 3
_TWO, _ROW = 2, 8
_BY_PIECE = frozenset("each per every apiece times".split())
"""Beside one of two factors, these may say that each of the one has so many of the other."""
_PLACES = frozenset(
    "seat post role position place headcount opening vacancy slot desk licence license spot job chair".split()
)
"""What each is for one of the people."""
_KNOWN = frozenset("the my our his her their these those other both".split())
_WHEN = frozenset("in during after before within when because since by for to us".split())
"""Behind "left", these make it go away and not remain."""
_PROMISED = frozenset("promised promise target goal pledged".split())


def by_chance(scene: Scene, figure: Figure, reading: Reading) -> bool:
    """Whether a sum comes out as stated, and nobody would work it out: of unlike numbers, of people times people."""
    operands = scene.at(reading.operands)
    if reading.kind == "sum" and (_people_times_people(reading, operands) or _unlike_times(figure, reading, operands)):
        return True
    if reading.kind == "sum" and (_things_a_time(operands) or _once(figure, operands)):
        return True
    if reading.kind == "sum" and _of_amounts(scene, figure, operands):
        return True
    if reading.kind == "share" and figure.kind == "percent" and not _PROMISED.isdisjoint(figure.before[-3:]):
        return all(operand.sentence != figure.sentence for operand in operands)  # "I had promised 1.5 %"
    if reading.kind != "difference" or _moved(figure):
        return reading.kind == "difference"
    things = [operand for operand in operands if operand.kind == "count" and operand.noun]
    if figure.kind == "percent" and things and not any(_of_a_hundred(scene, thing) for thing in things):
        return not _counted(figure, operands)  # "four services, each of them hitting 99.9": things are no points
    if _things_and_people(operands):
        return True
    return _of_others(figure, operands) or _of_other_things(figure, operands) or _by_itself(scene, figure, operands)


def _counted(figure: Figure, operands: Sequence[Figure]) -> bool:
    """Whether a bare number that follows a percent counts things as these do: "45 of 50, 90 %; the remaining five"."""
    whole = figure.bare and not figure.value % 1 and all(operand.kind == "count" for operand in operands)
    return whole and (leaves_rest(figure) or figure.tied.strong or figure.before[-1:] == ("by",))


def _of_a_hundred(scene: Scene, figure: Figure) -> bool:
    """Whether so many are told of a hundred, and so a share: "81 of 100 cases, where it was 70"."""
    behind = scene.story.figures[figure.place + 1 : figure.place + 2]
    of = figure.after in (("of",), ("in",), ("out", "of"), ("of", "every"))
    return figure.per == _HUNDRED or (of and any(one.value == _HUNDRED for one in behind))


def _people_times_people(reading: Reading, operands: Sequence[Figure]) -> bool:
    """Whether people are multiplied by people: "seven people, two of them with a couple of engineers each"."""
    whom = _whom()
    people = len(operands) == 2 and all(operand.kind == "count" and operand.noun in whom for operand in operands)
    return people and math.isclose(reading.computed, operands[0].value * operands[-1].value)


def _things_a_time(operands: Sequence[Figure]) -> bool:
    """Whether people or things of another sentence are taken for how often something was paid: "$18,000 a time"."""
    prices = [f for f in operands if f.after[:2] in (("a", "time"), ("each", "time"), ("every", "time"))]
    things = [f for f in operands if f.kind == "count" and f.noun not in ("", "time")]
    return len(prices) == len(things) == 1 and prices[0].sentence != things[0].sentence


def _once(figure: Figure, operands: Sequence[Figure]) -> bool:
    """Whether it is an amount again, times the one that lies between two numbers: "two", "three contracts", "$6.4M"."""
    return len(operands) > _TWO and any(f.kind == figure.kind == "money" and f.value == figure.value for f in operands)


def _of_amounts(scene: Scene, figure: Figure, operands: Sequence[Figure]) -> bool:
    """Whether a total of the amounts beside it is, by chance, one of them times a number told long before."""
    if len(operands) != _TWO or "total" not in figure.before or {f.kind for f in operands} != {"count", "money"}:
        return False
    row = scene.story.figures[max(0, figure.place - _ROW) : figure.place]
    told = [f for f in row if f.kind == figure.kind == "money" and figure.sentence - f.sentence <= _TWO]
    count = next(f for f in operands if f.kind == "count")
    return len(told) > 1 and count.sentence < told[0].sentence


def _things_and_people(operands: Sequence[Figure]) -> bool:
    """Whether people would be taken from things that hold none: "three comments", "two juniors; one stayed"."""
    nouns = [f.noun for f in operands if f.kind == "count" and f.noun]
    people = [noun for noun in nouns if noun in _whom()]
    return len(nouns) == _TWO and len(people) == 1 and _PLACES.isdisjoint(nouns)


def _unlike_times(figure: Figure, reading: Reading, operands: Sequence[Figure]) -> bool:
    """Whether things are multiplied by other things to a number of others still: "2 vans, 7 sorters; 14 stops"."""
    counts = len(operands) == 2 and all(f.kind == "count" and f.noun and not f.often and not f.per for f in operands)
    nouns = {figure.noun, *(f.noun for f in operands)}
    product = counts and math.isclose(reading.computed, operands[0].value * operands[-1].value)
    if any(not _BY_PIECE.isdisjoint(_beside(f)) for f in (*operands, figure)):
        return False  # "we picked eight shops, and counted 200 articles in each. 1,600 counts"
    apart = any(f.sentence != figure.sentence for f in operands)
    return product and len(nouns) == 3 and "" not in nouns and apart


def _beside(figure: Figure) -> list[str]:
    """The few words on either side of a figure, as far as no mark parts them from it."""
    before = takewhile(_no_mark, reversed(figure.before[-_SOON:]))
    return [*before, *takewhile(_no_mark, figure.after[:_SOON])]


def _no_mark(word: str) -> bool:
    return word not in (".", "!", "?", ";")


def _moved(figure: Figure) -> bool:
    """Whether so many went, or were hired: "five in Pune; four left in March" is no distance."""
    went = figure.after[:1] == ("left",) and not _WHEN.isdisjoint(figure.after[1:2])
    return went or not HIRED.isdisjoint(figure.before[-1:])


def _of_other_things(figure: Figure, operands: Sequence[Figure]) -> bool:
    """Whether a number of things is held to a distance between numbers of people: "six people, two; four labs"."""
    people = _whom()
    told = all(operand.kind == "count" and operand.noun in people for operand in operands)
    return told and bool(figure.noun) and figure.noun not in people


@cache
def _whom() -> frozenset[str]:
    return words("nouns", "people") | words("nouns", "builders")


def _of_others(figure: Figure, operands: Sequence[Figure]) -> bool:
    """Whether a few known things are held to a distance between numbers of nothing, as "the two teams"."""
    small = figure.kind == "count" and bool(figure.noun) and figure.value <= _FEW
    return small and not _KNOWN.isdisjoint(figure.before[-1:]) and all(not operand.noun for operand in operands)


def _by_itself(scene: Scene, figure: Figure, operands: Sequence[Figure]) -> bool:
    """Whether a few things are told by themselves, and two other numbers happen to be so far apart.

    Or the figure is set against one of the two: "five months rather than three" is no distance from five. An arrow
    between the figure and two that are before and after only says what follows: "95 dropped -> 310 down to 215".
    """
    together = len(operands) == 2 and scene.set_against(operands[0].place, operands[1].place)
    if not together and any(scene.set_against(figure.place, operand.place) for operand in operands):
        return True
    if figure.kind != "count" or figure.value > _FEW or leaves_rest(figure) or _left_of(scene, figure, operands):
        return False
    if scene.pair_of(operands[0].place, operands[-1].place) is not None:
        return False
    nouns = {operand.noun for operand in operands}
    if figure.noun and nouns - {""} and figure.noun not in nouns:
        return True
    return len(nouns) > 1 and not figure.tied.strong and not scene.cues(figure.place)


def _left_of(scene: Scene, figure: Figure, operands: Sequence[Figure]) -> bool:
    """Whether a part and its whole stand right before "so": "it cost me two engineers of ten, so I had eight"."""
    places = sorted(operand.place for operand in operands)
    if places != [figure.place - 2, figure.place - 1] or "so" not in figure.before:
        return False
    one, two = scene.story.figures[figure.place - 2 : figure.place]
    return scene.story.between(one, two) == " of " or is_part(scene, one, two)
