"""Where a story stands on the guide's bands, in numbers that only grow with what it states."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass

from starproof.core.facts import Facts, Measure
from starproof.level.bands import Band
from starproof.level.visibility import noted

STEPS = ("near", "through", "past")
MEASURES = ("impact", "influence", "teams", "horizon")
_TEN = 10.0
_PUBLIC = (1_000.0, 10_000_000.0)
"""People reached: from where it counts at all to where more makes no difference."""


@dataclass(frozen=True, slots=True)
class Standing:
    """What a story states of each measure, with the words that state it."""

    measures: Mapping[str, Measure]
    """By ``impact`` (US dollars a year), ``influence`` (engineers), ``teams``, ``horizon`` (days)."""
    features: Mapping[str, float]
    """What the scale weighs, each 0 to 1."""


def stand(facts: Facts, text: str, known: Mapping[str, Band]) -> Standing:
    """Read the measures off the facts and set them on the bands.

    A measure that the guide has no band for stands where the others do on average, so that it neither helps nor harms.
    """
    found = measures(facts)
    features: dict[str, float] = {}
    steps = {name: _steps(found.get(name), band) for name, band in known.items()}
    for place, step in enumerate(STEPS):
        mean = sum(shares[place] for shares in steps.values()) / len(steps) if steps else 0.0
        for name in MEASURES:
            features[f"{name}-{step}"] = steps[name][place] if name in steps else mean
    features["organisations"] = _log_share(facts.reach.spots, 1.0, _TEN)
    features["people"] = _log_share(facts.reach.people, *_PUBLIC)
    features["managing"] = 1.0 if facts.of("managing") else 0.0
    features["external"] = 1.0 if noted(facts, text) else 0.0
    return Standing(found, features)


def measures(facts: Facts) -> dict[str, Measure]:
    """The figures that bands are for, as far as the story states them."""
    reach = facts.reach
    told = {"influence": reach.engineers, "teams": reach.teams, "horizon": reach.horizon_days}
    if facts.impact is not None:
        span = facts.quantities[facts.impact.quantity].span
        told["impact"] = Measure(facts.impact.annual_usd, span)
    return {name: measure for name, measure in told.items() if measure is not None}


def with_named_teams(found: Mapping[str, Measure], facts: Facts) -> dict[str, Measure]:
    """The measures with teams that are only called by their work, where no greater number of teams is told.

    They say where the work went, but the scale does not weigh them: over whole stories they tell little of its size.
    """
    named, teams = facts.reach.named_teams, found.get("teams")
    if named is None or (teams is not None and teams.value >= named.value):
        return dict(found)
    return {**found, "teams": named}


def _steps(measure: Measure | None, band: Band) -> tuple[float, float, float]:
    return (0.0, 0.0, 0.0) if measure is None else band.steps(measure.value)


def _log_share(measure: Measure | None, start: float, end: float) -> float:
    if measure is None or measure.value <= start:
        return 0.0
    return min(1.0, math.log(measure.value / start) / math.log(end / start))
