"""How far two figures, wherever they stand, are told of the same thing: the rarer words that both their clauses share.

"A claim took 19 days to pay" and, a page later, "a claim is paid in 6" share a word that few other sentences have. A
word weighs less the more often the story uses it.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field

from starproof.extract.sums.figures import Figure, Telling
from starproof.extract.sums.links import CHANGE

_WORD = re.compile(r"[a-z]{3,}")
_BEFORE, _AFTER = 130, 80
"""Code points of a figure's own sentence in which its measure is told."""
COMMON = frozenset(
    "that this with from have been were they what when which would could should about their there then than some "
    "every only just into after before over under more less percent month week year hour minute people thing "
    "because where them your ours also very much many first last next time went came down".split(" ")
)
"""Beginnings of no topic."""
_PLAIN = COMMON | CHANGE | frozenset(
    "the and for was had has not all one two three four five six seven eight nine ten her his its our out who how "
    "day days weeks months years hours minutes seconds hundred thousand million now got get still each took take "
    "made make until since again another half third quarter percent points times twice about nearly almost".split(" ")
)  # fmt: skip
KIN = 0.4
"""From here on two figures far apart may be of one measure."""


@dataclass(slots=True)
class Kinship:
    """The words of one story, and those that tell what each of its figures measures."""

    story: Telling
    often: Mapping[str, int] = field(default_factory=dict)
    stems: dict[int, frozenset[str]] = field(default_factory=dict)
    known: dict[tuple[int, int], float] = field(default_factory=dict)

    def between(self, one: Figure, other: Figure) -> float:
        """How much two figures share; nothing where their clauses overlap, since all is shared there."""
        key = (one.place, other.place) if one.place < other.place else (other.place, one.place)
        if key not in self.known:
            self.known[key] = 0.0 if self.close(one, other) else self._shared(*key)
        return self.known[key]

    def close(self, one: Figure, other: Figure) -> bool:
        """Whether two figures stand in one sentence or in each other's reach."""
        first, last = (one, other) if one.place < other.place else (other, one)
        return first.sentence == last.sentence and last.start - first.end < _BEFORE

    def _shared(self, one: int, other: int) -> float:
        common = self._stems(one) & self._stems(other)
        return sum([1.0 / max(1, self.often[stem] - 1) for stem in common])

    def _stems(self, place: int) -> frozenset[str]:
        if place not in self.stems:
            if not self.often:
                self.often = Counter([_stem(word) for word in _WORD.findall(self.story.text.lower())])
            figure, text = self.story.figures[place], self.story.text
            span = self.story.sentences[figure.sentence] if 0 <= figure.sentence < len(self.story.sentences) else None
            start = max(figure.start - _BEFORE, span.start if span else 0)
            end = min(figure.end + _AFTER, span.end if span else len(text))
            words = _WORD.findall(text[start:end].lower())
            self.stems[place] = frozenset([_stem(word) for word in words if word not in _PLAIN])
        return self.stems[place]


def _stem(word: str) -> str:
    return word.rstrip("s")[:5]
