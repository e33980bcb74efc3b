"""Which sentences show what a red flag rests on, or what keeps one from being due: one linear reader for all kinds."""

from __future__ import annotations

import math
import struct
import sys
from array import array
from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from starproof.core.document import Document
from starproof.core.facts import Facts
from starproof.understand.leaning_words import sentence_features

KINDS: Mapping[str, str] = {
    "B": "a fault put on others",
    "M": "details kept in the speaker's hands",
    "X": "the speaker's own hands on engineering",
    "J": "technical detail that an outsider cannot follow",
    "V": "an outcome in empty words",
    "N": "nothing went wrong, nobody disagreed",
    "Q": "a bare step of a list",
    "S": "the work or its effect stays in the speaker's own team",
    "H": "a hard choice, its cost, a conflict",
    "P": "a mistake, a setback, a doubt, a lesson",
    "F": "it lasted, spread or was built on",
    "L": "a standing mechanism or a longer plan",
    "E": "what came of it within days, or that it ended",
    "O": "people beyond the speaker's own team take part, or take it over",
}
"""What a sentence may show; ``corpus/evidence`` marks the same letters."""
WHOLE = ("short-horizon", "no-hard-decision", "perfect-story", "linear-story")
"""Red flags to which each sentence gives or takes a little beside what it shows: they rest on the story as a whole."""
COLUMNS = (*KINDS, *WHOLE)
"""What is read of each sentence: the log odds of each kind, then what it gives to each of ``WHOLE``."""
SIGNAL_WEIGHT = 0.5
"""How much a signal of the lexicon weighs in a sentence, beside its words."""
_SHORTEST, _DAMPING = 6, 0.25
_LIFT = 1 << 15
"""What is added to a weight of 16 bits so that it is no less than zero."""
_FIELD = 4
"""Bytes of a weight as it is added."""
_TURNED = bytes([byte ^ 0x80 for byte in range(256)])
_MANNER = frozenset(["hedge"])
"""Kinds of signals that show how somebody talks, not what was done."""


Added = tuple[int, Sequence[int]]
"""How many rows were added up, and the sum of each column."""


@dataclass(frozen=True, slots=True)
class SentenceReader:
    """A linear reader. ``weights`` holds one row for each feature, and in it one whole number for each column."""

    rows: Mapping[str, int]
    weights: array[int]
    scale: float
    """What a weight of 1 stands for, in log odds."""
    bias: tuple[float, ...]
    fields: bytes = field(init=False, repr=False, compare=False)
    """The rows as numbers of ``_FIELD`` bytes, lifted above zero, so that each is added as one whole number."""

    def __post_init__(self) -> None:
        object.__setattr__(self, "fields", _fields(self.weights))

    def read(self, names: Sequence[str]) -> tuple[float, ...]:
        """Log odds, in the order of ``COLUMNS``, for one sentence's features."""
        words, signals = known(names, self.rows)
        return self.odds(self.added(words), self.added(signals))

    def odds(self, words: Added, signals: Added) -> tuple[float, ...]:
        """Log odds of each column, given the known words and the known signals of a sentence, each added up."""
        word, signal = self.scale * word_value(words[0]), self.scale * SIGNAL_WEIGHT
        return tuple(
            bias + word * mine + signal * given
            for bias, mine, given in zip(self.bias, words[1], signals[1], strict=True)
        )

    def added(self, rows: Sequence[int]) -> Added:
        """How many these rows are, and the sum of each of their columns."""
        size, fields, read = _FIELD * len(self.bias), self.fields, int.from_bytes
        total = sum([read(fields[row * size : row * size + size], "little") for row in rows])
        sums = struct.unpack(f"<{len(self.bias)}I", total.to_bytes(size, "little"))
        return len(rows), [column - _LIFT * len(rows) for column in sums]


def _fields(weights: array[int]) -> bytes:
    """Weights of two bytes as fields of ``_FIELD``, the sign bit turned, which adds ``_LIFT``."""
    plain = weights
    if sys.byteorder == "big":
        plain = array("h", weights)
        plain.byteswap()
    data = plain.tobytes()
    fields = bytearray(len(weights) * _FIELD)
    fields[0::_FIELD], fields[1::_FIELD] = data[0::2], data[1::2].translate(_TURNED)
    return bytes(fields)


def known(names: Sequence[str], rows: Mapping[str, int]) -> tuple[list[int], list[int]]:
    """The rows of a sentence's known words, and those of its known signals."""
    words: list[int] = []
    signals: list[int] = []
    for name in names:
        row = rows.get(name)
        if row is not None:
            (signals if name.startswith("<signal") else words).append(row)
    return words, signals


def word_value(words: int) -> float:
    """What each of a sentence's known words counts: less where there are many."""
    return 1.0 / math.pow(max(words, _SHORTEST), _DAMPING)


def features_by_sentence(document: Document, facts: Facts) -> tuple[tuple[str, ...], ...]:
    """For each sentence the names of its words, pairs, shapes, signals and figures."""
    return tuple(
        (*sentence_features(document.quote(sentence.span)), *marked)
        for sentence, marked in zip(document.sentences, marks_by_sentence(document, facts), strict=True)
    )


def marks_by_sentence(document: Document, facts: Facts) -> list[tuple[str, ...]]:
    """For each sentence the names of its signals and figures."""
    marks: list[set[str]] = [set() for _ in document.sentences]
    for kind, found in facts.signals.items():
        mark = f"<signal {kind}>"
        for signal in found if kind not in _MANNER else ():
            marks[signal.sentence].add(mark)
    starts = [sentence.span.start for sentence in document.sentences]
    seen: set[tuple[int, str]] = set()
    for figure in facts.quantities:
        number = bisect_right(starts, figure.span.start) - 1
        if number >= 0:
            again = (number, figure.kind) in seen
            marks[number].add(f"<signal two {figure.kind}>" if again else f"<signal figure {figure.kind}>")
            marks[number].add("<signal figure>")
            seen.add((number, figure.kind))
    return [tuple(sorted(marked)) for marked in marks]
