"""Checks of single values in a guide file; each error says file, entry and key, and what to do.

A reader takes a raw value of TOML and its place, and gives the value checked or raises a ``GuideError``.
"""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Collection
from dataclasses import dataclass, replace
from difflib import get_close_matches

from starproof.errors import GuideError

Reader = Callable[[object, "Place"], object]
_ID = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]*\Z")
_TYPES = {str: "text", bool: "true or false", int: "a number", float: "a number", list: "an array", dict: "a table"}


@dataclass(frozen=True, slots=True)
class Place:
    """Where a value stands: the file, the entry such as ``exemplars 'CO-4'``, and the key in it."""

    file: str
    entry: str = ""
    key: str = ""

    def inside(self, entry: str) -> Place:
        """A place further in, such as a section of a framework."""
        return replace(self, entry=f"{self.entry}, {entry}" if self.entry else entry, key="")

    def at(self, key: str) -> Place:
        """The same entry, at a key."""
        return replace(self, key=key)

    def error(self, code: str, what: str, hint: str) -> GuideError:
        """An error that starts with this place."""
        parts = [repr(self.file), self.entry, f"key {self.key!r}" if self.key else ""]
        return GuideError(code, f"{', '.join(part for part in parts if part)}: {what}", hint)


def wrong_type(value: object, place: Place, *, wanted: str) -> GuideError:
    """The error for a value of another type than wanted."""
    found = _TYPES.get(type(value), "a date or time")
    return place.error("E-GDE-012", f"this must be {wanted} but is {found}.", f"Write {wanted}.")


def text(value: object, place: Place) -> str:
    """Any text, also empty."""
    if not isinstance(value, str):
        raise wrong_type(value, place, wanted="text")
    return value


def words(value: object, place: Place) -> str:
    """Text that says something."""
    found = text(value, place)
    if not found.strip():
        raise place.error("E-GDE-013", "this is empty.", "Write at least a word.")
    return found


def identifier(value: object, place: Place) -> str:
    """Letters, digits, dots, hyphens and underscores, so that it can be typed in a terminal."""
    found = words(value, place)
    if not _ID.match(found):
        raise place.error(
            "E-GDE-013", f"{found!r} cannot be an id.", "Use letters, digits, '.', '-' and '_' without spaces."
        )
    return found


def texts(value: object, place: Place) -> tuple[str, ...]:
    """An array of texts, each of which says something."""
    if not isinstance(value, list):
        raise wrong_type(value, place, wanted="an array of texts")
    return tuple(words(item, place) for item in value)


def five_texts(value: object, place: Place) -> tuple[str, ...]:
    """Exactly five texts: the words for 1, 2, 3, 4 and 5."""
    found = texts(value, place)
    if len(found) != 5:
        raise place.error("E-GDE-021", f"there are {len(found)} anchors.", "Write five, for the ratings 1 to 5.")
    return found


def number(value: object, place: Place) -> float:
    """A finite number that is not negative."""
    if isinstance(value, bool) or not isinstance(value, (int, float)):
        raise wrong_type(value, place, wanted="a number")
    found = _as_float(value)
    if not math.isfinite(found) or found < 0:
        raise place.error("E-GDE-020", f"{value!r:.40} is no number to count with.", "Write a number of 0 or more.")
    return found


def _as_float(value: int | float) -> float:
    try:
        return float(value)
    except OverflowError:
        return math.inf


def positive(value: object, place: Place) -> float:
    """A number above 0."""
    found = number(value, place)
    if found == 0:
        raise place.error("E-GDE-020", "this must be more than 0.", "Write a number above 0.")
    return found


def numbers(value: object, place: Place) -> dict[str, float]:
    """A table of numbers by name."""
    if not isinstance(value, dict):
        raise wrong_type(value, place, wanted="a table of numbers")
    return {name: number(item, place.at(f"{place.key}.{name}")) for name, item in value.items()}


def one_of(allowed: Collection[str], *, code: str) -> Callable[[object, Place], str]:
    """A reader of one of these words."""

    def read(value: object, place: Place) -> str:
        found = text(value, place)
        if found not in allowed:
            raise place.error(code, f"{found!r} is not known.", _meant(found, allowed))
        return found

    return read


def _meant(found: str, allowed: Collection[str]) -> str:
    close = get_close_matches(found, allowed, n=1, cutoff=0.6)
    return (f"Did you mean {close[0]!r}? " if close else "") + f"Known: {', '.join(allowed) or 'none'}."


def known(found: str, allowed: Collection[str], place: Place, *, code: str) -> None:
    """Refuse a reference to something that is not there."""
    if found not in allowed:
        raise place.error(code, f"{found!r} is not known.", _meant(found, allowed))


def unknown_keys(found: Collection[str], allowed: Collection[str], place: Place) -> None:
    """Refuse keys that nothing reads: most are typing slips."""
    for key in found:
        if key not in allowed:
            raise place.at(key).error("E-GDE-011", "there is no such key.", _meant(key, allowed))
