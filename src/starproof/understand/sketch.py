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
from starproof.questions import load_themes
from starproof.understand.tables import Rows, unpack
from starproof.understand.topics import GRAMMAR, stem, words

_MOST_TERMS = 40
_MOST_MEANT = 80
"""The telling words from which the meaning is taken."""
_LONGEST_CUE = 4
_MENTIONS = 2
"""How often a story must speak of a theme; a question needs to do so once."""
_LONG = 60
"""Words from which a text counts as a story."""


@dataclass(frozen=True, slots=True)
class Meanings:
    """A vector for each known word, and how telling each known stem is."""

    vectors: Rows
    telling: Rows
    middle: tuple[float, ...]
    """What all texts have in common, taken out of each."""
    unknown: float
    """How telling a stem is that no story of the corpus used."""


@cache
def known() -> Meanings:
    """The shipped vectors, read once."""
    head, (vectors, telling) = unpack((files("starproof.understand") / "weights" / "meanings.bin").read_bytes())
    return Meanings(vectors, telling, tuple(head["middle"]), head["unknown"])


def sketch(*, text: str, title: str | None = None, question: str | None = None) -> Sketch:
    """What a story, or a question alone, is about; the same for the same words."""
    said = words(f"{title or ''} {question or ''} {text}")
    stems = [stem(word) for word in said]
    weights = _weights(said, stems)
    terms = sorted(weights, key=lambda term: (-weights[term], term))
    return Sketch(
        tuple(terms[:_MOST_TERMS]), themes(stems), _meaning(dict(zip(stems, said, strict=True)), terms, weights)
    )


def themes(stems: Sequence[str]) -> tuple[str, ...]:
    """The themes that these stems speak of, the one most spoken of first."""
    cues = _cues()
    found: Counter[str] = Counter()
    for start in range(len(stems)):
        for size in range(min(_LONGEST_CUE, len(stems) - start), 0, -1):
            for theme in cues.get(" ".join(stems[start : start + size]), ()):
                found[theme] += 1
    least = _MENTIONS if len(stems) >= _LONG else 1
    return tuple(sorted((theme for theme in found if found[theme] >= least), key=lambda theme: (-found[theme], theme)))


@cache
def _cues() -> Mapping[str, tuple[str, ...]]:
    cues: dict[str, tuple[str, ...]] = {}
    for theme in load_themes():
        for cue in theme.cues:
            key = " ".join(map(stem, words(cue)))
            if theme.id not in cues.get(key, ()):
                cues[key] = (*cues.get(key, ()), theme.id)
    return cues


def _weights(said: Sequence[str], stems: Sequence[str]) -> dict[str, float]:
    """How telling each stem is in this text: damped count times rarity."""
    counts = Counter(short for short, word in zip(stems, said, strict=True) if word not in GRAMMAR)
    places, values, step = known().telling.places, known().telling.values, known().telling.step
    weights = {}
    for term, count in counts.items():
        place = places.get(term)
        rarity = known().unknown if place is None else step * values[place]
        weights[term] = (1 + math.log(count)) * rarity
    return weights


def _meaning(word_of: Mapping[str, str], terms: Sequence[str], weights: Mapping[str, float]) -> bytes:
    places = known().vectors.places
    telling = [(word_of[term], weights[term]) for term in terms if word_of[term] in places][:_MOST_MEANT]
    if not telling:
        return b""
    raw = known().vectors.sum(telling)
    length = math.sqrt(sum(value * value for value in raw)) or 1.0
    own = [value / length - common for value, common in zip(raw, known().middle, strict=True)]
    size = math.sqrt(sum(value * value for value in own)) or 1.0
    return array("b", [round(127 * value / size) for value in own]).tobytes()
