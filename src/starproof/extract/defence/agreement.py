"""Whether two figures say the same, in whatever words and units they are told."""

from __future__ import annotations

from starproof.core.facts import Quantity

_SLACK = 1e-3
"""Values this near are equal: the dust of units turned into one another."""
_ROUNDED = 0.01
"""The share by which a rounder telling may be off."""
_ROUGHLY = 0.05
"""The same, where it calls itself approximate."""
_LENGTHS = (31536000.0, 2592000.0, 604800.0, 86400.0, 3600.0, 60.0)
_A_YEAR = {"hour": 8760.0, "day": 365.0, "night": 365.0, "week": 52.0, "month": 12.0, "quarter": 4.0, "year": 1.0}


def agree(old: Quantity, new: Quantity) -> bool:
    """Whether both tell one value: "1.8M dollars" and "$1,800,000", "45,000 a month" and "540,000 a year"."""
    if old.kind != new.kind:
        return _agree_across(old, new) or _agree_across(new, old)
    if old.kind == "money":
        return _same_sum(old, new)
    if old.kind == "percent" and old.unit != new.unit:
        return False
    if old.kind == "score" and old.unit != new.unit and old.unit and new.unit:
        return False
    return _same_bounds(old, new)


def _same_sum(old: Quantity, new: Quantity) -> bool:
    """A period that only one side tells is no difference; two periods are, unless the sums come to the same."""
    code, _, period = old.unit.partition("/")
    other, _, another = new.unit.partition("/")
    if code != other:
        return False
    if period == another or not (period and another):
        return _same_bounds(old, new)
    times = _A_YEAR.get(period, 0.0), _A_YEAR.get(another, 0.0)
    return all(times) and _near(old.value * times[0], new.value * times[1], _ROUNDED)


def _same_bounds(old: Quantity, new: Quantity) -> bool:
    if (old.high is None) != (new.high is None):
        return False
    tops = (old.high or old.value, new.high or new.value)
    unit = _told_in(old, new) if old.kind == "duration" else 1.0
    return _same(old.value / unit, new.value / unit, old, new) and _same(tops[0] / unit, tops[1] / unit, old, new)


def _told_in(old: Quantity, new: Quantity) -> float:
    """Seconds of the largest unit that both lengths are whole in, as far as words would tell it."""
    return next((unit for unit in _LENGTHS if old.value % unit == new.value % unit == 0), 1.0)


def _same(one: float, other: float, old: Quantity, new: Quantity) -> bool:
    return _near(one, other, _SLACK) or _rounds(one, other, new.approx) or _rounds(other, one, old.approx)


def _near(one: float, other: float, share: float) -> bool:
    return abs(one - other) <= share * max(abs(one), abs(other))


def _rounds(exact: float, told: float, roughly: bool) -> bool:
    """Whether ``told`` is ``exact`` with fewer digits: 1.8 million for 1,803,422, about 150 for 147."""
    digits, full = _digits(told), _digits(exact)
    if digits >= full or not _near(exact, told, _ROUGHLY if roughly else _ROUNDED):
        return False
    fits = float(f"{exact:.{digits}g}") == told
    return fits and (roughly or (digits > 1 and full - digits > 1))


def _digits(value: float) -> int:
    """Significant digits of a value as it is told."""
    return len(f"{abs(value):.12g}".split("e")[0].replace(".", "").strip("0"))


def _agree_across(old: Quantity, new: Quantity) -> bool:
    """Kinds that may tell one thing: "halved" and "cut by 50 %"; a bare number whose unit a table's head tells."""
    if old.kind == "multiple" and new.kind == "percent" and new.unit == "%":
        shares = (100 * (old.value - 1),) if old.value > 1 else (100 * old.value, 100 * (1 - old.value))
        return any(_near(share, new.value, _SLACK) for share in shares)
    bare = old.kind == "count" and not old.unit
    return bare and new.kind in ("money", "percent", "score") and _same_bounds(old, new)
