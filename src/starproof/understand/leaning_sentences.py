"""Which sentences show what a red flag rests on, or what keeps one from being due: one linear reader for all kinds."""

from __future__ import annotations

import math
from array import array
from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

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
}
"""What a sentence may show; ``corpus/evidence`` marks the same letters."""
SIGNAL_WEIGHT = 0.5
"""How much a signal of the lexicon weighs in a sentence, beside its words."""
_SHORTEST, _DAMPING = 6, 0.25


@dataclass(frozen=True, slots=True)
class SentenceReader:
    """A linear reader. ``weights`` holds one row for each feature, and in it one whole number for each kind."""

    rows: Mapping[str, int]
    weights: array[int]
    scale: float
    """What a weight of 1 stands for, in log odds."""
    bias: tuple[float, ...]

    def read(self, names: Sequence[str]) -> tuple[float, ...]:
        """Log odds of each kind, in the order of ``KINDS``, for one sentence's features."""
        totals = list(self.bias)
        width = len(totals)
        for row, value in valued(names, self.rows):
            value *= self.scale
            start = row * width
            for kind, weight in enumerate(self.weights[start : start + width]):
                totals[kind] += value * weight
        return tuple(totals)


def valued(names: Sequence[str], rows: Mapping[str, int]) -> Iterator[tuple[int, float]]:
    """The known features of a sentence and their values: a long sentence's words weigh less each."""
    words = [rows[name] for name in names if name in rows and not name.startswith("<signal")]
    value = 1.0 / math.pow(max(len(words), _SHORTEST), _DAMPING)
    for row in words:
        yield row, value
    for name in names:
        if name in rows and name.startswith("<signal"):
            yield rows[name], SIGNAL_WEIGHT


def features_by_sentence(document: Document, facts: Facts) -> tuple[tuple[str, ...], ...]:
    """For each sentence the names of its words, pairs, shapes, signals and figures."""
    marks: list[set[str]] = [set() for _ in document.sentences]
    for found in facts.signals.values():
        for signal in found:
            marks[signal.sentence].add(f"<signal {signal.kind}>")
    starts = [sentence.span.start for sentence in document.sentences]
    seen: set[tuple[int, str]] = set()
    for figure in facts.quantities:
        number = bisect_right(starts, figure.span.start) - 1
        if number >= 0:
            again = (number, figure.kind) in seen
            marks[number].add(f"<signal two {figure.kind}>" if again else f"<signal figure {figure.kind}>")
            marks[number].add("<signal figure>")
            seen.add((number, figure.kind))
    return tuple(
        (*sentence_features(document.quote(sentence.span)), *sorted(marks[number]))
        for number, sentence in enumerate(document.sentences)
    )
