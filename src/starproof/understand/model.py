"""The labeller's weights: one compact file, read once."""

from __future__ import annotations

import hashlib
import json
import zlib
from array import array
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files
from typing import Literal

from starproof.core.document import LABELS
from starproof.understand.crf import Chain
from starproof.understand.rereading import Rereader

WIDTH = len(LABELS)
Kind = Literal["prose", "speech"]
_BITS = 32
_MASK = (1 << _BITS) - 1
_BIAS = 128
"""Added to each weight so that none is below nought, and taken off the sum again."""
_LIFTED = bytes([(byte + _BIAS) % 256 for byte in range(256)])
"""By the byte of a weight, that of the weight so lifted."""
_LONG = (WIDTH + 1) * _BITS // 8
"""Bytes of a row as it is added."""


@dataclass(frozen=True, slots=True)
class Table:
    """A row of ``WIDTH`` small whole numbers for each name.

    A row is taken as one long number with a field for each label and one for how many rows it is, so that many rows are
    added at once.
    """

    places: Mapping[str, int]
    values: array[int]
    fields: bytes = field(init=False, repr=False, compare=False)
    """The rows as they are added, ``_LONG`` bytes each."""

    def __post_init__(self) -> None:
        object.__setattr__(self, "fields", _fields(self.values))

    @classmethod
    def of(cls, rows: Mapping[str, Sequence[int]]) -> Table:
        """The table of these rows."""
        places = {name: place for place, name in enumerate(rows)}
        return cls(places, array("b", [value for row in rows.values() for value in row]))

    def total(self, names: Iterable[str]) -> int:
        """The rows of these names added up, as one long number; a name without a row adds nothing."""
        fields, read = self.fields, int.from_bytes
        starts = [place * _LONG for place in map(self.places.get, names) if place is not None]
        return sum([read(fields[start : start + _LONG], "little") for start in starts])


def _fields(values: array[int]) -> bytes:
    """Rows of bytes as rows of fields of ``_BITS``, lifted above nought, column by column for speed."""
    lifted = values.tobytes().translate(_LIFTED)
    fields = bytearray(len(lifted) // WIDTH * _LONG)
    for label in range(WIDTH):
        fields[label * _BITS // 8 :: _LONG] = lifted[label::WIDTH]
    fields[WIDTH * _BITS // 8 :: _LONG] = b"\1" * (len(lifted) // WIDTH)
    return bytes(fields)


def counted(total: int) -> int:
    """How many rows a total is made of."""
    return total >> _BITS * WIDTH


def columns(total: int) -> list[int]:
    """The sum of each column of the rows that a total is made of."""
    bias = _BIAS * counted(total)
    return [(total >> _BITS * label & _MASK) - bias for label in range(WIDTH)]


@dataclass(frozen=True, slots=True)
class Weights:
    """Integer rows, one weight for each of ``LABELS``, by feature and by word.

    A sentence scores ``step`` times the sum of its features' rows, and ``word_step`` times the sum of its known
    words' rows over the square root of how many they are; the chain makes shares of the scores, and the rereader
    shares of those.
    """

    features: Table
    words: Table
    step: float
    word_step: float
    chain: Chain
    rereader: Rereader

    def scores(self, features: int, words: int) -> list[float]:
        """One score for each label, given the totals of a sentence's features and of its words."""
        known = counted(words)
        if not known:
            return [self.step * value for value in columns(features)]
        share = self.word_step / known**0.5
        return [self.step * value + share * word for value, word in zip(columns(features), columns(words), strict=True)]


def packed(weights: Weights) -> bytes:
    """The weights as the bytes of their file."""
    head = {
        "step": weights.step,
        "word_step": weights.word_step,
        "start": list(weights.chain.start),
        "end": list(weights.chain.end),
        "moves": [list(row) for row in weights.chain.moves],
        "hidden": [list(row) for row in weights.rereader.hidden],
        "out": [list(row) for row in weights.rereader.out],
        "straight": [list(row) for row in weights.rereader.straight],
    }
    tables = (weights.features, weights.words)
    names = ["\n".join(table.places).encode() for table in tables]
    rows = [table.values.tobytes() for table in tables]
    parts = [json.dumps(head, sort_keys=True).encode(), *names, *rows]
    return zlib.compress(b"".join([*(len(part).to_bytes(4, "little") for part in parts), *parts]), 9)


def unpacked(data: bytes) -> Weights:
    """The weights that ``packed`` made into bytes."""
    plain = zlib.decompress(data)
    sizes = [int.from_bytes(plain[place : place + 4], "little") for place in range(0, 20, 4)]
    parts, place = [], 20
    for size in sizes:
        parts.append(plain[place : place + size])
        place += size
    head = json.loads(parts[0])
    chain = Chain(head["start"], head["end"], head["moves"])
    features, words = (_table(parts[1], parts[3]), _table(parts[2], parts[4]))
    rereader = Rereader(head["hidden"], head["out"], head["straight"])
    return Weights(features, words, head["step"], head["word_step"], chain, rereader)


def _table(names: bytes, rows: bytes) -> Table:
    places = {name: place for place, name in enumerate(names.decode().split("\n"))}
    return Table(places, array("b", rows))


def _data(kind: Kind) -> bytes:
    return (files("starproof.understand") / "weights" / f"{kind}.bin").read_bytes()


@cache
def weights(kind: Kind) -> Weights:
    """The shipped weights for punctuated text, or for raw speech."""
    return unpacked(_data(kind))


def fingerprint() -> str:
    """A name for the shipped weights: other weights, another name."""
    return f"crf2-{hashlib.sha256(_data('prose') + _data('speech')).hexdigest()[:12]}"
