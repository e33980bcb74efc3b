"""Stocks: what there was, with what came and without what went."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from itertools import pairwise

from starproof.extract.sums.story import wording
from starproof.extract.sums.story.figures import Figure
from starproof.extract.sums.story.reading import LOOSE, Reading
from starproof.extract.sums.story.scene import Scene
from starproof.extract.sums.story.sorts import one_sort

_NEAR = 8
"""How many figures around one may be the stock or what moved."""


def flows(scene: Scene, figure: Figure) -> Iterator[Reading]:
    """``34 people; 5 left and 14 came, so 43``; only if it comes out to a digit."""
    near = [f for f in scene.around(figure)[:_NEAR] if f.place < figure.place and f.kind == figure.kind]
    for last, first in pairwise(near):
        apart = abs(first.value - last.value)
        stocks = [f for f in near if f.place < first.place and abs(f.value - figure.value) == apart] if apart else ()
        for stock in stocks:
            if all(one_sort(f, figure) for f in (stock, first, last)):
                told = partial(wording.flowed, stock, (first, last), figure.quantity, more=stock.value < figure.value)
                operands = (stock.index, first.index, last.index)
                yield Reading("difference", figure.value, figure.value, operands, LOOSE, told)
