"""Small integer tables: a row of weights for each name, packed into one compact file and read without a copy."""

from __future__ import annotations

import json
import zlib
from array import array
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from starproof.understand.adding import Longs

_SIZE = 4
"""Bytes of a length in front of each part."""


@dataclass(frozen=True, slots=True)
class Rows:
    """One row of ``width`` integers for each name; a weight is ``step`` times its integer."""

    places: Mapping[str, int]
    values: array[int]
    width: int
    step: float
    longs: Longs = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "longs", Longs(self.places, self.values, self.width))

    def row(self, name: str) -> array[int]:
        """The integers of a name that has some."""
        place = self.places[name] * self.width
        return self.values[place : place + self.width]

    def sum(self, weighted: Iterable[tuple[str, float]]) -> list[float]:
        """The weights of these names, each times its own factor, added up; unknown names add nothing."""
        alike: dict[float, list[array[int]]] = {}
        for name, factor in weighted:
            place = self.places.get(name)
            if place is not None:
                alike.setdefault(factor, []).append(self.values[place * self.width : (place + 1) * self.width])
        total = [0.0] * self.width
        for factor, rows in alike.items():  # few factors, many names: whole columns are added at once
            columns = map(sum, zip(*rows, strict=True))
            total = [old + factor * value for old, value in zip(total, columns, strict=True)]
        return [self.step * value for value in total]

    def total(self, names: Iterable[str]) -> list[int]:
        """The integers of these names added up, each name counted as often as it stands; unknown names add nothing."""
        return self.longs.columns(self.longs.total(names))


def pack(head: Mapping[str, Any], tables: Sequence[Rows]) -> bytes:
    """A head of plain data and any number of tables as the bytes of one file."""
    about = {"head": head, "tables": [{"width": table.width, "step": table.step} for table in tables]}
    parts = [json.dumps(about, sort_keys=True).encode()]
    for table in tables:
        parts += ["\n".join(table.places).encode(), table.values.tobytes()]
    return zlib.compress(b"".join(len(part).to_bytes(_SIZE, "little") + part for part in parts), 9)


def unpack(data: bytes) -> tuple[Mapping[str, Any], list[Rows]]:
    """The head and the tables that ``pack`` made into bytes."""
    parts = list(_parts(zlib.decompress(data)))
    about = json.loads(parts[0])
    tables = []
    for number, kind in enumerate(about["tables"]):
        names, values = parts[1 + 2 * number].decode().split("\n"), parts[2 + 2 * number]
        places = dict(zip(names, range(len(names)), strict=True))
        tables.append(Rows(places, array("b", values), kind["width"], kind["step"]))
    return about["head"], tables


def _parts(plain: bytes) -> Iterable[bytes]:
    place = 0
    while place < len(plain):
        size = int.from_bytes(plain[place : place + _SIZE], "little")
        yield plain[place + _SIZE : place + _SIZE + size]
        place += _SIZE + size
