"""Which flags and findings hold which rating down, and to how much."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Cap:
    """A flag's id or a rule's code, and the most that a rating can then be."""

    by: str
    at: int
    of_impact: bool = False
    """Whether a finding counts only where it is about the impact's own figures, where there are any."""


CAPS: Mapping[str, tuple[Cap, ...]] = {
    "structure": (Cap("linear-story", 3), Cap("STR101", 4), Cap("STR102", 3), Cap("STR103", 4)),
    "ownership": (Cap("blame", 2), Cap("micromanagement", 3), Cap("ic-work", 3)),
    "scope": (Cap("single-team", 2), Cap("ic-work", 3)),
    "impact": (Cap("low-impact", 2), Cap("vague-metrics", 2), Cap("NUM201", 3, of_impact=True)),
    "judgement": (Cap("no-hard-decision", 2), Cap("micromanagement", 3)),
    "learning": (Cap("perfect-story", 2), Cap("blame", 3)),
    "clarity": (
        Cap("jargon", 2),
        Cap("linear-story", 3),
        Cap("vague-metrics", 3),
        Cap("NUM201", 3),
        Cap("DLV701", 3),
        Cap("NUM205", 4),
        Cap("NUM208", 4),
    ),
}
"""A fault that the guide names weighs more than any number of good points beside it."""
