"""How alike stories are, found without comparing each with each."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from heapq import nsmallest

ALIKE = 0.75
"""Share of words in the same order from which two stories are told as one."""
CONTAINED = 0.9
"""The same for a shorter telling inside a longer one."""
SHORTEST = 40
"""Words that a text has at least to count as contained in another."""
_WORD = re.compile(r"[^\W_]+")
_RARE = 16
"""Words by which a text is looked up: its rarest that others have too."""
_MOST_LIKELY = 12
"""Texts that are compared word by word with one."""
_MOST_WORDS = 3_000
"""Words of a text that are compared; a story of ten minutes has half as many."""


@dataclass(frozen=True, slots=True)
class Match:
    """A story that is much like another one."""

    id: str
    """The id of the story in the bank, or the place of the one in the same import."""
    title: str | None
    share: float
    """0 to 1: the share of words that both have in the same order."""
    contained: bool = False
    """Whether the shorter one stands in the longer one, so that the share is of the shorter."""


class Likeness:
    """Texts to compare with. Looking one up costs time by its own length, not by the number of texts."""

    def __init__(self, texts: Sequence[str]) -> None:
        self._words = [words_of(text) for text in texts]
        self._spread: Counter[str] = Counter()
        for words in self._words:
            self._spread.update(set(words))
        self._holders: dict[str, list[int]] = {}
        self._ready = 0

    def admit(self, upto: int) -> None:
        """Let the first so many texts be found."""
        for place in range(self._ready, upto):
            for word in self._rarest(place):
                self._holders.setdefault(word, []).append(place)
        self._ready = max(self._ready, upto)

    def closest(self, place: int) -> tuple[int, float, bool] | None:
        """The admitted text most like the one at ``place``: its place, the share, and whether one holds the other."""
        shared: Counter[int] = Counter()
        for word in self._rarest(place):
            shared.update(self._holders.get(word, ()))
        shared.pop(place, None)
        words = self._words[place]
        best: tuple[int, float, bool] | None = None
        for other, _ in shared.most_common(_MOST_LIKELY):
            near = alike(words, self._words[other])
            found = near and (other, *near)
            if found and (best is None or (not found[2], found[1]) > (not best[2], best[1])):
                best = found
        return best

    def _rarest(self, place: int) -> list[str]:
        """Words that nobody else has find nothing, so they do not count."""
        words = (word for word in set(self._words[place]) if self._spread[word] > 1)
        return nsmallest(_RARE, words, key=lambda word: (self._spread[word], word))


def alike(words: Sequence[str], theirs: Sequence[str]) -> tuple[float, bool] | None:
    """The share by which two texts are told as one, and whether one holds the other; ``None`` for two stories."""
    common = in_common(words, theirs)
    whole = 2 * common / max(1, len(words) + len(theirs))
    if whole >= ALIKE:
        return whole, False
    shorter = min(len(words), len(theirs))
    part = common / max(1, shorter) if shorter >= SHORTEST else 0.0
    return (part, True) if part >= CONTAINED else None


def words_of(text: str) -> list[str]:
    """A text as it is compared: its words in lower case, without marks and markup."""
    return _WORD.findall(text.lower())[:_MOST_WORDS]


def in_common(one: Sequence[str], other: Sequence[str]) -> int:
    """How many words both have in the same order: the length of their longest common subsequence.

    All places of ``other`` are steps of one whole number, so that a word of ``one`` costs a few operations on it
    (Crochemore and others, 2001).
    """
    places: dict[str, int] = {}
    for place, word in enumerate(other):
        places[word] = places.get(word, 0) | 1 << place
    every = (1 << len(other)) - 1
    unmatched = every
    for word in one:
        met = unmatched & places.get(word, 0)
        unmatched = (unmatched + met | unmatched - met) & every
    return len(other) - unmatched.bit_count()
