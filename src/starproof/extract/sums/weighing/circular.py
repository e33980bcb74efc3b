"""Sums that go round in a circle, or against what the story tells: nobody means one, whether or not it comes out.

A total is not added to its own parts, a rate not to its own year, and a rate that has its year has no other. What fell
from 16 to 12 has not grown by a third, and the 12 do not follow from the four that it fell by.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from itertools import combinations

from starproof.extract.sums.story.figures import Figure
from starproof.extract.sums.story.pairs import Pair
from starproof.extract.sums.story.presented import of_all
from starproof.extract.sums.story.reading import Reading
from starproof.extract.sums.story.scene import Scene
from starproof.extract.sums.story.turns import TIMES

_SAID_AGAIN = 0.02
"""By how much of itself a year may be off another and still be the same, told again."""
_ROUNDED = 0.1
"""By how much of itself a percent that is told may miss what it follows from."""
_SPEED = frozenset("faster quicker quick fast sooner speed throughput".split())
_FROM = (("down", "from"), ("up", "from"))
_PAIR = 2
_OVER_TWO = frozenset(("relative_change", "difference", "multiple"))


def circular(scene: Scene, figure: Figure, reading: Reading, operands: Sequence[Figure]) -> bool:
    """Whether a reading is over a figure and what that follows from, or over a rate that another year is told of."""
    if scene.rests:
        if _of_itself(scene, reading, operands) or _of_another_year(scene, figure, operands):
            return True
        if _level(scene, figure) and any(figure.place in _places(scene, operand) for operand in operands):
            return True
    if _out_of_step(reading, operands) or _of_another_pair(scene, reading, operands):
        return True
    if _added(reading, operands) and any(
        scene.set_against(a.place, b.place) for a, b in combinations((figure, *operands), 2)
    ):
        return True  # what it was and what it became
    if _of_its_own_distance(scene, reading, operands) or _left_of_a_pair(scene, reading, operands):
        return True
    return _no_total(scene, figure, reading, operands) or _backwards(scene, figure, reading, operands)


def _added(reading: Reading, operands: Sequence[Figure]) -> bool:
    return reading.kind == "sum" and len({operand.kind for operand in operands}) == 1


def _of_its_own_distance(scene: Scene, reading: Reading, operands: Sequence[Figure]) -> bool:
    """Whether a price is taken times a change from a figure to how far that is off: "3.9, 0.1 under our goal"."""
    if reading.kind != "sum" or len(operands) <= _PAIR:
        return False
    one, two = operands[:2]
    return one.place in _places(scene, two) or two.place in _places(scene, one)


def _left_of_a_pair(scene: Scene, reading: Reading, operands: Sequence[Figure]) -> bool:
    """Whether what is left would be of two figures that a percent is told of: "1.5M given, 1.26M spent, 16 % under"."""
    if reading.kind != "difference" or len(operands) <= _PAIR:
        return False
    told = [(scene.at([index])[0], pair) for index, pair in scene.derived.items() if pair is not None]
    pairs = [{pair.first.index, pair.last.index} for figure, pair in told if figure.kind == "percent"]
    return any(pair <= set(reading.operands) for pair in pairs)


def _no_total(scene: Scene, figure: Figure, reading: Reading, operands: Sequence[Figure]) -> bool:
    """Whether a total would be what lies between two figures that are each set against another one."""
    if reading.kind != "difference" or len(operands) != _PAIR or not of_all(figure):
        return False
    apart = scene.pair_of(operands[0].place, operands[1].place) is None
    return apart and all(_level(scene, operand) for operand in operands)


def _of_another_pair(scene: Scene, reading: Reading, operands: Sequence[Figure]) -> bool:
    """Whether a price would have changed from a bare number that is before or after another one already."""
    if reading.kind != "sum" or len(operands) <= _PAIR:
        return False
    first, last = operands[:2]
    apart = first.kind != last.kind and not scene.set_against(first.place, last.place)
    return apart and any(f.bare and f.kind == "count" and _level(scene, f) for f in (first, last))


def of_speed(figure: Figure) -> bool:
    """Whether the words next to a figure tell of how fast something is."""
    return not _SPEED.isdisjoint((*figure.before[-3:], *figure.after[:2]))


def came_from(figure: Figure) -> bool:
    """Whether the words right before a figure tell it as what another came from."""
    return figure.before[-2:] in _FROM


def _of_itself(scene: Scene, reading: Reading, operands: Sequence[Figure]) -> bool:
    """Whether a rate meets its own year, or what is added up follows from something else that is."""
    places = {operand.place for operand in operands}
    if places.isdisjoint(scene.rests):
        return False  # nor is any the total of known parts, which would follow from them
    if reading.kind == "sum" and any(not places.isdisjoint(scene.parts.get(place, ())) for place in places):
        return True
    rests = [(place, scene.rests[place]) for place in places if place in scene.rests]
    added = _added(reading, operands)
    return any(
        (rest.of_a_rate or (added and max(rest.places) < place)) and not places.isdisjoint(rest.places)
        for place, rest in rests
    )


def _level(scene: Scene, figure: Figure) -> bool:
    """Whether the wording makes a figure a before or an after, which is told and not reckoned."""
    return scene.in_pair(figure) or scene.opens_pair(figure)


def _places(scene: Scene, figure: Figure) -> tuple[int, ...]:
    rest = scene.rests.get(figure.place)
    return () if rest is None else rest.places


def _of_another_year(scene: Scene, figure: Figure, operands: Sequence[Figure]) -> bool:
    """Whether these are one rate, or one and how often it comes, that a year is told of already, and not this one.

    Nor is the rate added to what others come to in a year, where its own year is told.
    """
    rates = [operand for operand in operands if operand.often in TIMES]
    if figure.often == "year" and len(rates) == 1 and any(operand.often == "year" for operand in operands):
        return bool(_years_of(scene, rates[0]))
    if len(rates) != 1 or any(operand.kind != "duration" for operand in operands if operand is not rates[0]):
        return False
    return any(_is_another(scene, figure, place) for place in _years_of(scene, rates[0]))


def _years_of(scene: Scene, rate: Figure) -> list[int]:
    return [place for place, rest in scene.rests.items() if rest.of_a_rate and rate.place in rest.places]


def _is_another(scene: Scene, figure: Figure, place: int) -> bool:
    told = scene.story.figures[place].value
    return place != figure.place and not math.isclose(told, figure.value, rel_tol=_SAID_AGAIN)


def _out_of_step(reading: Reading, operands: Sequence[Figure]) -> bool:
    """Whether an amount by the month would be set against one by the year, whether or not that is multiplied then."""
    if reading.kind != "sum" and reading.kind not in _OVER_TWO:
        return False
    money = [operand for operand in operands if operand.kind == "money"]
    apart = reading.kind != "sum" or len(operands) > len(money)
    return apart and len(money) == 2 and len({operand.often for operand in money} - {""}) == 2


def _backwards(scene: Scene, figure: Figure, reading: Reading, operands: Sequence[Figure]) -> bool:
    """Whether a change is reckoned from what the story tells as the end to what it tells as the start.

    Who settles in 12 days what took 16 is a third faster, though: speed is the other way round.
    """
    if not (reading.kind == "relative_change" or reading.percent) or of_speed(figure):
        return False
    one, two = operands
    if figure.place < max(one.place, two.place):
        return False  # "they had gone up 6 percent", and then came down again
    pairs = (scene.pair_of(one.place, two.place), _down_from(one, two))
    if any(pair is not None and pair.sure and _from_the_end(pair, reading.computed) for pair in pairs):
        return True
    return any(_from_the_end(told, reading.computed) for told in _changed(scene, reading.operands))


def _down_from(one: Figure, two: Figure) -> Pair | None:
    """Two figures of which the later is told as what the other came from, however many words stand between them."""
    first, last = (one, two) if one.place < two.place else (two, one)
    if not came_from(last) or first.sentence != last.sentence:
        return None
    return Pair(last, first, last.value, first.value, sure=last.place == first.place + 1)


def _changed(scene: Scene, operands: Sequence[int]) -> Iterator[Pair]:
    """What a percent that is told already makes the start and the end of these two."""
    for index, pair in scene.derived.items():
        if pair is not None and {pair.first.index, pair.last.index} == set(operands):
            (percent,) = scene.at([index])
            if percent.kind == "percent" and not _from_the_end(pair, percent.value, within=_ROUNDED):
                yield pair


def _from_the_end(pair: Pair, percent: float, *, within: float = 1e-9) -> bool:
    """Whether a change is so many percent of where the pair ends, and not of where it starts."""
    if not pair.before or not pair.after:
        return False
    gap = abs(pair.before - pair.after) * 100
    last, first = (math.isclose(percent, gap / base, rel_tol=within) for base in (pair.after, pair.before))
    return last and not first
