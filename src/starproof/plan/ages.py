"""How long ago a story happened, and how often it was told."""

from __future__ import annotations

import re
from functools import lru_cache

from starproof.core.bank import Banked
from starproof.core.planning import Age
from starproof.errors import UsageError
from starproof.plan.weights import weights

_DATE = re.compile(r"(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?(?:T.*)?", re.ASCII)


@lru_cache(maxsize=4096)
def in_years(day: str | None) -> float | None:
    """A day, month or year as decimal years, an open end counting as the middle; ``None`` where it is no date."""
    found = _DATE.fullmatch(day.strip()) if day else None
    if found is None:
        return None
    year, month, day_ = (int(part) if part else None for part in found.groups())
    if year is None or not 1 <= (month or 1) <= 12 or not 1 <= (day_ or 1) <= 31:
        return None
    if month is None:
        return year + 0.5
    return year + (month - 1) / 12 + ((day_ - 1) / 365 if day_ else 1 / 24)


def day_given(today: str | None) -> str | None:
    """The day itself, seen to be one; ages that silently count for nothing would be a wrong answer.

    Raises:
        UsageError: when it is no date.
    """
    if today is not None and in_years(today) is None:
        raise UsageError(
            "E-PLN-062", f"today is {today!r}, which is no date.", "Write 2026-03-31, or None to tell no ages."
        )
    return today


def age(story: Banked, today: str | None) -> Age | None:
    """How recent a story is; ``None`` where nobody said when it happened, or what day it is."""
    years = years_ago(story, today)
    if years is None:
        return None
    rules = weights("age")
    if years <= rules["fresh_years"]:
        return "fresh"
    return "ageing" if years < rules["stale_years"] else "stale"


def years_ago(story: Banked, today: str | None) -> float | None:
    """How many years ago it ended; never under 0."""
    ended, now = in_years(story.happened), in_years(today)
    return None if ended is None or now is None else max(0.0, now - ended)
