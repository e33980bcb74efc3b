"""A question as matching reads it."""

from __future__ import annotations

from array import array
from collections.abc import Mapping
from dataclasses import dataclass

from starproof.core.guide import Guide
from starproof.core.results import RankedPrinciple
from starproof.understand.principles import asks_for_a_story, rank_question
from starproof.understand.sketch import rarity, sketch
from starproof.understand.topics import stem, words

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
