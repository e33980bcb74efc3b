"""The labeller's weights: one compact file, read once."""

from __future__ import annotations

import hashlib
import json
import zlib
from array import array
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Literal

from starproof.core.document import LABELS
from starproof.understand.crf import Chain
from starproof.understand.rereading import Rereader

WIDTH = len(LABELS)
Table = Mapping[str, tuple[int, ...]]
Kind = Literal["prose", "speech"]


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

    def scores(self, names: Sequence[str], words: Sequence[str]) -> list[float]:
        """One score for each label."""
        total = _summed(self.features, names)
        known = [word for word in words if word in self.words]
        if not known:
            return [self.step * value for value in total]
        share = self.word_step / len(known) ** 0.5
        said = _summed(self.words, known)
        return [self.step * value + share * word for value, word in zip(total, said, strict=True)]


def _summed(table: Table, names: Sequence[str]) -> list[int]:
    rows = [row for row in map(table.get, names) if row is not None]
    return [sum(column) for column in zip(*rows, strict=True)] if rows else [0] * WIDTH


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
    names = ["\n".join(table).encode() for table in tables]
    rows = [array("b", [value for row in table.values() for value in row]).tobytes() for table in tables]
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
    values = iter(array("b", rows))
    return dict(zip(names.decode().split("\n"), zip(*[values] * WIDTH, strict=True), strict=True))


def _data(kind: Kind) -> bytes:
    return (files("starproof.understand") / "weights" / f"{kind}.bin").read_bytes()


@cache
def weights(kind: Kind) -> Weights:
    """The shipped weights for punctuated text, or for raw speech."""
    return unpacked(_data(kind))


def fingerprint() -> str:
    """A name for the shipped weights: other weights, another name."""
    return f"crf2-{hashlib.sha256(_data('prose') + _data('speech')).hexdigest()[:12]}"
