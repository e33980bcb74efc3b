"""What one is worth in the unit or the size in which a figure is told."""

from __future__ import annotations

import re

from starproof.core.facts import Quantity
from starproof.core.keeping import kept

DAY = 86_400.0
"""Seconds."""
_LEADING = re.compile(r"\d+(?:\.\d+)?(?![\d.,]*\d)")
"""A number in front; one with marks between its digits, which may group or part them, says nothing sure."""
_SCALES = {
    "thousand": 1e3, "grand": 1e3, "k": 1e3, "lakh": 1e5, "million": 1e6, "mio": 1e6, "m": 1e6, "crore": 1e7,
    "billion": 1e9, "bn": 1e9, "b": 1e9,
}  # fmt: skip
_SCALE_WORD = re.compile(
    r"(thousand|grand|lakh|million|mio|crore|billion|bn|(?<=\d)[kmb]|(?<=\w )[kmb])(?![a-z]*[a-rt-z])"
)


def scale(model: Quantity) -> float:
    """What one is worth in the unit that a figure is told in: 60.0 for minutes, 1e6 for millions."""
    return _scale(model.text, model.kind, model.value)


@kept
def _scale(text: str, kind: str, value: float) -> float:
    if kind == "duration":
        number = _LEADING.search(text.replace(",", ""))
        first = float(number.group()) if number else 0.0
        return value / first if first and value else _unit_seconds(text)
    if kind not in ("money", "count"):
        return 1.0
    spelled = _SCALE_WORD.search(text.lower())
    return _SCALES[spelled[1]] if spelled and value >= _SCALES[spelled[1]] else 1.0


_IN_FULL = {
    "yr": "year", "mth": "month", "mo": "month", "wk": "week", "d": "day", "hr": "hour", "h": "hour", "min": "minute",
    "sec": "second", "s": "second",
}  # fmt: skip
_IN_SHORT = re.compile(rf"(?<![a-z'])({'|'.join(_IN_FULL)})s?(?![a-z])")


@kept
def in_full(text: str) -> str:
    """The words of a length in small letters, with its units spelled out as notes never do: "6 wks" is six weeks."""
    return _IN_SHORT.sub(lambda short: _IN_FULL[short[1]] + "s", text.lower())


def units(quantity: Quantity) -> float:
    """How many of its own unit a length has, 6 of "6 weeks"; of anything else its value."""
    return quantity.value / scale(quantity) if quantity.kind == "duration" else quantity.value


SECONDS = {
    "milli": 1e-3, "ms": 1e-3, "second": 1.0, "minute": 60.0, "hour": 3600.0, "day": 86400.0, "week": 604800.0,
    "month": 2592000.0, "quarter": 7862400.0, "year": 31536000.0,
}  # fmt: skip
"""Seconds of each unit of time, by how it is named."""
PERIODS = {name: SECONDS[name] for name in ("hour", "day", "week", "month")}
"""Seconds of each period that a length of time is counted in where an amount is told by it: "$40 an hour"."""


def _unit_seconds(words: str) -> float:
    return next((seconds for name, seconds in SECONDS.items() if name in in_full(words)), 1.0)


def currency(quantity: Quantity) -> str:
    """The currency of a money unit, without its period."""
    return quantity.unit.partition("/")[0]


def period(quantity: Quantity) -> str:
    """The period of a money unit, or nothing."""
    return quantity.unit.partition("/")[2]
