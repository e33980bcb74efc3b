"""Filters over one to three words in a row, and for each the most that it finds in a sentence.

What a filter finds at a place of the sentence is the sum of what the words there are to it, one as its first word, the
next as its second and so on. A word is a short row of numbers, from which its parts in all filters are made once. The
numbers for all filters are one long number with a field for each, so that a sentence costs a few operations a word.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import accumulate, pairwise
from operator import add, mul
from struct import Struct

from starproof.understand.tables import Rows

BITS = 32
"""Bits of a field: the lowest hold a number above nought, the highest is free for comparing."""
LIFT = 1 << 24
"""What lifts what a word is to a filter above nought."""
FINE = 10
"""Bits of what a filter finds that are dropped at the end."""
START, END, NOTHING = "<", ">", ""
"""The names of what stands before a sentence and after it, and of an unknown word; no word is written so."""
Parts = tuple[int, int, int]
"""Of a word: what it is to the filters as their first word, as their second and as their third."""


@dataclass(frozen=True, slots=True)
class Filters:
    """What words are to filters: ``words`` has a row for each word, and ``weights`` a row for each of its numbers.

    The filters are in order: first those over three words, then those over two, then those over one. A row of weights
    has three parts, as long as ``widths``: a number for each filter, for those over three or two words, and for those
    over three. ``floors`` are what each filter must exceed.
    """

    words: Rows
    weights: Rows
    widths: tuple[int, int, int]
    floors: Sequence[int]
    _parts: _Words = field(init=False, repr=False, compare=False)
    _guard: int = field(init=False, repr=False, compare=False)
    _fields: Struct = field(init=False, repr=False, compare=False)
    _raised: tuple[int, ...] = field(init=False, repr=False, compare=False)
    """What to take off each field."""

    def __post_init__(self) -> None:
        size = self.widths[0]
        object.__setattr__(self, "_parts", _Words(self.words, self.weights, self.widths))
        object.__setattr__(self, "_guard", even(1 << BITS - 1, size))
        object.__setattr__(self, "_fields", Struct(f"<{size}I"))
        lifts = [LIFT * sum(place < width for width in self.widths) for place in range(size)]
        object.__setattr__(self, "_raised", tuple(map(add, lifts, self.floors)))

    def most(self, words: Iterable[str]) -> list[int]:
        """By how much each filter exceeds its floor where it finds the most in the sentence; else 0."""
        said = [START, *words, END, NOTHING, NOTHING]
        first, second, third = zip(*map(self._parts.__getitem__, said), strict=True)
        found = map(add, map(add, first, second[1:]), third[2:])
        top, guard = next(found), self._guard
        for one in found:
            kept = ((top | guard) - one) & guard  # the guard of a field stays where the old number is no less
            top = one ^ (top ^ one) & (kept - (kept >> BITS - 1))
        fields = self._fields.unpack(top.to_bytes(self._fields.size, "little"))
        return [value - low >> FINE if value > low else 0 for value, low in zip(fields, self._raised, strict=True)]


def even(value: int, size: int) -> int:
    """A long number with the same number in each of so many fields."""
    return int.from_bytes(value.to_bytes(BITS // 8, "little") * size, "little")


def long(row: Sequence[int]) -> int:
    """A row of numbers, of which some may be below nought, as one long number that can be multiplied and added up."""
    lifted = Struct(f"<{len(row)}I").pack(*[value + LIFT for value in row])
    return int.from_bytes(lifted, "little") - even(LIFT, len(row))


class _Words(dict[str, Parts]):
    """The parts of each word, made when they are first asked for; unknown words count nothing."""

    def __init__(self, words: Rows, weights: Rows, widths: tuple[int, int, int]) -> None:
        super().__init__()
        self._words = words
        rows = [weights.row(name) for name in weights.places]
        ends = [*accumulate(widths, initial=0)]
        self._weights = [[long(row[one:two]) for row in rows] for one, two in pairwise(ends)]
        self._lifts = [even(LIFT, width) for width in widths]
        self[NOTHING] = (self._lifts[0], self._lifts[1], self._lifts[2])

    def __missing__(self, word: str) -> Parts:
        if word not in self._words.places:
            return self[NOTHING]  # not kept, since texts may hold any number of words
        row = self._words.row(word)
        first, second, third = (
            sum(map(mul, row, weights), lift) for weights, lift in zip(self._weights, self._lifts, strict=True)
        )
        parts = self[word] = first, second, third
        return parts
