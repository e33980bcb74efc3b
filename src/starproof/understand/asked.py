"""What a question asks for, and how well a text meets it: its principles, themes, telling words and meaning."""

from __future__ import annotations

from array import array
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from operator import mul

from starproof.core.guide import Guide
from starproof.core.results import RankedPrinciple
from starproof.understand.principles import asks_for_a_story, rank_question
from starproof.understand.sketch import rarity, sketch
from starproof.understand.topics import stem, words

_LATER_THEME = 0.6
"""What a theme counts that a text speaks of less than of another."""
_UNIT = 127 * 127
LEAST_ASKING = 0.5
"""From which chance on a text counts as a question that stories answer."""
_EMPTY = frozenset(
    map(
        stem,
        (
            "tell time describe example give walk situation moment share explain last ever kind something someone "
            "somebody anything happen happened want talk hear think thing really go get make made work job people "
            "person case way one two first new big good great best most much many more other when what how why who "
            "which where up off out down over through back could would should take took did does about into let please "
            "recall instance"
        ).split(),
    )
)
"""Stems of which questions are made, whatever they are about."""


@dataclass(frozen=True, slots=True)
class Asked:
    """What a question asks for."""

    text: str
    principles: tuple[RankedPrinciple, ...]
    """The guide's principles by how likely it asks for each; shares add up to 1."""
    shares: Mapping[str, float]
    """The same by id."""
    themes: tuple[str, ...]
    terms: Mapping[str, float]
    """Its telling stems, with how telling each is."""
    spoken: Mapping[str, str]
    """The word of the question for each stem."""
    vector: array[int]
    asks: float
    """How likely it asks for a story at all, 0 to 1."""

    @property
    def answerable(self) -> bool:
        """Whether it is a question that stories answer."""
        return bool(self.principles) and self.asks >= LEAST_ASKING


def read_question(question: str, *, guide: Guide) -> Asked:
    """The question's principles, themes, telling words and meaning."""
    seen = sketch(text=question)
    ranked = rank_question(question, guide.principles)
    return Asked(
        text=question,
        principles=ranked,
        shares={one.id: one.score for one in ranked},
        themes=seen.themes,
        terms={term: rarity(term) for term in seen.terms if term not in _EMPTY},
        spoken={stem(word): word for word in words(question)},
        vector=array("b", seen.vector),
        asks=asks_for_a_story(question),
    )


def shown(asked: Asked, principles: Iterable[RankedPrinciple]) -> float:
    """How well a text shows the principles asked for, beside the best that one could: 0 to 1."""
    met = sum(asked.shares.get(one.id, 0.0) * one.score for one in principles)
    return min(1.0, met / asked.principles[0].score)


def themed(asked: Asked, themes: Sequence[str]) -> float:
    """1 where a text's foremost theme is asked for, less for a later one, 0 for none."""
    if not themes or not asked.themes:
        return 0.0
    if themes[0] in asked.themes:
        return 1.0
    return _LATER_THEME if any(theme in asked.themes for theme in themes) else 0.0


def worded(asked: Asked, terms: Collection[str]) -> float:
    """The share of the question's telling words that are among these stems, by how telling they are."""
    if asked.terms.keys().isdisjoint(terms):
        return 0.0
    return sum(asked.terms.get(term, 0.0) for term in terms) / sum(asked.terms.values())


def meant(asked: Asked, vector: bytes) -> float:
    """How near the meanings are: the cosine, 0 where they point apart or either is unknown."""
    if not vector or len(vector) != len(asked.vector):
        return 0.0
    product: int = sum(map(mul, asked.vector, array("b", vector)))
    return max(0.0, product / _UNIT)
