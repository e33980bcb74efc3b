"""Figures that are set against each other over a long way: the start told at the top of a story, the end at its bottom.

Behind a figure are read at most ``FAR`` figures, ahead of one in the opening of a story as many. A near figure may go
with one of its own measure anywhere in there, and so may the two sides of a pair that the wording is sure of.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from starproof.extract.sums.story.bareness import own_period
from starproof.extract.sums.story.figures import Figure, Telling
from starproof.extract.sums.story.likeness import alike, same_scale
from starproof.extract.sums.story.pairs import Pair
from starproof.extract.sums.story.reading import Reading

FAR, CLOSE_BY = 45, 3
"""How many figures before one, or after an opening one, may be operands; how many count as near it."""
_OFF = 1.5
"""How many times one another what is stated and a distance over figures far apart are at most."""
OPENING, _SENTENCES = 5, 3
"""How many figures, and in how many sentences, a story may open with that sum it up ahead of all the rest."""


def opens(figure: Figure) -> bool:
    """Whether a figure stands where a story is summed up before it is told."""
    return figure.place < OPENING and figure.sentence < _SENTENCES


def one_measure(a: Figure, b: Figure) -> bool:
    """Whether two figures may be of one measure wherever they stand: of one kind, unit, period, noun and scale."""
    if a.kind != b.kind or a.quantity.unit == "pp" or b.quantity.unit == "pp" or not alike(a, b):
        return False
    if a.kind == "money":
        return len({own_period(f.quantity) or f.often for f in (a, b)} - {""}) <= 1
    return same_scale(a.quantity, b.quantity)


def often(story: Telling, figure: Figure) -> str:
    """How often an amount recurs, by its own words or, where they say nothing, by those of a like one just before."""
    if figure.often or figure.kind not in ("money", "count"):
        return figure.often
    before = story.figures[max(0, figure.place - CLOSE_BY) : figure.place][::-1]
    return next((f.often for f in before if f.often and alike(f, figure)), "")


def first_told(story: Telling, first: Figure, last: Figure) -> bool:
    """Whether a figure is the first of its measure before another one."""
    return not any(one_measure(f, first) for f in story.figures[max(0, last.place - FAR) : first.place])


def far_fetched(story: Telling, figure: Figure, reading: Reading, operands: Sequence[Figure]) -> bool:
    """Whether a sum that does not come out is over figures too far away for anybody to have meant it.

    A share or a distance must be nearly what is stated then, and an operand far back the first of its measure.
    """
    first, last = operands[0], operands[-1]
    off = reading.stated / reading.computed
    near = 1 / _OFF <= off <= _OFF
    if first.place > figure.place:
        return reading.kind not in ("relative_change", "multiple") or not near
    if len(operands) > 2 or first.kind != last.kind:
        return False
    return not ((near or reading.kind == "relative_change") and first_told(story, first, last))


def far_apart(story: Telling, figure: Figure, *, behind: int, coming: int) -> Iterator[tuple[Figure, Figure]]:
    """A figure next to this one, and each one of its measure that is further back than ``behind`` figures."""
    here, figures = figure.place, story.figures
    firsts = figures[max(0, here - FAR) : max(0, here - behind)]
    if not firsts:
        return
    for last in figures[max(0, here - CLOSE_BY) : here + 1 + coming][::-1]:
        if last is not figure and _fits(figure, last):
            yield from ((first, last) for first in firsts[::-1] if one_measure(first, last))


def _fits(figure: Figure, operand: Figure) -> bool:
    """Whether a distance or a share may be told of figures of this kind."""
    if figure.quantity.unit == "pp":
        return operand.kind == "percent"
    return figure.kind in ("percent", "multiple", operand.kind)


def far_pairs(told: Sequence[Pair], figure: Figure, *, nearest: int, behind: int) -> Iterator[tuple[Figure, Figure]]:
    """The two sides of each sure pair that is further back, and of two pairs that follow each other."""
    here = figure.place
    for first, last in chained(told):
        if (
            here - FAR <= first.place
            and last.place < here
            and (last.place < here - nearest or first.place < here - behind)
        ):
            yield first, last


def chained(told: Sequence[Pair]) -> Iterator[tuple[Figure, Figure]]:
    """The sides of sure pairs in text order, and the ends of two of them that share a figure: a row of a table."""
    sides = [sorted((pair.first, pair.last), key=lambda f: f.place) for pair in told if pair.sure]
    for at, (first, last) in enumerate(sides):
        yield first, last
        for other, end in sides[at + 1 : at + 3]:
            if other is last:
                yield first, end


def ahead(story: Telling, told: Sequence[Pair], figure: Figure) -> Iterator[tuple[Figure, Figure]]:
    """For a figure that opens a story, every two figures of one measure that follow."""
    if figure.kind not in ("percent", "multiple", "money") or (figure.kind == "money" and not figure.often):
        return
    later = story.figures[figure.place + 1 : figure.place + 1 + FAR]
    seen = set()
    for first, last in chained(told):
        if figure.place < first.place and last.place <= figure.place + FAR:
            seen.add((first.place, last.place))
            yield first, last
    for at, first in enumerate(later):
        if _fits(figure, first):
            for last in later[at + 1 :]:
                if first.value != last.value and (first.place, last.place) not in seen and one_measure(first, last):
                    yield first, last
