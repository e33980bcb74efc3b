"""One way to recompute a figure, and whether the stated figure agrees with it."""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Sequence
from dataclasses import replace

from starproof.core.facts import ClaimKind, Quantity
from starproof.core.keeping import KEPT, remembered
from starproof.core.records import record
from starproof.extract.sums.story.scales import in_full

TIGHT, NEAR, LOOSE = 2, 1, 0
"""How firmly the wording ties a figure to its operands. Only ``TIGHT`` and a lone ``NEAR`` may accuse."""
NEARLY = 0.1
"""How far a figure marked as approximate may be off, as a share."""
_TIMES = 0.13
"""How far a multiple may be off, as a share: 1.6 times is not doubled, though 1.6 would be rounded to two."""
_FARTHEST = 3.4
"""How many times one another what is stated and what it is meant to be are at most, but for slips."""
_WHOLE = 100.0
"""All of a thing, in percent."""
_ROUNDED_OFF = 0.3
"""How far a length may be off, as a share: seven months are no year, though a year has no digit for them."""
_MANY = 10.0
"""From so many times on a multiple is told as one is rounded: 9.5 is ten times."""
_LARGE, _SLIPPED = 1000.0, 0.02
"""From what size on a slip may be off by a share of it instead of by one."""
_FRACTION = re.compile(
    r"\b(half|thirds?|quarters?|fifths?|sixths?|sevenths?|eighths?|ninths?|tenths?|out of|"
    r"in (five|ten|four|three|two))\b"
)
_UNIT_OF = re.compile(r"(year|quarter|month|week|day|hour|minute|min|second|sec|ms|milli)")
_LENGTH = {
    "year": 31536000.0, "quarter": 7862400.0, "month": 2592000.0, "week": 604800.0, "day": 86400.0, "hour": 3600.0,
    "minute": 60.0, "min": 60.0, "second": 1.0, "sec": 1.0, "ms": 1e-3, "milli": 1e-3,
}  # fmt: skip


@record
class Reading:
    """A sum that the wording may mean. ``stated`` and ``computed`` share one unit."""

    kind: ClaimKind
    stated: float
    computed: float
    operands: tuple[int, ...]
    tie: int
    sum: Callable[[], str]
    """Writes the sum in words, with the user's own figures and without a verdict; few readings are ever shown."""
    slips: tuple[float, ...] = ()
    """What people state by mistake instead: points told as a percent, what is left, a change by the wrong base."""
    percent: bool = False
    """Whether a margin is told in percent of the target."""
    listed: bool = False
    """Whether the operands are added up one by one."""


def rest_of(reading: Reading) -> Reading:
    """A percent told of the same figures as what is left of the whole: 30 % less, and 70 % of it."""
    return replace(reading, computed=_WHOLE - reading.computed)


def agrees(quantity: Quantity, reading: Reading, *, loosely: bool = False) -> bool:
    """Whether the stated figure is the computed one, rounded to the digits that are stated."""
    stated, computed = reading.stated, reading.computed
    apart = abs(stated - computed)
    if apart > abs(stated) / 2:  # no last digit is worth more than the figure
        return False
    if math.isclose(stated, computed, rel_tol=1e-9):
        return True
    near = apart <= NEARLY * max(abs(stated), abs(computed))
    if near and (quantity.approx or loosely or _FRACTION.search(quantity.text.lower())):
        return True
    slack = resolution(quantity, stated) / 2
    if quantity.kind == "duration":
        slack = min(slack, _ROUNDED_OFF * abs(stated))
    if abs(stated) >= 100 and quantity.kind in ("money", "count", "size"):
        slack = min(slack, NEARLY * abs(computed))
    if quantity.kind == "multiple" and stated < _MANY:
        return apart < min(slack, _TIMES * abs(stated)) * (1 - 1e-9)
    return apart <= slack * (1 + 1e-9)


def tolerance(quantity: Quantity, stated: float) -> float:
    """About how far a sum may be from what is stated and still agree with it."""
    if quantity.approx or _FRACTION.search(quantity.text.lower()):
        return NEARLY * abs(stated)
    slack = resolution(quantity, stated) / 2
    return min(slack, _TIMES * abs(stated)) if quantity.kind == "multiple" else slack


def resolution(quantity: Quantity, stated: float) -> float:
    """The value of the last digit that is stated: 0.1 in "3.8 %", 100,000 in "$1.3M"."""
    return _worth(quantity.kind, quantity.text, stated)


@remembered(4 * KEPT)
def _worth(kind: str, text: str, stated: float) -> float:
    if kind == "duration":
        named = _UNIT_OF.findall(in_full(text))
        unit = min((_LENGTH[name] for name in named), default=1.0)
        return unit * _last_digit(stated / unit)
    if kind in ("percent", "multiple", "score") or abs(stated) < 100:
        return _last_digit(stated)
    return _trailing(stated)


def _last_digit(value: float) -> float:
    decimals = len(f"{value:.4f}".rstrip("0").partition(".")[2])
    return float(10.0**-decimals)


def _trailing(value: float) -> float:
    digits = f"{abs(value):.4f}".rstrip("0").rstrip(".")
    if "." in digits:
        return float(10.0 ** -len(digits.partition(".")[2]))
    return float(10 ** (len(digits) - len(digits.rstrip("0"))))


def conceivable(stated: float, computed: float, slips: Sequence[float] = ()) -> bool:
    """Whether what is stated may be this sum, right or wrong: near it, or off by a decimal place or a year's months."""
    if stated <= 0:
        return True  # nothing at all: only a sum that comes out as stated can be meant
    if computed <= 0:
        return False
    ratio = stated / computed
    if 1 / _FARTHEST <= ratio <= _FARTHEST:
        return True
    if slips and slipped(stated, slips):
        return True
    return _placed_wrong(ratio if ratio > 1 else 1 / ratio)


def slipped(stated: float, slips: Sequence[float]) -> bool:
    """Whether what is stated is about what people state by mistake."""
    slack = 1.0 if stated < _LARGE else _SLIPPED * stated
    return bool([slip for slip in slips if -slack <= slip - stated <= slack])


def _placed_wrong(ratio: float) -> bool:
    """Whether two values are ten or twelve times one another."""
    return 9.8 <= ratio <= 10.2 or 11.76 <= ratio <= 12.24


def sane(reading: Reading) -> bool:
    """Whether the two are close enough to be one sum done wrong and not two different things.

    Near each other, a decimal place apart, or percent told for points.
    """
    if reading.computed <= 0 or reading.stated <= 0:
        return False
    ratio = reading.stated / reading.computed
    if 1 / 2.5 <= ratio <= 2.5:
        return True
    if reading.kind == "annualised" and 0.32 <= ratio <= 3.1:
        return True  # a quarter taken for a month
    if reading.kind == "share" and any(0.8 <= ratio * ten <= 1.25 for ten in (0.1, 10.0)):
        return True
    return slipped(reading.stated, reading.slips)
