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
from starproof.understand.adding import BITS, Longs
from starproof.understand.crf import Chain
from starproof.understand.rereading import Rereader

WIDTH = len(LABELS)
Kind = Literal["prose", "speech"]
LONG_BITS = (WIDTH + 1) * BITS
"""Bits of a total of rows."""


@dataclass(frozen=True, slots=True)
class Table:
    """A row of ``WIDTH`` small whole numbers for each name."""

    places: Mapping[str, int]
    values: array[int]
    longs: Longs = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "longs", Longs(self.places, self.values, WIDTH))

    @classmethod
    def of(cls, rows: Mapping[str, Sequence[int]]) -> Table:
        """The table of these rows."""
        places = {name: place for place, name in enumerate(rows)}
        return cls(places, array("b", [value for row in rows.values() for value in row]))

    def total(self, names: Iterable[str]) -> int:
        """The rows of these names added up, as one long number; a name without a row adds nothing."""
        return self.longs.total(names)


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
        own, said, known = self.features.longs, self.words.longs, self.words.longs.counted(words)
        if not known:
            return [self.step * value for value in own.columns(features)]
        share, columns = self.word_step / known**0.5, zip(own.columns(features), said.columns(words), strict=True)
        return [self.step * value + share * word for value, word in columns]


def packed(weights: Weights) -> bytes:
    """The weights as the bytes of their file."""
    head = {
        "step": weights.step,
        "word_step": weights.word_step,
        "start": list(weights.chain.start),
        "end": list(weights.chain.end),
        "moves": [[list(row) for row in table] for table in weights.chain.moves],
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
    known = names.decode().split("\n")
    return Table(dict(zip(known, range(len(known)), strict=True)), array("b", rows))


def _data(kind: Kind) -> bytes:
    return (files("starproof.understand") / "weights" / f"{kind}.bin").read_bytes()


@cache
def weights(kind: Kind) -> Weights:
    """The shipped weights for punctuated text, or for raw speech."""
    return unpacked(_data(kind))


def fingerprint(more: bytes) -> str:
    """A name for the shipped weights, and for ``more`` that is read beside them: other weights, another name."""
    return f"crf4-{hashlib.sha256(_data('prose') + _data('speech') + more).hexdigest()[:12]}"
