"""What an answer lost of the written story, as data: figures, sections, the lesson, each with its words."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from starproof.core.document import Label
from starproof.core.results import Evidence

Weight = Literal["first", "outcome", "passing"]
WEIGHTS: tuple[Weight, ...] = ("first", "outcome", "passing")
"""An interviewer goes for it first; it tells an outcome; it is told in passing."""
How = Literal["as-written", "converted", "rounded", "finer", "unit-lost", "misheard"]
"""The same value; the same by another unit or period, as 3,000 a month is 36,000 a year; with fewer digits; with more
digits than the story has; the number without what it measures; words that sound like it, or its parts."""
Telling = Literal["told", "partly", "not"]


@dataclass(frozen=True, slots=True)
class PaperFigure:
    """A figure of the written story."""

    quantity: int
    """Index into the quantities of the written review."""
    figure: Evidence
    sentence: Evidence
    """The sentence that states it."""
    weight: Weight


@dataclass(frozen=True, slots=True)
class SpokenFigure:
    """A figure of the answer."""

    quantity: int | None
    """Index into the quantities of the answer's review; ``None`` where only words were heard that sound like it."""
    figure: Evidence
    sentence: Evidence


@dataclass(frozen=True, slots=True)
class SaidFigure:
    """A figure that both have."""

    written: PaperFigure
    said: SpokenFigure
    how: How = "as-written"


@dataclass(frozen=True, slots=True)
class OtherFigure:
    """A figure with one value on paper and another aloud."""

    written: PaperFigure
    said: SpokenFigure


@dataclass(frozen=True, slots=True)
class SentenceTold:
    """Whether one sentence of the written story was told, in whatever words."""

    sentence: Evidence
    label: Label
    told: bool | None
    """``None`` where it was not found and is too short to be known again in other words."""
    likeness: float
    """How near the answer comes to it, 0 to 1; no share of anything."""
    said: Evidence | None
    """Where the answer comes nearest to it, if it was told."""


@dataclass(frozen=True, slots=True)
class SectionTold:
    """How much of one section of the written story was told."""

    section: Label
    telling: Telling
    sentences: tuple[SentenceTold, ...]

    @property
    def missing(self) -> tuple[SentenceTold, ...]:
        """The sentences that were not told."""
        return tuple(one for one in self.sentences if one.told is False)


@dataclass(frozen=True, slots=True)
class Lesson:
    """What the story says was learned, and whether the answer says it."""

    sentences: tuple[SentenceTold, ...]
    told: bool
    instead: tuple[Evidence, ...] = ()
    """Where it was not told, what the answer says was learned."""


@dataclass(frozen=True, slots=True)
class Lost:
    """A written story beside an answer. Figures stand with the weightiest first, then in the order of the story."""

    dropped: tuple[PaperFigure, ...]
    otherwise: tuple[OtherFigure, ...]
    said: tuple[SaidFigure, ...]
    invented: tuple[SpokenFigure, ...]
    """Figures that only the answer has, in its order."""
    sections: tuple[SectionTold, ...]
    """Each section of the written story of which something can be said, in the order of an answer."""
    lesson: Lesson | None
    """``None`` where the story states none, or nothing can be said of it."""
    cannot_say: str | None = None
    """Why sections and the lesson could not be compared; then there are none."""
