"""Moments as text: ISO 8601 in UTC with milliseconds, such as ``2026-03-31T09:30:00.250Z``."""

from __future__ import annotations

from datetime import UTC, datetime

from starproof.errors import PracticeError

YEARS = range(1970, 3000)
"""Far enough from the ends of the calendar that no zone and no interval runs over them."""


def moment_of(text: str) -> datetime:
    """The moment that a text names, in UTC.

    Raises:
        PracticeError: when it is no ISO 8601 moment with its zone, or not of the years 1970 to 2999.
    """
    try:
        read = datetime.fromisoformat(text)
    except (ValueError, TypeError) as error:
        raise _none(text) from error
    if read.tzinfo is None or read.year not in YEARS:
        raise _none(text)
    return read.astimezone(UTC)


def written(moment: datetime) -> str:
    """A moment as text, in UTC with milliseconds."""
    return moment.astimezone(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")


def _none(text: object) -> PracticeError:
    return PracticeError("E-SES-001", f"{text!r} is no moment.", "Write it in UTC, as 2026-03-31T09:30:00.250Z.")
