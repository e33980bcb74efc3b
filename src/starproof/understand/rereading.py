"""The second reading: each sentence's label again, in the light of what the first reading made of the whole story.

The chain sees a sentence with its neighbours; only here do the story's earlier and later parts speak: how much of each
label came before and comes after, whether any action or outcome has been told yet, how the neighbours were read.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import accumulate
from operator import add, mul

from starproof.core.document import LABELS
from starproof.understand.features import Shown, Told, cue_names

Row = Sequence[float]
LEAST = 1e-4
"""The least share that counts as itself."""
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

    def reread(self, shares: Row, sight: Sight) -> list[float]:
        """New shares of the labels, which sum to 1."""
        inner = [math.tanh(sight.weighed(row)) for row in self.hidden]
        scores = [
            math.log(max(share, LEAST)) + _dot(inner, out) + sight.weighed(straight)
            for share, out, straight in zip(shares, self.out, self.straight, strict=True)
        ]
        top = max(scores)
        powers = [math.exp(score - top) for score in scores]
        total = sum(powers)
        return [power / total for power in powers]


def _dot(left: Row, right: Row) -> float:
    return float(sum(map(mul, left, right)))


@dataclass(frozen=True, slots=True)
class Sight:
    """What the second reading sees of a sentence: a row of numbers near 1, most of the later ones nothing."""

    first: Sequence[float]
    shown: Sequence[int]
    """Columns of what the sentence shows, in order; each counts ``_SHOWN``."""
    length: float
    """The last number."""

    def weighed(self, weights: Row) -> float:
        """The sum of the row's numbers, each times its weight, from left to right."""
        told = sum([_SHOWN * weights[column] for column in self.shown], _dot(self.first, weights))
        return told + self.length * weights[-1]

    def whole(self) -> list[float]:
        """All its numbers."""
        row = [*self.first, *([0.0] * len(_columns())), self.length]
        for column in self.shown:
            row[column] = _SHOWN
        return row


def sights(sentences: Sequence[Told], shown: Sequence[Sequence[int]], shares: Sequence[Row]) -> list[Sight]:
    """What the second reading sees of each sentence.

    ``shown`` are ``columns`` of the sentences, ``shares`` their labels' shares in the first reading.
    """
    rows = _story(shares)
    opened = list(accumulate(float(sentence.opens) for sentence in sentences))
    seen = []
    for place, (row, sentence) in enumerate(zip(rows, sentences, strict=True)):
        row += _place(place, len(rows))
        row += [float(sentence.opens), float(_opens(sentences, place + 1)), opened[place] / max(opened[-1], 1.0)]
        later = [len(row) + column for column in shown[place]]
        seen.append(Sight(row, later, min(len(sentence.words), 40) / 20))
    return seen


def columns(shown: Shown) -> tuple[int, ...]:
    """The columns of what a sentence shows, counted from the first that may hold it."""
    names = (*(f"cue:{cue}" for cue in shown.cues), *(f"shape:{shape}" for shape in shown.shapes))
    known = _columns()
    return tuple(sorted({known[name] for name in names if name in known}))


@cache
def _columns() -> Mapping[str, int]:
    names = [f"cue:{cue}" for cue in cue_names()] + [f"shape:{shape}" for shape in _SHAPES]
    return {name: place for place, name in enumerate(names)}


def _opens(sentences: Sequence[Told], place: int) -> bool:
    return place < len(sentences) and sentences[place].opens


def _place(place: int, size: int) -> list[float]:
    far = size - 1 - place
    part = place / max(size - 1, 1)
    return [part, part * part, math.exp(-place / 2), math.exp(-far / 2), math.log(size) / 3, 1.0]


def _story(shares: Sequence[Row]) -> list[list[float]]:
    """The first reading of the sentence, of its neighbours, and of all before and after."""
    size = len(shares)
    if not size:
        return []
    logs = [_logs(row) for row in shares]
    sums = list(accumulate(shares, _added, initial=_NONE))
    before_most = list(accumulate(shares, _most, initial=_NONE))
    after_most = list(accumulate(reversed(shares), _most, initial=_NONE))
    mean = [2 * value / size for value in sums[-1]]
    rows = []
    for place in range(size):
        before = sums[place]
        after = [total - given for total, given in zip(sums[-1], sums[place + 1], strict=True)]
        row = [0.6 * value for value in logs[place]]
        for step in (-1, 1):
            row += [value / 3 for value in _at(logs, place + step)]
        for step in (-3, -2, -1, 1, 2, 3):
            row += _at(shares, place + step)
        row += [value / max(place, 1) for value in before]
        row += [value / max(size - 1 - place, 1) for value in after]
        row += [math.log1p(max(value, 0.0)) / 2 for value in (*before, *after)]
        rows.append([*row, *mean, *before_most[place], *after_most[size - 1 - place]])
    return rows


def _logs(shares: Row) -> list[float]:
    logs = [math.log(max(share, LEAST)) for share in shares]
    mean = sum(logs) / len(logs)
    return [value - mean for value in logs]


def _added(left: Row, right: Row) -> Row:
    return tuple(map(add, left, right))


def _most(left: Row, right: Row) -> Row:
    return tuple(map(max, left, right))


def _at(rows: Sequence[Row], place: int) -> Row:
    return rows[place] if 0 <= place < len(rows) else _NONE
