"""Products that a figure might state: how many there are times what each is worth, wherever the two stand.

Among the ten figures before, any two may be multiplied, or a change of one by the other; percent and points by what one
of them is worth. Right before the figure three may stand in a row: "0.03 USD x 2 SMS x 1,400". Further back only one of
the two may stand, up to ``FAR`` figures, and only sums that are nearly what is stated are made.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterator, Sequence
from functools import partial

from starproof.extract.sums.kinds.yearly import by_year
from starproof.extract.sums.story import wording
from starproof.extract.sums.story.bareness import no_money
from starproof.extract.sums.story.distant import FAR, often
from starproof.extract.sums.story.figures import Figure, by_wording
from starproof.extract.sums.story.likeness import alike, of_like_size
from starproof.extract.sums.story.reading import LOOSE, Reading, conceivable
from starproof.extract.sums.story.scales import PERIODS, in_full, period, scale, units
from starproof.extract.sums.story.scene import Couple, Scene
from starproof.extract.sums.story.turns import TIMES, holds

_NEAR, _BESIDE = 10, 6
"""How many figures before one may be multiplied with each other, and how many of them with one further back."""
_NEARLY = 1.12
"""How many times one another what is stated and a product with an operand far back are at most."""
_LONGER = 12.0
"""How many times one another two lengths are at most that are before and after."""
_OFF = 1.35
"""The same of a product of three figures in a row."""
_DIGIT = r"(?:zero|oh|one|two|three|four|five|six|seven|eight|nine) "
_A_POINT = re.compile(
    rf" (?:an?|each|every|per|one) (?:percentage )?(?:point|percent)(?:'s)? (?!(?<= one point ){_DIGIT})"
)
"""What a point is told by; "one point seven million" is a number."""


def products(scene: Scene, figure: Figure) -> Iterator[Reading]:
    """Every count, or change of one, times a price, or the other way round."""
    near = scene.around(figure)[:_NEAR]
    changed = [c for c in scene.couples(figure) if may_change(*c[:2])][:12]
    for price in near:
        if not _is_price(price, figure):
            continue
        for count in near:
            counts = count is not price and _counts(count, price)
            if counts and not scene.set_against(count.place, price.place):
                yield from _product(scene, figure, (count,), count.value, price)
        for first, last, a, b in changed if figure.kind != "count" else ():
            if a != b and price is not first and price is not last and _counts(last, price):
                yield from _product(scene, figure, (first, last), abs(a - b), price)
    if figure.kind in ("money", "duration"):
        yield from _priced_change(scene, figure, scene.couples(figure)[:24], [f for f in near if f.kind == "count"])
    if figure.kind == "money":
        yield from _far_products(scene, figure)
    yield from _in_a_row(scene, figure)


def may_change(first: Figure, last: Figure) -> bool:
    """Whether two counts or two lengths may be before and after: of one thing, and no hours beside months.

    What came down to nothing changed by all of it, which is a factor by itself.
    """
    if first.kind != last.kind:
        return {first.kind, last.kind} == {"count", "duration"} and (first.bare or last.bare)
    if first.kind == "duration":
        return last.value / _LONGER <= first.value <= last.value * _LONGER
    return first.kind == "count" and alike(first, last) and min(first.value, last.value) > 0


def _in_a_row(scene: Scene, figure: Figure) -> Iterator[Reading]:
    """Three factors right before the figure; of an amount or a length one of them is of its kind."""
    here = figure.place
    told = scene.story.figures[max(0, here - 3) : here]
    price = next((f for f in told if f.kind == figure.kind), None)
    counts = [f for f in told if f is not price]
    if price is None or len(counts) != 2 or any(f.kind not in ("count", "multiple", "duration") for f in counts):
        return
    computed = math.prod([units(f.quantity) if f in counts else f.value for f in told])
    if computed > 0 and 1 / _OFF <= figure.value / computed <= _OFF:
        operands = tuple([f.index for f in told])
        write = partial(wording.joined, told, " times ", computed, figure.quantity)
        yield Reading("sum", figure.value, computed, operands, LOOSE, write)


def by_the_point(price: Figure) -> bool:
    """Whether the words around an amount say that it is what one point or percent is worth."""
    return price.kind == "money" and _a_point(price)


@by_wording
def _a_point(price: Figure) -> bool:
    return _A_POINT.search(price.lead[-40:] + price.tail[:50]) is not None


def _far_products(scene: Scene, figure: Figure) -> Iterator[Reading]:
    """A count, or a change of one, told just before and a price told long before, or the other way round."""
    here, figures = figure.place, scene.story.figures
    near, far = figures[max(0, here - _BESIDE) : here][::-1], figures[max(0, here - FAR) : max(0, here - _NEAR)]
    if not far:
        return
    changed = [
        c for c in scene.couples(figure) if c[1].place >= here - 2 and c[0].kind == "count" and may_change(*c[:2])
    ]
    told = [(count, often(scene.story, count)) for count in near]
    for price in [f for f in far if _is_price(f, figure)]:
        for count, each in told:
            if _counts(count, price):
                yield from _nearly(scene, figure, (count,), count.value, price, each)
        for first, last, a, b in changed:
            if a != b and price is not first:
                yield from _nearly(scene, figure, (first, last), abs(a - b), price, last.often or first.often)
    for price in [f for f in near if _is_price(f, figure)]:
        for count in [f for f in far if f.kind == "count"]:
            yield from _nearly(scene, figure, (count,), count.value, price, count.often)


def _nearly(
    scene: Scene, figure: Figure, counts: Sequence[Figure], count: float, price: Figure, each: str
) -> Iterator[Reading]:
    """The product once and by the year, if it is about what is stated."""
    whole = scene.turns(figure).usual(price.often or each)
    yearly = _times(price.often, each)[:1] if whole and by_year(figure, money=False) else ()
    for times in (1.0, *yearly):
        computed = price.value * count * times
        if computed > 0 and 1 / _NEARLY <= figure.value / computed <= _NEARLY:
            yield _reading(figure, counts, price, computed, times)


def _reading(figure: Figure, counts: Sequence[Figure], price: Figure, computed: float, repeats: float) -> Reading:
    told = partial(wording.product, counts, price, computed, figure.quantity, repeats=repeats)
    operands = (*(f.index for f in counts), price.index)
    return Reading("sum", figure.value, computed, operands, LOOSE, told)


def _is_price(price: Figure, figure: Figure) -> bool:
    if price.kind != figure.kind:
        return {figure.kind, price.kind} == {"money", "count"} and (price if figure.kind == "money" else figure).bare
    return price.kind != "money" or alike(price, figure)


def _product(scene: Scene, figure: Figure, counts: Sequence[Figure], count: float, price: Figure) -> Iterator[Reading]:
    many = counts[0]
    times = count
    if many.kind == "duration":
        times = count / (PERIODS.get(period(price.quantity)) or scale(many.quantity))
    for repeats, least in _repeats(scene, figure, many, price):
        computed = price.value * times * repeats
        if conceivable(figure.value, computed):
            reading = _reading(figure, counts, price, computed, repeats)
            if holds(figure, reading, computed / repeats, least):
                yield reading


def _repeats(scene: Scene, figure: Figure, count: Figure, price: Figure) -> Iterator[tuple[float, float]]:
    """Once, and as often as what is counted comes in a year; hours that recur by their own words are no year's.

    With each above how many of them a year can be held to it.
    """
    recurs = count.kind == "duration" and count.often in TIMES and by_year(figure, money=False)
    if not recurs:
        yield 1.0, 0.0
    if by_year(figure, money=False):
        each = count.often if recurs else price.often if price.often in TIMES else often(scene.story, count)
        yield from scene.turns(figure).of(each)


def _times(price: str, count: str) -> tuple[float, ...]:
    """How often a product comes in a year, by its price's period or, of a price by the hour, by its count's."""
    return TIMES.get(price) or TIMES.get(count, ())


def _priced_change(
    scene: Scene, figure: Figure, couples: Sequence[Couple], counts: Sequence[Figure]
) -> Iterator[Reading]:
    """What each piece costs less, times how many there are."""
    for first, last, a, b in couples:
        if a == b or figure.kind not in (first.kind, last.kind) or not _one_price(scene, first, last, a, b):
            continue
        for count in counts:
            if count is first or count is last:
                continue
            for repeats, least in _repeats(scene, figure, count, first):
                computed = abs(a - b) * count.value * repeats
                told = partial(wording.scaled, first, last, count, computed, figure.quantity)
                operands = (first.index, last.index, count.index)
                reading = Reading("sum", figure.value, computed, operands, LOOSE, told)
                if conceivable(figure.value, computed) and holds(figure, reading, computed / repeats, least):
                    yield reading


def _one_price(scene: Scene, first: Figure, last: Figure, before: float, after: float) -> bool:
    """Whether one price may have become the other by the wording; else none borrows its thousands from far off."""
    if scene.pair_of(first.place, last.place) is not None:
        return True
    return (before, after) == (first.value, last.value) and of_like_size(before, after)


def _counts(count: Figure, price: Figure) -> bool:
    if by_the_point(price):
        return count.kind == "percent"
    if price.kind == "count" and count.kind == "count":
        return count.place < price.place and not (count.noun and count.noun == price.noun)
    if count.kind == "duration":
        if price.kind == "count":
            return price.often in PERIODS and length_unit(count) == price.often
        return price.kind == "money" and (period(price.quantity) in PERIODS or _by_length(price, count))
    return count.kind in ("count", "multiple") or (count.kind == "money" and (count.bare or no_money(count)))


def _by_length(price: Figure, length: Figure) -> bool:
    return names_unit(price, length_unit(length))


def length_unit(length: Figure) -> str:
    """The unit of a length of time as its words name it."""
    return in_full(length.quantity.text).rstrip("s").rsplit(" ", 1)[-1]


def names_unit(price: Figure, unit: str) -> bool:
    """Whether the words around a price name the unit of a length: "one hour costs"."""
    return unit.isalpha() and f" {unit}" in price.lead[-40:] + price.tail[:50]
