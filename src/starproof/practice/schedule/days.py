"""Local days and the words for them. Scheduling thinks in the owner's days: an evening and the next morning are two."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, time, timedelta, timezone, tzinfo
from functools import lru_cache

from starproof.core.months import MONTHS
from starproof.errors import PracticeError
from starproof.moments import YEARS, written

_SMALL = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine")
_WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_OFFSET = re.compile(r"([+-])(\d\d):?(\d\d)")


@lru_cache(maxsize=64)
def zone_of(name: str) -> tzinfo:
    """A time zone by name, such as ``Europe/Berlin``, or by offset, such as ``+02:00``.

    Raises:
        PracticeError: when there is no such zone.
    """
    from zoneinfo import ZoneInfo

    if name == "UTC":
        return UTC
    try:
        if offset := _OFFSET.fullmatch(name):
            sign, hours, minutes = offset.groups()
            return timezone(timedelta(hours=int(hours), minutes=int(minutes)) * (1 if sign == "+" else -1))
        return ZoneInfo(name)
    except (ValueError, OSError, LookupError) as error:
        raise PracticeError(
            "E-PRA-060", f"There is no time zone {name!r}.", "Name one as Europe/Berlin or +02:00."
        ) from error


def local_day(moment: datetime, zone: tzinfo) -> date:
    """The day that it is in the zone."""
    return moment.astimezone(zone).date()


def day_of(text: str) -> date:
    """A day written as ``2026-03-31``.

    Raises:
        PracticeError: when it is no day of the years 1970 to 2999.
    """
    try:
        read = date.fromisoformat(text)
        if read.year in YEARS:
            return read
    except ValueError:
        pass  # said below, in words that help
    raise PracticeError("E-PRA-062", f"{text!r} is no day of the years 1970 to 2999.", "Write it as 2026-03-31.")


def start_of(day: date, zone: tzinfo) -> str:
    """The moment at which a local day begins, in UTC."""
    return written(datetime.combine(day, time.min, tzinfo=zone).astimezone(UTC))


def on_day(day: date, today: date) -> str:
    """A day in a sentence: ``today``, ``on Tuesday`` within six days, ``on 3 March`` further off."""
    apart = (day - today).days
    if apart in (-1, 0, 1):
        return ("yesterday", "today", "tomorrow")[apart + 1]
    if abs(apart) < 7:
        return f"on {_WEEKDAYS[day.weekday()]}"
    year = "" if day.year == today.year else f" {day.year}"
    return f"on {day.day} {MONTHS[day.month - 1].title()}{year}"


def ago(day: date, today: date) -> str:
    """How long ago a day was: ``today``, ``yesterday``, ``nine days ago``."""
    apart = (today - day).days
    return on_day(day, today) if apart < 2 else f"{small(apart)} days ago"


def small(number: int) -> str:
    """A small number in letters, a large one in digits."""
    return _SMALL[number] if 0 <= number < len(_SMALL) else f"{number:,}"


def counted(number: int, singular: str, plural: str | None = None) -> str:
    """A number in words with its noun: ``one card``, ``12 cards``."""
    return f"{small(number)} {singular if number == 1 else plural or singular + 's'}"
