"""Weighing the candidates of a figure against each other, and against its being no derived figure at all.

A conditional logistic model: each candidate scores the weights of its evidence, "no sum at all" scores nothing, and
the shares of the exponentials are the probabilities. Each piece of evidence weighs by itself, by the kind of sum, and
for sums that come out as stated. ``weights.toml`` is written by ``tools/train_figures.py``.
"""

from __future__ import annotations

import math
import tomllib
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from importlib.resources import files
from itertools import repeat

from starproof.core.records import record
from starproof.extract.sums.story.figures import Figure
from starproof.extract.sums.story.reading import Reading, agrees
from starproof.extract.sums.story.scene import Scene
from starproof.extract.sums.weighing.evidence import COMPARED, evidence, sort
from starproof.extract.sums.weighing.stated import Sum, Worded, chance, key, right_operands
from starproof.extract.sums.weighing.surroundings import View, view

_WHOLLY = 95.0
"""Percent of a fall behind which two figures are of different things, where less is stated."""
_TIES = frozenset(
    ("same noun", "sure pair", "pair", "one row", "one topic 1", "one topic 2", "one topic 3", "sentences apart 0")
)
_RIGHTS = ("one of 0", "one of 1", "one of 2", "one of 3", "one of many")
_BESIDE_RIGHTS = ("beside 0 right", "beside 1 right", "beside 2 right", "beside 3 right", "beside many right")
"""How many sums come out as stated over figures of their own."""
_TIED = ("worded loosely", "worded near", "worded tightly")


@record
class Weighed:
    """The likeliest sum that comes out as stated, the likeliest that does not, and how likely each side is."""

    right: Reading | None
    wrong: Reading | None
    right_share: float
    wrong_share: float
    doubtful: bool = False
    """Whether the wrong one is over figures that nobody sets against each other, or that a right one is over too."""
    untied: bool = False
    """Whether nothing but likelihood sets the figures of the wrong one against each other."""


NOT_WEIGHED = Weighed(None, None, 0.0, 0.0)
"""What is known of a figure that nothing was weighed for."""


@record
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
    path = files("starproof.extract.sums.weighing") / "weights.toml"
    return sorted_out(*told_weights(path.read_text(encoding="utf-8")))


def told_weights(text: str) -> tuple[float, dict[str, float]]:
    """What the text of ``weights.toml`` says; its table of weights holds one quoted name and one number a line.

    It is read by line, since ``tomllib`` takes twenty milliseconds for it, a fortieth of a first review.
    """
    head, _, table = text.partition("\n[weights]\n")
    rows = [row[1:].rpartition('" = ') for row in table.splitlines()]
    return tomllib.loads(head)["base"], {name: float(weight) for name, _, weight in rows}


def sorted_out(base: float, weights: Mapping[str, float]) -> _Book:
    """The weights as training names them, by what they are told of."""
    found: dict[str, dict[str, float]] = {}
    for name, weight in weights.items():
        mark, parted, rest = name.partition(": ")
        found.setdefault(mark if parted else "", {})[rest if parted else name] = weight
    return _Book(base, found)


@cache
def weights(kind: str, right: bool) -> Mapping[str, float]:
    """What each piece of evidence weighs for one kind of sum, right or wrong."""
    found: dict[str, float] = {}
    marks = ("", kind, "right") if right else ("", kind)
    for mark in marks:
        for name, weight in _book().weights.get(mark, {}).items():
            found[name] = found.get(name, 0.0) + weight
    return found


def considered(
    seen: View, told: Iterable[Sum], worded: Worded, rights: Collection[frozenset[int]], lucky: int
) -> list[Candidate]:
    """The sums told, each with the evidence for it.

    ``rights`` are the operands of those that come out as stated, and ``lucky`` is how many would by ``chance``.
    """
    by_chance, beside = f"by chance {lucky}", f"beside chance {lucky}"
    chosen = None if worded.chosen is None else key(worded.chosen)
    other = "another is named"
    if worded.chosen is not None and agrees(seen.figure.quantity, worded.chosen):
        other = "another is right"
    found = []
    for one in told:
        operands = seen.scene.at(one.reading.operands)
        kind = sort(one.reading, operands)
        names = evidence(seen, one.reading, kind, operands, right=one.right)
        names.append("not worded" if one.tie is None else _TIED[one.tie])
        if not one.right and frozenset(one.reading.operands) in rights:
            names.append("mirrored")
        names.append(by_chance if one.right else beside)
        if one.right:
            places = sorted([f.place for f in operands])
            names.append(f"{by_chance}, {seen.placed[tuple(places)][0]}")
        names.append((_RIGHTS if one.right else _BESIDE_RIGHTS)[min(4, len(rights))])
        if chosen is not None:
            names.append("named" if chosen == key(one.reading) else other)
        found.append(Candidate(one.reading, kind, one.right, names))
    return found


def weigh(
    scene: Scene,
    figure: Figure,
    worded: Worded,
    told: Sequence[Sum],
    *,
    least: float,
) -> Weighed:
    """How likely it is that a figure states one of the sums told rightly, and wrongly; there is at least one.

    Where ``least`` is above nothing, only a right sum matters, and only if it is likelier than that.
    """
    seen = view(scene, figure)
    right_ones = right_operands(told)
    lucky = chance(figure, told)
    rights = considered(seen, [one for one in told if one.right], worded, right_ones, lucky)
    scores = _scores(seen, rights)
    if least and _share(scores, scores) <= least:
        return NOT_WEIGHED
    wrongs = considered(seen, [one for one in told if not one.right], worded, right_ones, lucky)
    others = _scores(seen, wrongs)
    wrong = _best(wrongs, others)
    return Weighed(
        _named(scene, _best(rights, scores)),
        _named(scene, wrong),
        _share(scores, [*scores, *others]),
        _share(others, [*scores, *others]),
        wrong is not None and doubtful(wrong),
        wrong is not None and untied(wrong),
    )


def doubtful(candidate: Candidate) -> bool:
    """Whether a sum is over figures of different things that the wording does not pair, whatever else speaks for it."""
    names = candidate.names
    if candidate.kind == "share" and "mirrored" in names and "a change" in names:
        return True
    if candidate.kind == "relative_change" and candidate.reading.computed > _WHOLLY >= candidate.reading.stated:
        return True
    if candidate.kind not in (*COMPARED, "share") or "named" in names:
        return False
    if candidate.kind != "share" and ("two kinds" in names or "two nouns" in names) and "sure pair" not in names:
        return True
    return "two rows" in names


def untied(candidate: Candidate) -> bool:
    """Whether nothing shows that two figures set against each other are of one measure, or a right sum has them too."""
    names = candidate.names
    compared = candidate.kind in COMPARED and "named" not in names
    if compared and ("mirrored" in names or "bare, another nearer" in names):
        return True
    return compared and _TIES.isdisjoint(names)


def _share(part: Sequence[float], whole: Sequence[float]) -> float:
    """The share of some scores in all of them and in "no sum at all"."""
    top = max((0.0, *whole))
    total = sum([math.exp(score - top) for score in whole]) + math.exp(-top)
    return sum([math.exp(score - top) for score in part]) / total


def _scores(seen: View, found: Sequence[Candidate]) -> list[float]:
    """The weight of the evidence of each candidate; what they share is added up once for each kind."""
    shared: dict[tuple[str, bool], float] = {}
    named = sorted(seen.named)
    scores = []
    for candidate in found:
        key = (candidate.kind, candidate.right)
        book = weights(*key)
        if key not in shared:
            own = sum([book.get(name, 0.0) for name in named])
            shared[key] = _book().base + book.get(f"kind {candidate.kind}", 0.0) + own
        scores.append(shared[key] + sum(map(book.get, candidate.names, repeat(0.0))))
    return scores


def _best(side: Sequence[Candidate], scores: Sequence[float]) -> Candidate | None:
    return max(zip(scores, side, strict=True), key=lambda told: told[0])[1] if side else None


def _named(scene: Scene, chosen: Candidate | None) -> Reading | None:
    """A change or a distance measured from a goal is a margin."""
    if chosen is None:
        return None
    reading = chosen.reading
    if reading.kind not in ("relative_change", "difference") or not scene.targets.intersection(reading.operands):
        return reading
    return replace(reading, kind="versus_target")
