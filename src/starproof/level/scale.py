"""The scale by which the overall level is weighed: readable weights, none of them under zero.

Each of the two questions, "at the level or above?" and "above it?", is a logistic scale over what ``standing`` reads
off the facts. No weight is under zero, so a fact that is added can only raise a story's level.
"""

from __future__ import annotations

import math
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

QUESTIONS = ("at", "above")


@dataclass(frozen=True, slots=True)
class Scale:
    """One question's weights; its answer is a probability."""

    start: float
    weights: Mapping[str, float]

    def share(self, features: Mapping[str, float]) -> float:
        """The probability that the answer is yes."""
        total = self.start + sum(weight * features.get(name, 0.0) for name, weight in self.weights.items())
        return 1.0 / (1.0 + math.exp(-total))


@cache
def scales() -> tuple[Scale, Scale]:
    """The packaged scales: at the level or above, above the level."""
    data = tomllib.loads((files("starproof.level") / "scale.toml").read_text(encoding="utf-8"))
    at, above = (Scale(data[name]["start"], data[name]["weights"]) for name in QUESTIONS)
    return at, above


def shares(features: Mapping[str, float]) -> tuple[float, float, float]:
    """Probabilities of below, at and above; they add up to 1."""
    at, above = (scale.share(features) for scale in scales())
    above = min(at, above)
    return 1.0 - at, at - above, above
