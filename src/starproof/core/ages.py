"""How long ago a story happened: fresh, ageing or stale. The bank's lists, coverage and readiness tell it by this.

A date is a year, a month or a day, as ``2025``, ``2025-03`` or ``2025-03-31``.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Literal, get_args

from starproof.core.planning import Age
from starproof.errors import UsageError

Freshness = Age | Literal["undated"]
AGES: tuple[Age, ...] = get_args(Age)
FRESHNESS: tuple[Freshness, ...] = (*AGES, "undated")
"""What a list can be narrowed to; ``undated`` is what nobody said of when it happened."""
FRESH_YEARS = 3
"""Up to three years: asked for as recent."""
STALE_YEARS = 5
"""From five on interviewers ask whether there is nothing newer."""
_DATE = re.compile(r"(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?(?:T.*)?", re.ASCII)
_MONTHS, _DAYS = 12, 31


@lru_cache(maxsize=4096)
def in_years(day: str | None) -> float | None:
    """A day, month or year as decimal years, an open end counting as the middle; ``None`` where it is no date."""
    found = _DATE.fullmatch(day.strip()) if day else None
    if found is None:
        return None
    year, month, day_ = (int(part) if part else None for part in found.groups())
    if year is None or not 1 <= (month or 1) <= _MONTHS or not 1 <= (day_ or 1) <= _DAYS:
        return None
    if month is None:
        return year + 0.5
    return year + (month - 1) / _MONTHS + ((day_ - 1) / 365 if day_ else 1 / 24)


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


def years_between(happened: str | None, today: str | None) -> float | None:
    """How many years before today something ended; never under 0."""
    ended, now = in_years(happened), in_years(today)
    return None if ended is None or now is None else max(0.0, now - ended)


def age_of(happened: str | None, today: str | None) -> Age | None:
    """How recent something is; ``None`` where nobody said when it happened, or what day it is."""
    years = years_between(happened, today)
    if years is None:
        return None
    if years <= FRESH_YEARS:
        return "fresh"
    return "ageing" if years < STALE_YEARS else "stale"


@lru_cache(maxsize=64)
def firsts(age: Age, today: str) -> tuple[str, str, str]:
    """The first year, the first month and the first day of at most this age, as text.

    Text of one length sorts as its dates do, so that a database finds an age between two of these; asking ``age_of``
    itself where it turns makes the two agree to the day.
    """
    return _first(1, age, today), _first(2, age, today), _first(3, age, today)


def _first(parts: int, age: Age, today: str) -> str:
    """Where dates of so many parts turn from older than this to this, by halving."""
    low, high = 0, 10_000 * (1, _MONTHS, _MONTHS * _DAYS)[parts - 1]
    while low < high:
        middle = (low + high) // 2
        older = AGES.index(_sure(age_of(_date(middle, parts), today))) > AGES.index(age)
        low, high = (middle + 1, high) if older else (low, middle)
    return _date(low, parts)


def _sure(age: Age | None) -> Age:
    assert age is not None
    return age


def _date(number: int, parts: int) -> str:
    """The date of this number among all years, months or days; one past the last sorts behind them all."""
    if parts == 1:
        return f"{number:04}" if number < 10_000 else ":"
    rest, last = divmod(number, _MONTHS if parts == 2 else _DAYS)
    before = _date(rest, parts - 1)
    return before if before.startswith(":") else f"{before}-{last + 1:02}"
