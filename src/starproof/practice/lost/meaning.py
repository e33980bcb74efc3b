"""How much of one sentence's meaning another stretch of words has: its telling words, the same or kindred."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from operator import mul

from starproof.extract.figures.numbers.tables import tables
from starproof.parse.words import FILLERS
from starproof.understand.sketch import known, rarity
from starproof.understand.topics import GRAMMAR, stem, words

_KINDRED = 0.45
"""Likeness of two word vectors from which the words begin to say the same."""
_CLOSE = 0.9
"""Likeness from which they do."""
_RARE = 3.6
"""The most that a word weighs."""
_MOST = 900
"""Different words of a text that are compared by meaning, so that long texts take bounded time."""

Vector = Sequence[float]


def telling_words(text: str) -> tuple[str, ...]:
    """The words of a text that say something: neither grammar, nor fillers, nor numbers, each once."""
    numbers = tables().number_words
    said = (word for word in words(text) if word not in GRAMMAR and word not in FILLERS and word not in numbers)
    return tuple(dict.fromkeys(said))


@dataclass(slots=True)
class Kinship:
    """How near words of a story are to words of an answer; each pair is looked at once."""

    vectors: dict[str, Vector | None] = field(default_factory=dict)
    known: dict[str, dict[str, float]] = field(default_factory=dict)

    def nearest(self, word: str, others: Iterable[str]) -> float:
        """The likeness of the word to the nearest of the others, 0 to 1."""
        row, best = self.known.setdefault(word, {}), 0.0
        for other in others:
            likeness = row.get(other)
            if likeness is None:
                likeness = row[other] = self._likeness(word, other)
            best = max(best, likeness)
        return best

    def _likeness(self, word: str, other: str) -> float:
        if stem(word) == stem(other):
            return 1.0
        one, two = self._vector(word), self._vector(other)
        if one is None or two is None:
            return 0.0
        likeness: float = sum(map(mul, one, two))
        return min(max((likeness - _KINDRED) / (_CLOSE - _KINDRED), 0.0), 1.0) ** 2

    def _vector(self, word: str) -> Vector | None:
        if word not in self.vectors:
            self.vectors[word] = _vector(word) if len(self.vectors) < 2 * _MOST else None
        return self.vectors[word]


def _vector(word: str) -> Vector | None:
    rows = known().vectors
    place = rows.places.get(word)
    if place is None:
        return None
    row = rows.values[place * rows.width : (place + 1) * rows.width]
    length = math.sqrt(sum(value * value for value in row)) or 1.0
    return [value / length for value in row]


def weight(word: str) -> float:
    """How much a word says; names and other rare words no more than words that some stories use."""
    return min(rarity(stem(word)), _RARE)
