"""The guide's number ranges as bands: where this level begins, where the next one does."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass

from starproof.core.guide import Guide, Range
from starproof.core.results import Reading

ROUND = 0.8
"""A guide's numbers are round: a figure within a fifth of the foot of its range counts as in it."""
TWICE = 2.0
"""Where a guide does not say at what figure the next level begins, it is taken as twice the top of this one's."""
STEP = 3.0
"""How many times less than a band's foot counts as nowhere near it, and more than the next's as far past it."""
UNITS: Mapping[str, str] = {"impact": "USD/year", "influence": "engineer", "teams": "team", "horizon": "day"}
"""The measures that have bands, with the unit that a guide gives their ranges in."""


@dataclass(frozen=True, slots=True)
class Band:
    """The figures at which a story reads at this level and above it, in one measure."""

    low: float
    """Where this level's range begins."""
    high: float | None
    """Where it ends; ``None`` where it is open."""
    next: float | None
    """Where the next level begins; ``None`` where the guide leaves this level's range open."""
    floor: float
    """Under this a figure reads below the level."""

    def reading(self, value: float) -> Reading:
        """At which level a figure reads."""
        if value < self.floor:
            return "below"
        past = self.high is None or value > self.high
        return "above" if self.next is not None and value >= self.next and past else "at"

    def steps(self, value: float) -> tuple[float, float, float]:
        """How far a figure has come, each 0 to 1 in logarithms: near the band, through it, past the next's foot."""
        following = self.next if self.next is not None else self.floor * STEP * STEP
        near = _share(value, self.floor / STEP, self.floor)
        return near, _share(value, self.floor, following), _share(value, following, following * STEP)


def _share(value: float, start: float, end: float) -> float:
    if value <= start:
        return 0.0
    return 1.0 if value >= end else math.log(value / start) / math.log(end / start)


def bands(guide: Guide) -> dict[str, Band]:
    """The bands that the guide's differences and expectations give, by measure; none where it gives no range."""
    found = {name: _band(guide, name, unit) for name, unit in UNITS.items()}
    return {name: band for name, band in found.items() if band is not None}


def _band(guide: Guide, name: str, unit: str) -> Band | None:
    difference = guide.difference(name)
    here = difference.here_range if difference else None
    following = difference.next_range if difference else None
    if here is None or here.unit not in (unit, ""):
        here = next((e.range for e in guide.expectations if e.range is not None and e.range.unit == unit), None)
    if here is None or here.low <= 0:
        return None
    beyond = following.low if following is not None and following.unit in (unit, "") else None
    if beyond is None and here.high is not None:
        beyond = here.high * TWICE
    if beyond is not None and beyond <= here.low:
        beyond = None
    return Band(here.low, here.high, beyond, _floor(guide, name, here))


def _floor(guide: Guide, name: str, here: Range) -> float:
    """The red flag's threshold where the guide has one, else the range's foot, rounded down a fifth."""
    flag = guide.red_flag("low-impact") if name == "impact" else None
    threshold = flag.thresholds.get("annual_usd_under") if flag is not None else None
    return min(threshold, here.low) if threshold else here.low * ROUND
