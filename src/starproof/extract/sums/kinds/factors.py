"""Products of more than two figures, and of a length that is told as a number alone; only where they come out.

"13.3 drops an hour instead of 11.2, with 60 drivers on seven hours", "five of them an hour each and two nine".
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import partial
from itertools import pairwise

from starproof.core.facts import Quantity
from starproof.extract.sums.kinds.products import may_change
from starproof.extract.sums.story import wording
from starproof.extract.sums.story.figures import Figure
from starproof.extract.sums.story.reading import LOOSE, Reading, agrees
from starproof.extract.sums.story.scales import scale, units
from starproof.extract.sums.story.scene import Scene

_NEAR, _BESIDE = 10, 6
"""How many figures before one may be multiplied with each other, and how many with the two right before it."""
_FACTORS = frozenset(("count", "duration", "money", "multiple"))
_ROUNDED = 0.12
"""How far off any rounding is, as a share."""


def factors(scene: Scene, figure: Figure) -> Iterator[Reading]:
    """Every such product that this figure is."""
    if not (figure.tied.strong or figure.tied.pause):
        return
    yield from _threefold(scene, figure)
    if figure.kind in ("money", "duration"):
        yield from _mixed(scene, figure)
    elif figure.bare:
        yield from _bare_length(scene, figure)


def _threefold(scene: Scene, figure: Figure) -> Iterator[Reading]:
    """Two factors right before the figure, and a third or a change told before them."""
    here = figure.place
    last = scene.story.figures[max(0, here - 2) : here]
    if len(last) < 2 or any(f.kind not in _FACTORS for f in last) or scene.set_against(here - 2, here - 1):
        return
    both = _factor(figure, last[0]) * _factor(figure, last[1])
    wanted = figure.value / both if both > 0 else 0.0
    low, high = wanted / (1 + _ROUNDED), wanted * (1 + _ROUNDED)
    for third in scene.story.earlier(here)[2:_BESIDE]:
        alone = third.kind != figure.kind or figure.kind not in (last[0].kind, last[1].kind)
        may_be = third.kind in _FACTORS or third.kind == "percent"
        if low <= _factor(figure, third) <= high and may_be and (alone or figure.kind == "count"):
            write = partial(wording.joined, (third, *last), " times ")
            yield from _comes_out(figure, (third, *last), both * _factor(figure, third), write)
    for first, second, a, b in scene.couples(figure):
        if low <= abs(a - b) <= high and a != b and second.place < here - 2 and may_change(first, second):
            write = partial(wording.scaled_twice, first, second, last)
            yield from _comes_out(figure, (first, second, *last), abs(a - b) * both, write)


def _mixed(scene: Scene, figure: Figure) -> Iterator[Reading]:
    """``three interviews, an hour each plus half an hour``, ``five of them an hour, two nine``."""
    near = scene.story.earlier(figure.place)[:_BESIDE]
    prices = [f for f in near if f.kind == figure.kind]
    for last, first in pairwise(prices):
        for count in [f for f in near if f.kind == "count" and not f.bare] if last.place == first.place + 1 else ():
            write = partial(wording.of_both, count, (first, last))
            yield from _comes_out(figure, (count, first, last), count.value * (first.value + last.value), write)
    for at in range(len(near) - 3):
        row = near[at : at + 4][::-1]
        counts = row[0].kind == row[2].kind == "count" and row[1].kind == figure.kind
        if counts and (row[3].kind == figure.kind or row[3].bare):
            times = scale(row[1].quantity) if row[3].kind == "count" else 1.0
            computed = row[0].value * row[1].value + row[2].value * row[3].value * times
            yield from _comes_out(figure, row, computed, partial(wording.two_products, row))


def _bare_length(scene: Scene, figure: Figure) -> Iterator[Reading]:
    """``forty engineers at three hours each, so a hundred and twenty``; only if it comes out."""
    near = scene.story.earlier(figure.place)[:_NEAR]
    for price in [f for f in near if f.kind == "duration"]:
        for count in [f for f in near if f.kind == "count"]:
            write = partial(wording.joined, (count, price), " times ")
            yield from _comes_out(figure, (count, price), count.value * units(price.quantity), write)


def _factor(figure: Figure, one: Figure) -> float:
    """What a factor multiplies by: an amount or a length by itself where the figure is one, else by its units."""
    if one.kind == "percent":
        return one.value / 100
    return one.value if one.kind == figure.kind else units(one.quantity)


def _comes_out(
    figure: Figure, operands: Sequence[Figure], computed: float, write: Callable[[float, Quantity], str]
) -> Iterator[Reading]:
    if not (computed > 0 and abs(figure.value / computed - 1) <= _ROUNDED):
        return
    priced = len([f for f in operands if f.kind == figure.kind])
    if figure.kind == "count" or 1 <= priced < len(operands):
        told = partial(write, computed, figure.quantity)
        reading = Reading("sum", figure.value, computed, tuple([f.index for f in operands]), LOOSE, told)
        if agrees(figure.quantity, reading):
            yield reading
