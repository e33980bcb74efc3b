"""What a sentence's words say, read by a small network that sees nothing but words, neighbours and the place.

The chain weighs each word and pair by itself; here words of like meaning are alike, for the network began from vectors
of words. It makes other mistakes than the chain, so that the two together make fewer.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache, lru_cache
from importlib.resources import files
from itertools import repeat
from operator import add, mul, sub
from struct import Struct

from starproof.core.keeping import Shelf, Very, kept
from starproof.understand.features import place_of, told
from starproof.understand.filters import Filters, even, long
from starproof.understand.rereading import LEAST
from starproof.understand.tables import Rows, pack, unpack

Row = Sequence[float]
SIDES = (0, -1, 1)
"""Whose filters the inner layer sees: the sentence's own, and its neighbours'."""
PART = 0.3
"""How much the network counts beside the chain."""
_LIFT = 1 << 31
"""What lifts a sum over the filters above nought."""


@dataclass(frozen=True, slots=True)
class Network:
    """The filters, an inner layer over those of a sentence and its neighbours, and the labels over that.

    ``inward`` has a row for each filter: its weights for the inner layer, once for each of ``SIDES``; ``steps`` are
    their units. ``places`` has a row for each feature of a place, ``out`` a row for each label.
    """

    filters: Filters
    inward: Rows
    steps: Row
    places: Mapping[str, Row]
    inner: Row
    out: Sequence[Row]
    outer: Row
    _inward: tuple[int, ...] = field(init=False, repr=False, compare=False)
    _fields: Struct = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "_inward", tuple(long(self.inward.row(name)) for name in self.inward.places))
        object.__setattr__(self, "_fields", Struct(f"<{self.inward.width}I"))

    def given(self, words: Sequence[str]) -> tuple[Row, ...]:
        """What a sentence of these words gives to the inner layer of the sentence on each of ``SIDES``."""
        width, size = self.inward.width, len(self.inner)
        total = sum(map(mul, self.filters.most(words), self._inward), even(_LIFT, width))
        sums = self._fields.unpack(total.to_bytes(self._fields.size, "little"))
        units = tuple(map(mul, self.steps, map(sub, sums, repeat(_LIFT))))
        return tuple([units[place : place + size] for place in range(0, width, size)])

    def placed(self, names: Sequence[str]) -> Row:
        """What the features of a place give to the inner layer, with what is given everywhere."""
        return tuple(map(sum, zip(self.inner, *[self.places[name] for name in names], strict=True)))

    def scores(self, inner: Row) -> list[float]:
        """One score for each label."""
        raised = list(map(math.tanh, inner))
        return [sum(map(mul, raised, row), start) for row, start in zip(self.out, self.outer, strict=True)]


def mixed(texts: Sequence[str], shares: Sequence[Row]) -> list[list[float]]:
    """The shares that the chain gave the sentences of a story, with those of the network; each row sums to 1.

    What the chain rules out stays out.
    """
    return [_mixed(row, scores) for row, scores in zip(shares, scores_of(texts), strict=True)]


def scores_of(texts: Sequence[str]) -> list[Row]:
    """One score for each label for each sentence of a story."""
    last, given = len(texts) - 1, [Very(_given(text)) for text in texts]
    return [_scored(place, last, tuple(given[max(0, place - 1) : place + 2])) for place in range(len(texts))]


_SCORED: Shelf[Row] = Shelf()


def _scored(place: int, last: int, given: tuple[Very[tuple[Row, ...]], ...]) -> Row:
    """The scores of the sentence at a place, from what it and its neighbours give."""
    key = (place, last, given)
    found = _SCORED.get(key)
    if found is None:
        inner, first = _placed(place, last), max(0, place - 1)
        for side, step in enumerate(SIDES):
            if 0 <= place + step <= last:
                inner = tuple(map(add, inner, given[place + step - first].thing[side]))
        found = _SCORED.put(key, network().scores(inner))
    return found


def _mixed(shares: Row, scores: Row) -> list[float]:
    top = max(scores)
    powers = [math.exp(score - top) for score in scores]
    total = sum(powers)
    both = [
        (share if share > LEAST else LEAST) ** (1 - PART) * (part if part > LEAST else LEAST) ** PART if share else 0.0
        for share, part in zip(shares, [power / total for power in powers], strict=True)
    ]
    whole = sum(both)
    return [value / whole for value in both]


@kept
def _given(text: str) -> tuple[Row, ...]:
    return network().given(told(text, opens=False).words)


@lru_cache(maxsize=4096)
def _placed(place: int, last: int) -> Row:
    return network().placed(place_of(place, last))


def packed(one: Network) -> bytes:
    """The network as the bytes of its file."""
    head = {
        "widths": list(one.filters.widths),
        "floors": list(one.filters.floors),
        "steps": list(one.steps),
        "places": {name: list(row) for name, row in one.places.items()},
        "inner": list(one.inner),
        "out": [list(row) for row in one.out],
        "outer": list(one.outer),
    }
    return pack(head, (one.filters.words, one.filters.weights, one.inward))


def unpacked(data: bytes) -> Network:
    """The network that ``packed`` made into bytes."""
    head, (words, weights, inward) = unpack(data)
    filters = Filters(words, weights, tuple(head["widths"]), head["floors"])
    return Network(filters, inward, head["steps"], head["places"], head["inner"], head["out"], head["outer"])


def shipped() -> bytes:
    """The bytes of the file that the package ships."""
    return (files("starproof.understand") / "weights" / "gist.bin").read_bytes()


@cache
def network() -> Network:
    """The shipped network, read once."""
    return unpacked(shipped())
