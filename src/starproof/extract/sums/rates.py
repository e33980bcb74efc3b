"""Rates and yearly sums that a figure might state, wherever the other of the two stands."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import partial
from itertools import combinations

from starproof.extract.sums import wording
from starproof.extract.sums.bareness import own_period
from starproof.extract.sums.distant import CLOSE_BY, FAR, often, opens
from starproof.extract.sums.figures import Figure
from starproof.extract.sums.likeness import alike, of_like_size
from starproof.extract.sums.reading import LOOSE, Reading, agrees, conceivable
from starproof.extract.sums.scales import currency
from starproof.extract.sums.scene import Scene
from starproof.extract.sums.yearly import TIMES, by_year, mistaken

_TWELVE = re.compile(r" (?:times (?:twelve|12|52)|year|yearly|annually|annual|annum) ")
_RUN_RATE = re.compile(r" (?:run rate|annualised|annualized|over a year|a year|per year|yearly) ")
_A_MONTH = {"day": (30.0, 22.0, 21.0, 20.0), "week": (52 / 12, 4.0)}
_FEW = 4
"""How many earlier figures may be what an amount a month is reckoned from."""


def yearly_sums(scene: Scene, figure: Figure) -> Iterator[Reading]:
    """Every rate, or change of one, that this figure may be the yearly sum of, and what it may be a part of."""
    if figure.kind == "count" and not (by_year(figure, money=False) or times_twelve(figure)):
        return
    near = scene.around(figure)
    rates = [f for f in near if _rated(figure, f)]
    for rate in rates:
        yield from _of_rate(figure, (rate,), rate.value, rate.often)
    yield from _a_part_of_the_year(scene, figure, near)
    for one, two in combinations([f for f in near if f.kind == "money" == figure.kind][:6], 2):
        rate = one if one in rates else two
        if rate in rates and alike(one, two) and one.value != two.value and of_like_size(one.value, two.value):
            first, last = (one, two) if one.place < two.place else (two, one)
            yield from _of_rate(figure, (first, last), abs(one.value - two.value), rate.often)
    yield from _far_back(scene, figure)
    for rate in scene.story.figures[max(0, figure.place - CLOSE_BY) : figure.place]:
        each = "" if rate.often else often(scene.story, rate)
        if each and _rated(figure, rate, each):
            yield from _of_rate(figure, (rate,), rate.value, each)


def _far_back(scene: Scene, figure: Figure) -> Iterator[Reading]:
    """The yearly sums of changes told far apart, and for a figure that opens the story of all rates told later."""
    for first, last, a, b in scene.distant(figure) if figure.kind == "money" else ():
        rate = last if last.often else first
        if a != b and of_like_size(a, b) and _rated(figure, rate):
            yield from _of_rate(figure, (first, last), abs(a - b), rate.often)
    if opens(figure):
        for rate in scene.story.figures[figure.place + 1 : figure.place + 1 + FAR]:
            if _rated(figure, rate):
                yield from _of_rate(figure, (rate,), rate.value, rate.often)


def _a_part_of_the_year(scene: Scene, figure: Figure, near: Sequence[Figure]) -> Iterator[Reading]:
    """A yearly amount told by the month, and one told in a month that is by the month though nothing says so."""
    if figure.kind != "money":
        return
    if figure.often in TIMES:
        for whole in near:
            part = whole.value / TIMES[figure.often][0]
            if _whole_year(figure, whole) and conceivable(figure.value, part):
                told = partial(wording.a_period, whole, part, figure.quantity)
                reading = Reading("annualised", figure.value, part, (whole.index,), LOOSE, told)
                if whole.place < figure.place or agrees(figure.quantity, reading):
                    yield reading
        for rate in scene.story.earlier(figure.place)[:_FEW] if figure.often == "month" else ():
            if rate.kind == "money" and currency(rate.quantity) == currency(figure.quantity):
                yield from _of_rate(figure, (rate,), rate.value, rate.often, by=_A_MONTH)
    elif figure.place and by_rate(figure):
        yield from _of_a_month(figure, scene.story.figures[figure.place - 1])


def _of_a_month(figure: Figure, last: Figure) -> Iterator[Reading]:
    """What comes out of an amount just before; that it is a month's is a guess, so nothing else is held to it."""
    if last.kind == "money" and not last.often and currency(last.quantity) == currency(figure.quantity):
        for reading in _of_rate(figure, (last,), last.value, "month"):
            if agrees(figure.quantity, reading):
                yield reading


def _whole_year(figure: Figure, whole: Figure) -> bool:
    """Whether this is an amount that may be by the year, larger than the figure and in its currency."""
    if whole.kind != "money" or whole.often not in ("", "year"):
        return False
    return whole.value > figure.value and currency(whole.quantity) == currency(figure.quantity)


def _rated(figure: Figure, rate: Figure, each: str = "") -> bool:
    """Whether this is an amount each month, week or the like, in the figure's own unit."""
    if figure.kind == "duration" or (each or rate.often) not in TIMES:
        return False
    if rate.kind != figure.kind:
        return {figure.kind, rate.kind} == {"money", "count"} and (rate if figure.kind == "money" else figure).bare
    if figure.kind == "count":
        return True
    same = currency(rate.quantity) == currency(figure.quantity)
    return same and (own_period(figure.quantity) in ("", "year") or by_year(figure))


def _of_rate(
    figure: Figure, rates: Sequence[Figure], rate: float, often: str, *, by: Mapping[str, Sequence[float]] = TIMES
) -> Iterator[Reading]:
    slips = mistaken(rate, often) if by is TIMES else ()
    for times in by.get(often, ()):
        if conceivable(figure.value, rate * times, slips):
            write = wording.a_year if by is TIMES else wording.a_month
            told = partial(write, rates, rate * times, figure.quantity)
            operands = tuple(f.index for f in rates)
            yield Reading("annualised", figure.value, rate * times, operands, LOOSE, told, slips)


def by_rate(figure: Figure) -> bool:
    """Whether the words around an amount say that it is a rate carried on over a year."""
    return bool(_RUN_RATE.search(figure.lead[-45:] + figure.tail[:60]))


def times_twelve(figure: Figure) -> bool:
    """Whether the words before a number say that it is by the year."""
    return bool(_TWELVE.search(figure.lead[-60:]))
