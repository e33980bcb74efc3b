"""Totals of a table's columns: a figure under others that stand at the same place of their lines."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial

from starproof.extract.sums.story import wording
from starproof.extract.sums.story.figures import Figure, Telling
from starproof.extract.sums.story.reading import LOOSE, Reading

_LINES = 6
_OFF = 1.35
"""How many times one another what is stated and the sum of a column are at most."""


def opens_line(story: Telling, place: int) -> bool:
    """Whether a figure is the first of its line: however far the one before it is, unlike ``placing.new_line``."""
    before = story.figures[place - 1].end if place else 0
    return "\n" in story.text[before : story.figures[place].start]


def columns(story: Telling, figure: Figure) -> Iterator[Reading]:
    """The sums of the figures above this one in the lines right before its own, two at least."""
    parts = _above(story, figure)
    for count in range(2, len(parts) + 1):
        listed = parts[:count][::-1]
        computed = sum(part.value for part in listed)
        if computed > 0 and 1 / _OFF <= figure.value / computed <= _OFF:
            told = partial(wording.joined, listed, " + ", computed, figure.quantity)
            operands = tuple([part.index for part in listed])
            yield Reading("sum", figure.value, computed, operands, LOOSE, told, listed=True)


def _above(story: Telling, figure: Figure) -> Sequence[Figure]:
    """The figures of this one's kind in its column, nearest first."""
    at, found = figure.place, list[Figure]()
    start = _line(story, at)
    column = at - start
    while start and len(found) < _LINES:
        end, start = start, _line(story, start - 1)
        if end - start <= column or end - start < 2 or story.figures[start + column].kind != figure.kind:
            break
        found.append(story.figures[start + column])
    return found


def _line(story: Telling, place: int) -> int:
    """The place of the first figure in the line of this one; a line of many figures is no row of a table."""
    first = place
    while first and place - first < _LINES and not opens_line(story, first):
        first -= 1
    return first
