"""What a text is about, in brief: its telling words, its themes and its meaning, to be compared with a question's."""

from __future__ import annotations

import math
from array import array
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from starproof.core.bank import Sketch
from starproof.understand.tables import Rows, unpack
from starproof.understand.themes import themes
from starproof.understand.topics import GRAMMAR, stem, words

_MOST_TERMS = 40
_MOST_MEANT = 80
_LEAST_STEMS = 40
"""Different stems from which a text is taken for a story and not for a question."""
"""The telling words from which the meaning is taken."""


@dataclass(frozen=True, slots=True)
class Meanings:
    """A vector for each known word, and how telling each known stem is."""

    vectors: Rows
    telling: Rows
    middle: tuple[float, ...]
    """What all stories have in common, taken out of each."""
    asked: tuple[float, ...]
    """The same of questions."""
    unknown: float
    """How telling a stem is that no story of the corpus used."""


@cache
def known() -> Meanings:
    """The shipped vectors, read once."""
    head, (vectors, telling) = unpack((files("starproof.understand") / "weights" / "meanings.bin").read_bytes())
    return Meanings(vectors, telling, tuple(head["middle"]), tuple(head["asked"]), head["unknown"])


def sketch(*, text: str, title: str | None = None, question: str | None = None) -> Sketch:
    """What a story, or a question alone, is about; the same for the same words."""
    said = words(f"{title or ''} {question or ''} {text}")
    stems = [stem(word) for word in said]
    weights = _weights(said, stems)
    terms = sorted(weights, key=lambda term: (-weights[term], term))
    return Sketch(
        tuple(terms[:_MOST_TERMS]), themes(stems), _meaning(dict(zip(stems, said, strict=True)), terms, weights)
    )


def _weights(said: Sequence[str], stems: Sequence[str]) -> dict[str, float]:
    """How telling each stem is in this text: damped count times rarity."""
    counts = Counter(short for short, word in zip(stems, said, strict=True) if word not in GRAMMAR)
    return {term: (1 + math.log(count)) * rarity(term) for term, count in counts.items()}


def rarity(term: str) -> float:
    """How telling a stem is: the log of stories to stories with it."""
    telling = known().telling
    place = telling.places.get(term)
    return known().unknown if place is None else telling.step * telling.values[place]


def _meaning(word_of: Mapping[str, str], terms: Sequence[str], weights: Mapping[str, float]) -> bytes:
    places = known().vectors.places
    telling = [(word_of[term], weights[term]) for term in terms if word_of[term] in places][:_MOST_MEANT]
    if not telling:
        return b""
    raw = known().vectors.sum(telling)
    length = math.sqrt(sum(value * value for value in raw)) or 1.0
    middle = known().middle if len(word_of) >= _LEAST_STEMS else known().asked
    own = [value / length - common for value, common in zip(raw, middle, strict=True)]
    size = math.sqrt(sum(value * value for value in own)) or 1.0
    return array("b", [round(127 * value / size) for value in own]).tobytes()
