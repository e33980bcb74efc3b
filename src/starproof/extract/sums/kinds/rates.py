"""Rates and yearly sums that a figure might state, wherever the other of the two stands."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import partial
from itertools import combinations

from starproof.extract.sums.kinds.yearly import by_year, counted, mistaken
from starproof.extract.sums.story import wording
from starproof.extract.sums.story.bareness import own_period
from starproof.extract.sums.story.distant import CLOSE_BY, FAR, often, opens
from starproof.extract.sums.story.figures import Figure
from starproof.extract.sums.story.likeness import alike, of_like_size
from starproof.extract.sums.story.reading import LOOSE, Reading, agrees, conceivable
from starproof.extract.sums.story.scales import currency
from starproof.extract.sums.story.scene import Scene
from starproof.extract.sums.story.turns import TIMES, holds

_TWELVE = re.compile(r" (?:times (?:twelve|12|52)|year|yearly|annually|annual|annum) ")
_RUN_RATE = re.compile(r" (?:run rate|annualised|annualized|over a year|a year|per year|yearly) ")
_A_MONTH = {"day": (30.0, 22.0, 21.0, 20.0), "week": (52 / 12, 4.0)}
_FEW = 4
"""How many earlier figures may be what an amount a month is reckoned from."""


def yearly_sums(scene: Scene, figure: Figure) -> Iterator[Reading]:
    """Every rate, or change of one, that this figure may be the yearly sum of, and what it may be a part of."""
    if figure.kind == "count" and figure.often in TIMES:
        yield from _a_part_of_a_count(scene, figure)
    if figure.kind in ("count", "duration") and not (by_year(figure, money=False) or times_twelve(figure)):
        return
    near = scene.around(figure)
    rates = [f for f in near if _rated(figure, f)]
    for rate in rates:
        yield from _of_rate(scene, figure, (rate,), rate.value, rate.often)
    yield from _a_part_of_the_year(scene, figure, near)
    for one, two in combinations([f for f in near if f.kind == "money" == figure.kind][:6], 2):
        rate = one if one in rates else two
        if rate in rates and alike(one, two) and one.value != two.value and of_like_size(one.value, two.value):
            first, last = (one, two) if one.place < two.place else (two, one)
            yield from _of_rate(scene, figure, (first, last), abs(one.value - two.value), rate.often)
    yield from _far_back(scene, figure)
    for rate in scene.story.figures[max(0, figure.place - CLOSE_BY) : figure.place]:
        each = "" if rate.often else often(scene.story, rate)
        if each and _rated(figure, rate, each):
            yield from _of_rate(scene, figure, (rate,), rate.value, each)


def _far_back(scene: Scene, figure: Figure) -> Iterator[Reading]:
    """The yearly sums of changes told far apart, and for a figure that opens the story of all rates told later."""
    for first, last, a, b in scene.distant(figure) if figure.kind == "money" else ():
        rate = last if last.often else first
        if a != b and of_like_size(a, b) and _rated(figure, rate):
            yield from _of_rate(scene, figure, (first, last), abs(a - b), rate.often)
    if opens(figure):
        for rate in scene.story.figures[figure.place + 1 : figure.place + 1 + FAR]:
            if _rated(figure, rate):
                yield from _of_rate(scene, figure, (rate,), rate.value, rate.often)


def _a_part_of_a_count(scene: Scene, figure: Figure) -> Iterator[Reading]:
    """What is counted in a year by the month or the like: "5.4 million letters in a year, 450,000 a month"."""
    for whole in scene.story.earlier(figure.place)[:_FEW]:
        part = whole.value / TIMES[figure.often][0]
        one = whole.kind == "count" and whole.a_year and not whole.often and alike(whole, figure)
        if one and conceivable(figure.value, part) and scene.turns(figure).usual(figure.often):
            told = partial(wording.a_period, whole, part, figure.quantity)
            yield Reading("annualised", figure.value, part, (whole.index,), LOOSE, told)


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
                usual = whole.place < figure.place and scene.turns(figure).usual(figure.often)
                if usual or agrees(figure.quantity, reading):
                    yield reading
        for rate in scene.story.earlier(figure.place)[:_FEW] if figure.often == "month" else ():
            if rate.kind == "money" and currency(rate.quantity) == currency(figure.quantity):
                yield from _of_days(figure, rate)
    elif figure.place and by_rate(figure):
        yield from _of_a_month(scene, figure, scene.story.figures[figure.place - 1])


def _of_a_month(scene: Scene, figure: Figure, last: Figure) -> Iterator[Reading]:
    """What comes out of an amount just before; that it is a month's is a guess, so nothing else is held to it."""
    if last.kind == "money" and not last.often and currency(last.quantity) == currency(figure.quantity):
        for reading in _of_rate(scene, figure, (last,), last.value, "month"):
            if agrees(figure.quantity, reading):
                yield reading


def _whole_year(figure: Figure, whole: Figure) -> bool:
    """Whether this is an amount that may be by the year, larger than the figure and in its currency."""
    if whole.kind != "money" or whole.often not in ("", "year"):
        return False
    return whole.value > figure.value and currency(whole.quantity) == currency(figure.quantity)


def _rated(figure: Figure, rate: Figure, each: str = "") -> bool:
    """Whether this is an amount each month, week or the like, in the figure's own unit."""
    if (each or rate.often) not in TIMES:
        return False
    if "duration" in (figure.kind, rate.kind):
        return figure.kind == rate.kind and figure.value > rate.value
    if rate.kind != figure.kind:
        return {figure.kind, rate.kind} == {"money", "count"} and (rate if figure.kind == "money" else figure).bare
    if figure.kind == "count":
        return True
    same = currency(rate.quantity) == currency(figure.quantity)
    return same and (own_period(figure.quantity) in ("", "year") or by_year(figure))


def _of_rate(scene: Scene, figure: Figure, rates: Sequence[Figure], rate: float, often: str) -> Iterator[Reading]:
    slips, operands = mistaken(rate, often), tuple(f.index for f in rates)
    for times, least in scene.turns(figure).of(often):
        if conceivable(figure.value, rate * times, slips):
            told = partial(wording.a_year, rates, rate * times, figure.quantity, over=counted(times, often))
            reading = Reading("annualised", figure.value, rate * times, operands, LOOSE, told, slips)
            if holds(figure, reading, rate, least):
                yield reading


def _of_days(figure: Figure, rate: Figure) -> Iterator[Reading]:
    """What an amount by the day or the week comes to in a month."""
    for times in _A_MONTH.get(rate.often, ()):
        if conceivable(figure.value, rate.value * times):
            told = partial(wording.a_month, (rate,), rate.value * times, figure.quantity)
            yield Reading("annualised", figure.value, rate.value * times, (rate.index,), LOOSE, told)


def by_rate(figure: Figure) -> bool:
    """Whether the words around an amount say that it is a rate carried on over a year."""
    return bool(_RUN_RATE.search(figure.lead[-45:] + figure.tail[:60]))


def times_twelve(figure: Figure) -> bool:
    """Whether the words before a number say that it is by the year."""
    return bool(_TWELVE.search(figure.lead[-60:]))
