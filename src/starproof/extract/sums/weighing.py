"""Weighing the candidates of a figure against each other, and against its being no derived figure at all.

A conditional logistic model: each candidate scores the weights of its evidence, "no sum at all" scores nothing, and
the shares of the exponentials are the probabilities. ``weighing.toml`` is written by ``tools/train_figures.py``.
"""

from __future__ import annotations

import math
import tomllib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from importlib.resources import files

from starproof.extract.sums.candidates import candidates
from starproof.extract.sums.evidence import evidence
from starproof.extract.sums.figures import Figure
from starproof.extract.sums.reading import Reading, agrees
from starproof.extract.sums.scene import Scene
from starproof.extract.sums.surroundings import view

_FARTHEST = 3.4
_SLIPS = (10.0, 12.0, 0.1, 1 / 12)


@dataclass(frozen=True, slots=True)
class Weighed:
    """The likeliest sum that comes out as stated, the likeliest that does not, and how likely each side is."""

    right: Reading | None
    wrong: Reading | None
    right_share: float
    wrong_share: float


NOT_WEIGHED = Weighed(None, None, 0.0, 0.0)
"""What is known of a figure that nothing was weighed for."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """A sum that a figure may state, whether it comes out as stated, and the evidence for it."""

    reading: Reading
    right: bool
    names: frozenset[str]


@cache
def weights() -> tuple[float, Mapping[str, float]]:
    """The base and the weight of each piece of evidence, read once."""
    path = files("starproof.extract.sums") / "weighing.toml"
    data = tomllib.loads(path.read_text(encoding="utf-8"))
    return data["base"], data["weights"]


def considered(scene: Scene, figure: Figure, by_index: Mapping[int, Figure]) -> list[Candidate]:
    """Every candidate near enough to what the figure states to be it, right or wrong, once each."""
    seen = view(scene, figure)
    found: dict[tuple[str, float, frozenset[int]], Candidate] = {}
    for reading in candidates(scene, figure):
        right = agrees(figure.quantity, reading)
        if not right and not conceivable(reading):
            continue
        key = (reading.kind, round(reading.computed, 6), frozenset(reading.operands))
        if key not in found:
            operands = [by_index[index] for index in reading.operands]
            found[key] = Candidate(reading, right, frozenset(evidence(seen, reading, operands, right=right)))
    return list(found.values())


def conceivable(reading: Reading) -> bool:
    """Whether what is stated may be this sum done wrong: near it, or off by a decimal place or a year's months."""
    if reading.computed <= 0 or reading.stated <= 0:
        return False
    ratio = reading.stated / reading.computed
    if 1 / _FARTHEST <= ratio <= _FARTHEST or any(math.isclose(ratio, slip, rel_tol=0.02) for slip in _SLIPS):
        return True
    return any(abs(slip - reading.stated) <= 1 for slip in reading.slips)


def weigh(scene: Scene, figure: Figure, by_index: Mapping[int, Figure]) -> Weighed:
    """How likely it is that a figure states a sum rightly, and wrongly."""
    found = considered(scene, figure, by_index)
    scores = [score(candidate.names) for candidate in found]
    top = max((0.0, *scores))
    shares = [math.exp(s - top) for s in scores]
    total = sum(shares) + math.exp(-top)
    right, right_share = _best([(c, s / total) for c, s in zip(found, shares, strict=True) if c.right])
    wrong, wrong_share = _best([(c, s / total) for c, s in zip(found, shares, strict=True) if not c.right])
    return Weighed(_named(scene, right), _named(scene, wrong), right_share, wrong_share)


def score(names: Iterable[str]) -> float:
    """The weight of a candidate's evidence."""
    base, book = weights()
    return base + sum(book.get(name, 0.0) for name in sorted(names))


def _best(side: Sequence[tuple[Candidate, float]]) -> tuple[Reading | None, float]:
    if not side:
        return None, 0.0
    best = max(side, key=lambda told: told[1])[0]
    return best.reading, sum(share for _, share in side)


def _named(scene: Scene, reading: Reading | None) -> Reading | None:
    """A change or a distance measured from a goal is a margin."""
    margin = reading is not None and reading.kind in ("relative_change", "difference")
    if reading is None or not margin or not scene.targets.intersection(reading.operands):
        return reading
    return replace(reading, kind="versus_target")
