"""What there is to draw from."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from starproof.core.bank import Banked
from starproof.core.guide import Framework, Guide
from starproof.core.practice import CardKey
from starproof.core.questions import Question
from starproof.core.results import Card

FITTING = 0.8
"""A story that scores this share of the best one's score answers the question too."""
MIDDLE = 180.0
"""Seconds of the answer that is practised unless another length is asked for."""


@dataclass(frozen=True, slots=True)
class Offer:
    """A story that answers a question, and how well: 0 to about 1."""

    story: str
    score: float


@dataclass(frozen=True, slots=True)
class Wanted:
    """A card that is to be practised, and why, such as ``due: you rated it hard on Tuesday``."""

    card: CardKey
    because: str


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure of a story with its probe and its card."""

    story: str
    figure: str
    """In the clause of the story: what the card is found by."""
    probe: str
    because: str
    card: Card


@dataclass(frozen=True, slots=True)
class Pool:
    """Stories, questions, and which answers which."""

    stories: Mapping[str, Banked]
    """Those that may be told, by id."""
    questions: tuple[Question, ...]
    guide: Guide
    answers: Callable[[str], Sequence[Offer]]
    """The stories that answer a question in these words, best first."""
    worth: Callable[[str, str], float]
    """How well a story answers a question in these words, whatever others do; cheap where there are many stories."""
    lately: tuple[str, ...] = ()
    """The words of questions asked lately, the last first."""

    def framework(self, seconds: float = MIDDLE) -> Framework | None:
        """The guide's framework of this length, or the nearest; ``None`` where the guide has none."""
        return min(self.guide.frameworks, key=lambda one: (abs(one.seconds - seconds), one.id), default=None)

    def question(self, wanted: str) -> Question | None:
        """The question of the question bank with this id, in capitals or not, or with these words."""
        said = wanted.strip()
        return next((one for one in self.questions if said.upper() == one.id or said == one.text), None)

    def expected(self, ask: str) -> tuple[str | None, tuple[str, ...]]:
        """The story that answers best, and those that answer nearly as well."""
        offers = self.answers(ask)
        if not offers:
            return None, ()
        best = offers[0].score
        return offers[0].story, tuple(offer.story for offer in offers[1:] if offer.score >= FITTING * best)

    def answered(self, ask: str, story: str) -> bool:
        """Whether this story answers a question best, or nearly as well as the best."""
        best, others = self.expected(ask)
        return story == best or story in others
