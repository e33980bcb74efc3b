"""The second reading: each sentence's label again, in the light of what the first reading made of the whole story.

The chain sees a sentence with its neighbours; only here do the story's earlier and later parts speak: how much of each
label came before and comes after, whether any action or outcome has been told yet, how the neighbours were read.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache, lru_cache
from itertools import accumulate
from operator import add, mul, sub

from starproof.core.document import LABELS
from starproof.core.records import record
from starproof.understand.features import Shown, Told, cue_names

Row = Sequence[float]
LEAST = 1e-4
"""The least share that counts as itself."""
SURE = 0.74
"""The power of the shares in the end: without it, they are too sure of hands that they have not seen. At this one the
error of calibration is least for the worst of the hands of ``corpus/train.jsonl``, each left out."""
_SHOWN = 0.5
"""What each thing counts that a sentence shows."""
_WIDTH = len(LABELS)
_NONE: Row = (0.0,) * _WIDTH
_SUBJECTS = ("i", "we", "he", "she", "they", "it", "you")
_SHAPES = (
    *(f"subject {who} {when}" for who in _SUBJECTS for when in ("past", "base", "ing", "none")),
    *("no subject", "has $", "has %", "has @time", "has @people"),
    *(f"figures {number}" for number in range(5)),
    *(f"past {number}" for number in range(4)),
)


@dataclass(frozen=True, slots=True)
class Rereader:
    """One hidden layer beside a straight one; all rows are as long as a sentence's sight."""

    hidden: Sequence[Row]
    out: Sequence[Row]
    straight: Sequence[Row]
    _rows: tuple[Weighed, ...] = field(init=False, repr=False, compare=False)
    """All rows, first the hidden ones."""
    _shown: tuple[Row, ...] = field(init=False, repr=False, compare=False)
    """For each column of what a sentence may show, what it adds to each row."""

    def __post_init__(self) -> None:
        rows = tuple(Weighed.of(row) for row in (*self.hidden, *self.straight))
        object.__setattr__(self, "_rows", rows)
        object.__setattr__(self, "_shown", tuple(zip(*[row.shown for row in rows], strict=True)))

    def showing(self, shown: Sequence[int]) -> tuple[float, ...]:
        """What a sentence adds to each row by what it shows, wherever it stands; ``shown`` are ``columns`` of it."""
        added = zip(*[self._shown[column] for column in shown], strict=True)
        return tuple(map(sum, added)) if shown else (0.0,) * len(self._rows)

    def reread(self, shares: Row, sight: Sight, showing: Row) -> list[float]:
        """New shares of the labels, which sum to 1."""
        seen = (*sight.first, sight.length)
        half, far = 0.5 * math.dist(seen, (0.0,) * len(seen)) ** 2, math.dist
        told = [  # by the law of cosines, as a distance takes a fourth of the time of a sum of products
            more + (half + row.half - 0.5 * far(seen, row.rest) ** 2)
            for more, row in zip(showing, self._rows, strict=True)
        ]
        inner = list(map(math.tanh, told[: len(self.hidden)]))
        scores = [
            math.log(share if share > LEAST else LEAST) + sum(map(mul, inner, out)) + straight
            for share, out, straight in zip(shares, self.out, told[len(self.hidden) :], strict=True)
        ]
        top = max(scores)
        powers = [math.exp(SURE * (score - top)) for score in scores]
        total = sum(powers)
        return [power / total for power in powers]


@dataclass(frozen=True, slots=True)
class Weighed:
    """A row of weights, in two parts: of what a sentence shows, and of all the other numbers of its sight."""

    shown: Row
    rest: tuple[float, ...]
    half: float
    """Half the sum of the squares of ``rest``."""

    @classmethod
    def of(cls, row: Row) -> Weighed:
        """The parts of a row."""
        first = len(row) - _width() - 1
        rest = (*row[:first], row[-1])
        return cls([_SHOWN * weight for weight in row[first:-1]], rest, 0.5 * sum(map(mul, rest, rest)))


@record
class Sight:
    """What the second reading sees of a sentence: a row of numbers near 1, most of the later ones nothing."""

    first: Sequence[float]
    shown: Sequence[int]
    """Columns of what the sentence shows, in order; each counts ``_SHOWN``."""
    length: float
    """The last number."""

    def whole(self) -> list[float]:
        """All its numbers."""
        row = [*self.first, *([0.0] * _width()), self.length]
        for column in self.shown:
            row[len(self.first) + column] = _SHOWN
        return row


def sights(sentences: Sequence[Told], shown: Sequence[Sequence[int]], shares: Sequence[Row]) -> list[Sight]:
    """What the second reading sees of each sentence.

    ``shown`` are ``columns`` of the sentences, ``shares`` their labels' shares in the first reading.
    """
    rows, size = _story(shares), len(shares)
    opened = list(accumulate(float(sentence.opens) for sentence in sentences))
    opens = [*(float(sentence.opens) for sentence in sentences), 0.0]
    return [
        Sight(
            (*row, *_place(place, size), *opens[place : place + 2], opened[place] / max(opened[-1], 1.0)),
            shown[place],
            min(len(sentence.words), 40) / 20,
        )
        for place, (row, sentence) in enumerate(zip(rows, sentences, strict=True))
    ]


def columns(shown: Shown) -> tuple[int, ...]:
    """The columns of what a sentence shows, counted from the first that may hold it."""
    cues, shapes = _columns()
    found = [cues[cue] for cue in shown.cues if cue in cues]
    return tuple(sorted({*found, *[shapes[shape] for shape in shown.shapes if shape in shapes]}))


@cache
def _columns() -> tuple[Mapping[str, int], Mapping[str, int]]:
    """The columns of cues, and of shapes."""
    names = cue_names()
    shapes = {shape: place for place, shape in enumerate(_SHAPES, len(names))}
    return {name: place for place, name in enumerate(names)}, shapes


def _width() -> int:
    return sum(map(len, _columns()))


@lru_cache(maxsize=4096)
def _place(place: int, size: int) -> Row:
    far = size - 1 - place
    part = place / max(size - 1, 1)
    return (part, part * part, math.exp(-place / 2), math.exp(-far / 2), math.log(size) / 3, 1.0)


def _story(shares: Sequence[Row]) -> list[Row]:
    """The first reading of the sentence, of its neighbours, and of all before and after."""
    size = len(shares)
    if not size:
        return []
    logs = [_logs(row) for row in shares]
    own, thirds = (
        [[0.6 * value for value in row] for row in logs],
        _beside([[value / 3 for value in row] for row in logs], 1),
    )
    near = _beside(shares, 3)
    sums = list(accumulate(shares, _added, initial=_NONE))
    before_most = list(accumulate(shares, _most, initial=_NONE))
    after_most = list(accumulate(reversed(shares), _most, initial=_NONE))
    mean = [2 * value / size for value in sums[-1]]
    return [
        (
            *own[place], *thirds[place], *near[place], *_around(sums, place),
            *mean, *before_most[place], *after_most[size - 1 - place],
        )
        for place in range(size)
    ]  # fmt: skip


def _beside(rows: Sequence[Row], far: int) -> list[Row]:
    """Of each place, the rows of so many places before and after it, one after the other."""
    padded = [*([_NONE] * far), *rows, *([_NONE] * far)]
    steps = [step for step in range(2 * far + 1) if step != far]
    return [[value for step in steps for value in padded[place + step]] for place in range(len(rows))]


def _around(sums: Sequence[Row], place: int) -> Row:
    """How much of each label came before and comes after, as shares and as logarithms."""
    before, left = sums[place], max(len(sums) - 2 - place, 1)
    after = list(map(sub, sums[-1], sums[place + 1]))
    passed = max(place, 1)
    return (
        *[value / passed for value in before],
        *[value / left for value in after],
        *[math.log1p(value) / 2 if value > 0.0 else 0.0 for value in (*before, *after)],
    )


def _logs(shares: Row) -> list[float]:
    logs = [math.log(share if share > LEAST else LEAST) for share in shares]
    mean = sum(logs) / len(logs)
    return [value - mean for value in logs]


def _added(left: Row, right: Row) -> Row:
    return list(map(add, left, right))


def _most(left: Row, right: Row) -> Row:
    return [old if old >= new else new for old, new in zip(left, right, strict=True)]
