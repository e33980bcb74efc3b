"""The second reading: each sentence's label again, in the light of what the first reading made of the whole story.

The chain sees a sentence with its neighbours; only here do the story's earlier and later parts speak: how much of each
label came before and comes after, whether any action or outcome has been told yet, how the neighbours were read.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate
from operator import add, mul

from starproof.core.document import LABELS
from starproof.understand.features import Told, cue_names

Row = Sequence[float]
LEAST = 1e-4
"""The least share that counts as itself."""
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

    def reread(self, shares: Row, sight: Row) -> list[float]:
        """New shares of the labels, which sum to 1."""
        inner = [math.tanh(_dot(sight, row)) for row in self.hidden]
        scores = [
            math.log(max(share, LEAST)) + _dot(inner, out) + _dot(sight, straight)
            for share, out, straight in zip(shares, self.out, self.straight, strict=True)
        ]
        powers = [math.exp(score - max(scores)) for score in scores]
        return [power / sum(powers) for power in powers]


def _dot(left: Row, right: Row) -> float:
    return float(sum(map(mul, left, right)))


def sights(sentences: Sequence[Told], names: Sequence[Sequence[str]], shares: Sequence[Row]) -> list[list[float]]:
    """What the second reading sees of each sentence: numbers near 1, as many for each sentence.

    ``names`` are the sentences' features, ``shares`` their labels' shares in the first reading.
    """
    columns = {name: place for place, name in enumerate(_seen_names())}
    rows = _story(shares)
    opened = list(accumulate(float(sentence.opens) for sentence in sentences))
    for place, (row, sentence) in enumerate(zip(rows, sentences, strict=True)):
        row += _place(place, len(rows))
        row += [float(sentence.opens), float(_opens(sentences, place + 1)), opened[place] / max(opened[-1], 1.0)]
        row += _shown(names[place], columns)
        row.append(min(len(sentence.words), 40) / 20)
    return rows


def _seen_names() -> list[str]:
    return [f"cue:{cue}" for cue in cue_names()] + [f"shape:{shape}" for shape in _SHAPES]


def _opens(sentences: Sequence[Told], place: int) -> bool:
    return place < len(sentences) and sentences[place].opens


def _shown(names: Sequence[str], columns: dict[str, int]) -> list[float]:
    row = [0.0] * len(columns)
    for name in names:
        if name in columns:
            row[columns[name]] = 0.5
    return row


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
