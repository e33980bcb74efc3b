"""Rows of small whole numbers by their names, added up many at once: each row as one long number."""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Mapping
from struct import Struct

BITS = 32
"""Bits of each field of a long number, an ``I`` of ``struct``."""


class Longs(dict[str, int]):
    """The rows as long numbers, each made when it is first asked for.

    A long number has a field for each column, lifted above nought, and a last one for how many rows it is.
    """

    def __init__(self, places: Mapping[str, int], values: array[int], width: int) -> None:
        super().__init__()
        self._places, self._values, self._width = places, values, width
        self._lift = 1 << 8 * values.itemsize - 1
        self._fields = Struct(f"<{width + 1}I")

    def __missing__(self, name: str) -> int:
        first = self._places[name] * self._width
        lifted = [value + self._lift for value in self._values[first : first + self._width]]
        row = self[name] = int.from_bytes(self._fields.pack(*lifted, 1), "little")
        return row

    def total(self, names: Iterable[str]) -> int:
        """The rows of these names added up, each as often as it is named; a name without a row stands for nought.

        Most names have none, and are passed over before anything is asked of them.
        """
        return sum(map(self.__getitem__, filter(self._places.__contains__, names)))

    def counted(self, total: int) -> int:
        """How many rows a total is made of."""
        return total >> BITS * self._width

    def columns(self, total: int) -> list[int]:
        """The sum of each column of the rows that a total is made of."""
        *sums, count = self._fields.unpack(total.to_bytes(self._fields.size, "little"))
        lift = self._lift * count
        return [column - lift for column in sums]
