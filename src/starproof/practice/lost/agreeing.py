"""Whether a figure said aloud is the one on paper: its value, as speech and its recognition leave it."""

from __future__ import annotations

from starproof.core.facts import Quantity
from starproof.extract.defence.agreement import agree
from starproof.practice.lost.told import How

_EQUAL = 1e-3
_ROUNDED = 0.025
"""The share by which a rounder telling may be off."""
_ROUGHLY = 0.1
"""The same, where it calls itself approximate."""
_TELLING = 1000
"""Numbers from this size on are known again by themselves."""
_UNITS = (1e-3, 1.0, 60.0, 3600.0, 86400.0, 604800.0, 2592000.0, 7862400.0, 31536000.0)
"""Seconds of a millisecond, second, minute, hour, day, week, month, quarter, year."""


def how_said(written: Quantity, said: Quantity) -> How | None:
    """How the spoken figure tells the written one; ``None`` where it is another value."""
    if _unlike(written, said):
        return "converted" if agree(written, said) else None
    if _bounds_near(written, said):
        return "as-written"
    if _bounds_round(written, said):
        return "rounded"
    if _bounds_round(said, written):
        return "finer"
    return "converted" if agree(written, said) else None


def unit_lost(written: Quantity, said: Quantity) -> bool:
    """Whether the spoken figure has the number of the written one and lost only what it measures.

    "1.8 million" for "$1.8M", "18" for "18 %", "six" for "six weeks", "$900" for "£900". A large sum is known by
    its value, even where "dollars" was heard as "others"; otherwise a unit that says something else is no loss.
    """
    if said.kind == written.kind == "money":
        return _bounds_near(written, said)
    if said.kind == written.kind or said.kind != "count":
        return False
    if said.unit and not (written.kind == "money" and said.value >= _TELLING):
        return False
    units = _UNITS if written.kind == "duration" else (1.0,)
    return any(_near(written.value / unit, said.value, _EQUAL) for unit in units)


def _unlike(one: Quantity, other: Quantity) -> bool:
    """Whether the two are of kinds or units that are not compared by value alone."""
    if one.kind != other.kind or (one.kind == "percent" and one.unit != other.unit):
        return True
    if one.kind == "money":
        return one.unit != other.unit and "/" in one.unit and "/" in other.unit
    return one.kind == "score" and one.unit != other.unit and bool(one.unit and other.unit)


def _bounds_near(one: Quantity, other: Quantity) -> bool:
    if (one.high is None) != (other.high is None):
        return False
    highs = (one.high or one.value, other.high or other.value)
    return _near(one.value, other.value, _EQUAL) and _near(*highs, _EQUAL)


def _bounds_round(exact: Quantity, told: Quantity) -> bool:
    """Whether ``told`` is a rounder telling of ``exact``, or one value out of its range."""
    if exact.high is not None and told.high is None:
        return exact.value <= told.value <= exact.high
    if exact.high is None and told.high is not None:
        return False
    highs = (exact.high or exact.value, told.high or told.value)
    return _rounds(exact.value, told.value, told, exact) and _rounds(*highs, told, exact)


def _rounds(exact: float, told: float, as_told: Quantity, as_exact: Quantity) -> bool:
    """Whether a value is told with fewer digits: 1.8 for 1.82; with one digit only where it is called rough."""
    unit = _common(exact, told) if as_told.kind == "duration" else 1.0
    exact, told = exact / unit, told / unit
    if _near(exact, told, _EQUAL):
        return True
    digits, full = _digits(told), _digits(exact)
    if digits >= full or float(f"{exact:.{digits}g}") != told:
        return False
    return _near(exact, told, _ROUGHLY if as_told.approx else _ROUNDED) and (as_told.approx or digits > 1)


def _common(one: float, other: float) -> float:
    """Seconds of the largest unit in which both are told with no more than three decimals."""
    return next((u for u in reversed(_UNITS) if _short(one / u) and _short(other / u)), 1.0)


def _short(value: float) -> bool:
    return value >= 1 and abs(value * 1000 - round(value * 1000)) < 1e-6


def _digits(value: float) -> int:
    """Significant digits of a value as it is told."""
    return len(f"{abs(value):.10g}".split("e")[0].replace(".", "").strip("0"))


def _near(one: float, other: float, share: float) -> bool:
    return abs(one - other) <= share * max(abs(one), abs(other))
