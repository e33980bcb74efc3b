"""Trends that are honest about small numbers.

The slope is Theil's, the middle one of the slopes between all pairs of points, and its interval is Sen's (Sen, 1968,
Journal of the American Statistical Association 63, 1379-1389) with the correction for ties. Both ask little of the
data: one bad day does not move them. A trend is spoken of only where the interval leaves out nought.

What is decided beforehand and not by the data: eight points at the least, the last twenty at the most, one test, and
a chance of 5 in 100 of a false trend over all that is looked at together (Bonferroni).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import combinations
from math import sqrt
from statistics import NormalDist, median
from typing import Literal

Direction = Literal["rising", "falling", "unclear"]
LEAST = 8
"""Points below which nothing is said of a trend: Sen's interval rests on a normal approximation."""
MOST = 20
"""So many points are looked at, the last ones."""
FALSE_ALARMS = 0.05
"""The chance that any trend of one log is spoken of where there is none."""


@dataclass(frozen=True, slots=True)
class Trend:
    """How a measure moved from attempt to attempt."""

    points: int
    lowest: float
    middle: float
    highest: float
    direction: Direction | None
    """``None`` where there are too few points to say."""
    slope: float | None
    """The change with each attempt."""
    between: tuple[float, float] | None
    """The interval of the slope."""
    says: str


def trend(values: Sequence[float], *, unit: str, looks: int = 1) -> Trend | None:
    """The trend of a measure; ``None`` without a value.

    Args:
        values: one for each attempt, in order.
        unit: of the values, as it stands after a number, such as ``seconds``.
        looks: how many trends are looked at together.
    """
    if not values:
        return None
    points = list(values)[-MOST:]
    low, middle, high = min(points), median(points), max(points)
    reach = f"{_amount(low)} to {_amount(high)} {unit}" if low < high else f"{_amount(low)} {unit} each time"
    if len(points) < LEAST:
        says = f"{reach}; too few to speak of a trend" if len(points) > 1 else f"{_amount(low)} {unit}, once"
        return Trend(len(points), low, middle, high, None, None, None, says)
    slope, between = sen(points, sure=1 - FALSE_ALARMS / max(1, looks))
    direction: Direction = "rising" if between[0] > 0 else "falling" if between[1] < 0 else "unclear"
    return Trend(len(points), low, middle, high, direction, slope, between, _says(direction, between, reach, unit))


def _says(direction: Direction, between: tuple[float, float], reach: str, unit: str) -> str:
    if direction == "unclear":
        return f"{reach}; no clear trend"
    least, most = sorted(abs(end) for end in between)
    return f"{reach}; {direction} by {_amount(least)} to {_amount(most)} {unit} with each attempt"


def sen(values: Sequence[float], *, sure: float) -> tuple[float, tuple[float, float]]:
    """Theil's slope of values at 0, 1, 2 ..., and Sen's interval for it.

    Args:
        values: two at the least.
        sure: the chance that the interval holds the slope, such as 0.95.

    Returns:
        The slope and the interval's ends; the ends are infinite where so few values allow no such interval.
    """
    slopes = sorted((values[two] - values[one]) / (two - one) for one, two in combinations(range(len(values)), 2))
    spread = NormalDist().inv_cdf(0.5 + sure / 2) * sqrt(_variance(values))
    below = round((len(slopes) - spread) / 2)
    above = round((len(slopes) + spread) / 2)
    low = slopes[below - 1] if below > 0 else float("-inf")
    high = slopes[above] if above < len(slopes) else float("inf")
    return median(slopes), (low, high)


def _variance(values: Sequence[float]) -> float:
    """Of Kendall's sum where nothing moves; values that are equal lessen it."""
    ties = sum(_part(times) for times in Counter(values).values())
    return (_part(len(values)) - ties) / 18


def _part(number: int) -> int:
    return number * (number - 1) * (2 * number + 5)


def _amount(value: float) -> str:
    return f"{value:,.1f}".removesuffix(".0")
