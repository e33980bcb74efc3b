"""What the FSRS package says of a memory. Its default numbers, no fuzz, whole days, and no clock of its own.

Steps of minutes are left out: whoever wants to tell a story again at once does so in the session, and a story comes
back on another day at the soonest.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from functools import cache
from typing import TYPE_CHECKING

from starproof.core.practice import GRADES, Grade

if TYPE_CHECKING:
    from fsrs import Card, Scheduler

RETENTION = 0.9
"""The chance of recall at which a card comes back where no loop is near."""


@dataclass(frozen=True, slots=True)
class Memory:
    """What is left of a card after its last rating."""

    stability: float
    """Days until the chance of recall has fallen to 0.9."""
    difficulty: float
    """1 to 10."""
    last: date
    """The local day of the last rating."""
    interval: int
    """Days from then until FSRS brings it back."""


@cache
def scheduler() -> Scheduler:
    """FSRS-6 with its default numbers."""
    from fsrs import Scheduler

    return Scheduler(desired_retention=RETENTION, learning_steps=(), relearning_steps=(), enable_fuzzing=False)


def rated(memory: Memory | None, grade: Grade, day: date) -> Memory:
    """The memory after a rating on a day; ``None`` for a card that was never rated."""
    from fsrs import Rating

    at = _noon(day)
    card, _ = scheduler().review_card(_card(memory, at), Rating(GRADES.index(grade) + 1), at)
    if card.stability is None or card.difficulty is None:  # a rated card has both
        raise AssertionError("FSRS rated a card and kept no memory of it")
    return Memory(card.stability, card.difficulty, day, (card.due - at).days)


@cache
def _curve() -> tuple[float, float]:
    decay = -scheduler().parameters[20]
    return decay, 0.9 ** (1 / decay) - 1


def recall(memory: Memory | None, day: date) -> float:
    """The chance of recall on a day; 0 for a card that was never rated.

    FSRS's own curve, written out since a plan asks for it some hundred thousand times.
    """
    if memory is None:
        return 0.0
    decay, factor = _curve()
    days = max(0, (day - memory.last).days)
    return float((1 + factor * days / memory.stability) ** decay)


def _card(memory: Memory | None, at: datetime) -> Card:
    from fsrs import Card, State

    # The id and the day are given, since the package would read the clock for either.
    if memory is None:
        return Card(card_id=0, due=at)
    last = _noon(memory.last)
    return Card(
        card_id=0,
        state=State.Review,
        stability=memory.stability,
        difficulty=memory.difficulty,
        due=last + timedelta(days=memory.interval),
        last_review=last,
    )


def _noon(day: date) -> datetime:
    return datetime(day.year, day.month, day.day, 12, tzinfo=UTC)
