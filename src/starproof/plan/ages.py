"""How long ago a story happened, as coverage, readiness and plans ask it."""

from __future__ import annotations

from starproof.core.ages import age_of, years_between
from starproof.core.bank import Banked
from starproof.core.planning import Age


def age(story: Banked, today: str | None) -> Age | None:
    """How recent a story is; ``None`` where nobody said when it happened, or what day it is."""
    return age_of(story.happened, today)


def years_ago(story: Banked, today: str | None) -> float | None:
    """How many years ago it ended; never under 0."""
    return years_between(story.happened, today)
