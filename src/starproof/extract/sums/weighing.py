"""Weighing the candidates of a figure against each other, and against its being no derived figure at all.

A conditional logistic model: each candidate scores the weights of its evidence, "no sum at all" scores nothing, and
the shares of the exponentials are the probabilities. Each piece of evidence weighs by itself, by the kind of sum, and
for sums that come out as stated. ``weighing.toml`` is written by ``tools/train_figures.py``.
"""

from __future__ import annotations

import math
import tomllib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from importlib.resources import files

from starproof.extract.sums.candidates import candidates
from starproof.extract.sums.evidence import evidence, sort
from starproof.extract.sums.figures import Figure
from starproof.extract.sums.reading import Reading, agrees
from starproof.extract.sums.scene import Scene
from starproof.extract.sums.surroundings import View, view


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
    """A sum that a figure may state, its kind, whether it comes out as stated, and the evidence for it alone."""

    reading: Reading
    kind: str
    right: bool
    names: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Book:
    base: float
    weights: Mapping[str, float]


@cache
def _book() -> _Book:
    path = files("starproof.extract.sums") / "weighing.toml"
    data = tomllib.loads(path.read_text(encoding="utf-8"))
    return _Book(data["base"], data["weights"])


@cache
def weights(kind: str, right: bool) -> Mapping[str, float]:
    """What each piece of evidence weighs for one kind of sum, right or wrong."""
    found: dict[str, float] = {}
    marks = {kind, "right"} if right else {kind}
    for name, weight in _book().weights.items():
        mark, _, rest = name.partition(": ")
        plain = rest if rest and mark in marks else name
        found[plain] = found.get(plain, 0.0) + weight
    return found


def weighed_names(kind: str, right: bool, names: Iterable[str]) -> Iterator[str]:
    """Every name in ``weighing.toml`` that the evidence of one candidate counts towards."""
    yield f"kind {kind}"
    for name in names:
        yield name
        yield f"{kind}: {name}"
        if right:
            yield f"right: {name}"


def considered(scene: Scene, seen: View, by_index: Mapping[int, Figure]) -> list[Candidate]:
    """Every candidate near enough to what the figure states to be it, right or wrong, once each."""
    found: dict[tuple[str, float, frozenset[int]], Candidate] = {}
    for reading in candidates(scene, seen.figure):
        key = (reading.kind, round(reading.computed, 6), frozenset(reading.operands))
        if key in found:
            continue
        right = agrees(seen.figure.quantity, reading)
        if not right and min(reading.stated, reading.computed) <= 0:
            continue
        operands = [by_index[index] for index in reading.operands]
        kind = sort(reading, operands)
        found[key] = Candidate(reading, kind, right, tuple(evidence(seen, reading, kind, operands, right=right)))
    return list(found.values())


def weigh(scene: Scene, figure: Figure, by_index: Mapping[int, Figure]) -> Weighed:
    """How likely it is that a figure states a sum rightly, and wrongly."""
    seen = view(scene, figure)
    found = considered(scene, seen, by_index)
    scores = _scores(seen, found)
    top = max((0.0, *scores))
    shares = [math.exp(s - top) for s in scores]
    total = sum(shares) + math.exp(-top)
    right, right_share = _best([(c, s / total) for c, s in zip(found, shares, strict=True) if c.right])
    wrong, wrong_share = _best([(c, s / total) for c, s in zip(found, shares, strict=True) if not c.right])
    return Weighed(_named(scene, right), _named(scene, wrong), right_share, wrong_share)


def _scores(seen: View, found: Sequence[Candidate]) -> list[float]:
    """The weight of the evidence of each candidate; what they share is added up once for each kind."""
    shared: dict[tuple[str, bool], float] = {}
    scores = []
    for candidate in found:
        key = (candidate.kind, candidate.right)
        book = weights(*key)
        if key not in shared:
            own = sum(book.get(name, 0.0) for name in sorted(seen.named))
            shared[key] = _book().base + book.get(f"kind {candidate.kind}", 0.0) + own
        scores.append(shared[key] + sum([book[name] for name in candidate.names if name in book]))
    return scores


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
