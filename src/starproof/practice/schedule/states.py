"""What scheduling is given of the bank, and what it says of each card."""

from __future__ import annotations

from dataclasses import dataclass

from starproof.core.practice import CardKey, CardKind, Grade
from starproof.practice.schedule.memory import Memory

MINUTES: dict[CardKind, int] = {"story": 12, "question": 4, "figure": 2}
"""To tell a story and take its follow-up questions; to answer a question; to defend a figure."""


@dataclass(frozen=True, slots=True)
class Known:
    """A card that there is, whether it was practised or not."""

    key: CardKey
    title: str = ""
    """The story's title, the question's words, or the figure in its clause."""
    planned: bool = True
    """Whether the loop is to tell it."""
    rests: tuple[str, ...] = ()
    """Names of the principles that rest on it."""
    points: int | None = None
    """1 to 1000: how good it stands in the plan; the lower, the sooner it is practised."""


@dataclass(frozen=True, slots=True)
class CardState:
    """Where a card stands."""

    known: Known
    count: int
    """How often it was rated; 0 for a new card."""
    spoken: int
    """How often of these it was said aloud."""
    last: str | None
    """The moment of the last rating."""
    grade: Grade | None
    """The last rating."""
    due: str | None
    """When it comes back, the start of a local day in UTC.

    ``None`` for a new card, which may come at any time, and where nothing more is needed before the loop.
    """
    fades: str | None
    """When FSRS alone would bring it back."""
    recall: float | None
    """The chance of recall now, 0 to 1; ``None`` for a new card."""
    memory: Memory | None

    @property
    def key(self) -> CardKey:
        """What the card is about."""
        return self.known.key

    @property
    def stability(self) -> float | None:
        """Days until the chance of recall has fallen to 0.9."""
        return self.memory.stability if self.memory else None

    @property
    def minutes(self) -> int:
        """How long practising it takes."""
        return MINUTES[self.key.kind]


@dataclass(frozen=True, slots=True)
class Due:
    """A card that is to be practised now, and why, in words."""

    card: CardState
    because: str


def bare(key: CardKey) -> CardKey:
    """The key by which a card is found: a story alone, a question alone, or a figure of a story."""
    if key.kind == "question":
        return CardKey("question", question=key.question)
    return CardKey(key.kind, story=key.story, figure=key.figure if key.kind == "figure" else None)


def name_of(key: CardKey) -> tuple[str, str, str, str]:
    """By which cards are put in order where nothing else decides."""
    return key.kind, key.story or "", key.question or "", key.figure or ""
