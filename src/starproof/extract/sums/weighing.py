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
    names: Sequence[str]


@dataclass(frozen=True, slots=True)
class _Book:
    base: float
    weights: Mapping[str, Mapping[str, float]]
    """What evidence weighs, by what it is told of: any sum (nothing), one kind of sum, or right sums."""


@cache
def _book() -> _Book:
    path = files("starproof.extract.sums") / "weighing.toml"
    data = tomllib.loads(path.read_text(encoding="utf-8"))
    found: dict[str, dict[str, float]] = {}
    for name, weight in data["weights"].items():
        mark, parted, rest = name.partition(": ")
        found.setdefault(mark if parted else "", {})[rest if parted else name] = weight
    return _Book(data["base"], found)


@cache
def weights(kind: str, right: bool) -> Mapping[str, float]:
    """What each piece of evidence weighs for one kind of sum, right or wrong."""
    found: dict[str, float] = {}
    marks = ("", kind, "right") if right else ("", kind)
    for mark in marks:
        for name, weight in _book().weights.get(mark, {}).items():
            found[name] = found.get(name, 0.0) + weight
    return found


def weighed_names(kind: str, right: bool, names: Iterable[str]) -> Iterator[str]:
    """Every name in ``weighing.toml`` that the evidence of one candidate counts towards."""
    yield f"kind {kind}"
    for name in names:
        yield name
        yield f"{kind}: {name}"
        if right:
            yield f"right: {name}"


def considered(
    scene: Scene, seen: View, by_index: Mapping[int, Figure], told: Iterable[tuple[Reading, bool]]
) -> list[Candidate]:
    """The sums told, each with the evidence for it."""
    found = []
    for reading, right in told:
        operands = [by_index[index] for index in reading.operands]
        kind = sort(reading, operands)
        found.append(Candidate(reading, kind, right, evidence(seen, reading, kind, operands, right=right)))
    return found


def sums(scene: Scene, figure: Figure) -> list[tuple[Reading, bool]]:
    """Every sum near enough to what the figure states to be it, once, and whether it comes out as stated."""
    found: dict[tuple[str, float, frozenset[int]], tuple[Reading, bool]] = {}
    for reading in candidates(scene, figure):
        key = (reading.kind, round(reading.computed, 6), frozenset(reading.operands))
        if key not in found:
            found[key] = reading, agrees(figure.quantity, reading)
    return [(r, right) for r, right in found.values() if right or min(r.stated, r.computed) > 0]


def weigh(scene: Scene, figure: Figure, by_index: Mapping[int, Figure], *, least: float = 0.0) -> Weighed:
    """How likely it is that a figure states a sum rightly, and wrongly.

    Where ``least`` is above nothing, only a right sum matters, and only if it is likelier than that.
    """
    told = sums(scene, figure)
    if not told or (least and not any(right for _, right in told)):
        return NOT_WEIGHED
    seen = view(scene, figure)
    rights = considered(scene, seen, by_index, [one for one in told if one[1]])
    scores = _scores(seen, rights)
    if least and _share(scores, scores) <= least:
        return NOT_WEIGHED
    wrongs = considered(scene, seen, by_index, [one for one in told if not one[1]])
    others = _scores(seen, wrongs)
    return Weighed(
        _named(scene, _best(rights, scores)),
        _named(scene, _best(wrongs, others)),
        _share(scores, [*scores, *others]),
        _share(others, [*scores, *others]),
    )


def _share(part: Sequence[float], whole: Sequence[float]) -> float:
    """The share of some scores in all of them and in "no sum at all"."""
    top = max((0.0, *whole))
    total = sum([math.exp(score - top) for score in whole]) + math.exp(-top)
    return sum([math.exp(score - top) for score in part]) / total


def _scores(seen: View, found: Sequence[Candidate]) -> list[float]:
    """The weight of the evidence of each candidate; what they share is added up once for each kind."""
    shared: dict[tuple[str, bool], float] = {}
    scores = []
    for candidate in found:
        key = (candidate.kind, candidate.right)
        book = weights(*key)
        if key not in shared:
            own = sum([book.get(name, 0.0) for name in sorted(seen.named)])
            shared[key] = _book().base + book.get(f"kind {candidate.kind}", 0.0) + own
        scores.append(shared[key] + sum([book[name] for name in candidate.names if name in book]))
    return scores


def _best(side: Sequence[Candidate], scores: Sequence[float]) -> Reading | None:
    return max(zip(scores, side, strict=True), key=lambda told: told[0])[1].reading if side else None


def _named(scene: Scene, reading: Reading | None) -> Reading | None:
    """A change or a distance measured from a goal is a margin."""
    margin = reading is not None and reading.kind in ("relative_change", "difference")
    if reading is None or not margin or not scene.targets.intersection(reading.operands):
        return reading
    return replace(reading, kind="versus_target")
