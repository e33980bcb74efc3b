"""Which sentences show what a red flag rests on, or what keeps one from being due: one linear reader for all kinds."""

from __future__ import annotations

import math
from array import array
from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from starproof.core.document import Document
from starproof.core.facts import Facts
from starproof.understand.adding import Longs
from starproof.understand.doers import by_another
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
OWN_HANDS = frozenset(place for place, kind in enumerate(KINDS) if kind in "MX")
"""Places of the kinds that rest on what the speaker does: another person's doing shows none of them."""
_NOT_SHOWN = -6.0
"""Log odds of a kind that a sentence cannot show."""
WHOLE = (
    "short-horizon", "no-hard-decision", "perfect-story", "linear-story", "blame", "micromanagement", "ic-work",
    "vague-metrics",
)  # fmt: skip
"""Red flags to which each sentence gives or takes a little beside what it shows: they rest on the story as a whole, or
show in its tone as much as in a sentence of their own."""
COLUMNS = (*KINDS, *WHOLE)
"""What is read of each sentence: the log odds of each kind, then what it gives to each of ``WHOLE``."""
SIGNAL_WEIGHT = 0.5
"""How much a signal of the lexicon weighs in a sentence, beside its words."""
_SHORTEST, _DAMPING = 6, 0.25
SIGNAL = "<signal"
"""How the names of signals and figures begin."""
_MANNER = frozenset(["hedge"])
"""Kinds of signals that show how somebody talks, not what was done."""


@dataclass(frozen=True, slots=True)
class SentenceReader:
    """A linear reader. ``weights`` holds one row for each feature, and in it one whole number for each column."""

    rows: Mapping[str, int]
    weights: array[int]
    scale: float
    """What a weight of 1 stands for, in log odds."""
    bias: tuple[float, ...]
    longs: Longs = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "longs", Longs(self.rows, self.weights, len(self.bias)))

    def odds(self, words: int, signals: int) -> tuple[float, ...]:
        """Log odds in the order of ``COLUMNS``, given a sentence's rows of words and of signals, each added up."""
        word, signal = self.scale * word_value(self.longs.counted(words)), self.scale * SIGNAL_WEIGHT
        columns = zip(self.bias, self.longs.columns(words), self.longs.columns(signals), strict=True)
        return tuple([bias + word * mine + signal * given for bias, mine, given in columns])


def own_odds(text: str, odds: Sequence[float]) -> tuple[float, ...]:
    """The log odds of a sentence in the order of ``COLUMNS``, as far as it tells of the speaker's own doing."""
    if not by_another(text):
        return tuple(odds)
    return tuple([min(value, _NOT_SHOWN) if place in OWN_HANDS else value for place, value in enumerate(odds)])


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
        mark = f"{SIGNAL} {kind}>"
        for signal in found if kind not in _MANNER else ():
            marks[signal.sentence].add(mark)
    starts = [sentence.span.start for sentence in document.sentences]
    seen: set[tuple[int, str]] = set()
    for figure in facts.quantities:
        number = bisect_right(starts, figure.span.start) - 1
        if number >= 0:
            again = (number, figure.kind) in seen
            marks[number].add(f"{SIGNAL} two {figure.kind}>" if again else f"{SIGNAL} figure {figure.kind}>")
            marks[number].add(f"{SIGNAL} figure>")
            seen.add((number, figure.kind))
    return [tuple(sorted(marked)) for marked in marks]
