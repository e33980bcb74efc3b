"""Fit the weights of the evidence for derived figures and write ``src/starproof/extract/sums/weighing/weights.toml``.

Reads what ``figure_texts.py`` tells: ``corpus/train.jsonl``, ``corpus/figures.jsonl``, ``corpus/figures-told.jsonl``,
``corpus/sums`` and the cases in ``tests/extract/cases``, never ``corpus/dev.jsonl`` or ``corpus/figures-unseen.jsonl``.
``--check`` writes nothing and fails where the file would change. Each figure is one choice between its candidate sums
and none (see ``weighing.py``). A figure told rightly also enters with wrong values in its place, each at a smaller
weight, because people tell far fewer wrong ones.
"""

from __future__ import annotations

import json
import math
import random
import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

import numpy as np
from figure_texts import ROOT, told
from scipy import sparse
from scipy.optimize import minimize
from shipping import ship

from starproof.core.document import Story
from starproof.extract.claims import accusable, wordings
from starproof.extract.quantities import quantities
from starproof.extract.sums.story.dates import moments
from starproof.extract.sums.story.figures import Figure, telling
from starproof.extract.sums.story.goals import targets
from starproof.extract.sums.story.pairs import pairs
from starproof.extract.sums.story.reading import Reading
from starproof.extract.sums.story.scene import Scene
from starproof.extract.sums.weighing.stated import Worded, chance, right_operands, sums
from starproof.extract.sums.weighing.surroundings import View, view
from starproof.extract.sums.weighing.weighed import Candidate, considered
from starproof.parse.story import parse

TARGET = ROOT / "src/starproof/extract/sums/weighing/weights.toml"
RIDGE, LEAST, SMALLEST, CHANGED, UNREAD, DRAWS, MISTYPED = 12.0, 4, 0.03, 0.2, 1.0, 3, 0.3
"""Strength of the ridge; how often evidence must occur; the smallest weight kept; the weight of a changed figure, and
of one in a story that nobody annotated; how many wrong values each right one gets, and what
share of those has a wrong digit."""
SAME = (
    {"difference", "relative_change", "sum"},
    {"share", "multiple"},
    {"share", "relative_change"},
    {"sum", "annualised"},
)
"""Kinds that two annotators use for one sum."""


@dataclass(frozen=True, slots=True)
class Choice:
    """One figure: its candidates, the evidence they share, which are meant, its weight, and if it may be no claim."""

    candidates: Sequence[Candidate]
    shared: frozenset[str]
    meant: Sequence[bool]
    weight: float
    none: bool
    """Whether it may be that none is meant: it is no claim, or all that is known is that nothing is wrong."""

    def names(self) -> Iterator[list[str]]:
        """The names of all evidence of each candidate."""
        for candidate in self.candidates:
            yield sorted(weighed_names(candidate.kind, candidate.right, [*self.shared, *candidate.names]))


def weighed_names(kind: str, right: bool, names: Iterable[str]) -> Iterator[str]:
    """Every name in ``weighing.toml`` that the evidence of one candidate counts towards."""
    yield f"kind {kind}"
    for name in names:
        yield name
        yield f"{kind}: {name}"
        if right:
            yield f"right: {name}"


def choices(story: Mapping[str, Any], weight: float) -> Iterator[Choice]:
    """Every figure of a text as one choice."""
    document = parse(Story(story["id"], story["text"]))
    spans = [sentence.span for sentence in document.sentences]
    read = telling(document.text, quantities(document.text, within=spans), spans)
    beside = pairs(read)
    scene = Scene(read, beside, targets=targets(read, beside), moments=moments(document.text))
    for figure, gold in zip(read.figures, golds(story, read.figures), strict=True):
        sure = known(story, figure)
        if (gold is not None and gold.get("kind") == "duration") or not (sure or "unread" in story):
            continue
        seen = view(scene, figure)
        worded = wordings(scene, figure)
        if not sure:
            yield from unread(scene, seen, worded, weight)
            continue
        likely = sums(scene, figure, worded)
        found = considered(seen, likely, worded, right_operands(likely), chance(seen.figure, likely))
        unknown = "case" in story and gold is None and any(candidate.right for candidate in found)
        meant = [gold is not None and means(candidate, gold) for candidate in found]
        if found and not unknown and (gold is None or any(meant)):
            yield Choice(found, seen.named, meant, weight, none=gold is None)
        if gold is not None and gold["verdict"] == "consistent" and "case" not in story and any(meant):
            for draw in range(DRAWS):
                yield from changed(scene, figure, found[meant.index(True)].reading, weight, draw)
        if gold is not None:
            scene.derived[figure.index] = None
            summed = [c.reading for c, m in zip(found, meant, strict=True) if m and c.right]
            if summed:
                scene.add_up(figure, summed[0].operands)


def unread(scene: Scene, seen: View, worded: Worded, weight: float) -> Iterator[Choice]:
    """A figure of a story in which nothing was found wrong: it states a sum that comes out, or none."""
    likely = sums(scene, seen.figure, worded) if accusable(scene, seen.figure, worded) else []
    if any(not one.right for one in likely):
        found = considered(seen, likely, worded, right_operands(likely), chance(seen.figure, likely))
        yield Choice(found, seen.named, [candidate.right for candidate in found], UNREAD * weight, none=True)


def known(story: Mapping[str, Any], figure: Figure) -> bool:
    """Whether it is known if a figure is a claim: of all in a text, or of some that stand where ``only`` says."""
    span = figure.quantity.span
    return "only" not in story or any(span.start <= start < span.end for start in story["only"])


def golds(story: Mapping[str, Any], figures: Sequence[Figure]) -> list[dict[str, Any] | None]:
    """The annotated claim of each figure."""
    if "case" not in story:
        claims = story["claims"]
        return [next((c for c in claims if overlaps(figure, c)), None) for figure in figures]
    found: list[dict[str, Any] | None] = [None] * len(figures)
    for verdict, key in (("inconsistent", "wrong"), ("consistent", "right")):
        for words in story["case"].get(key, []):
            free = (i for i, f in enumerate(figures) if found[i] is None and f.quantity.text.startswith(words))
            if (place := next(free, None)) is not None:
                found[place] = {"verdict": verdict}
    return found


def overlaps(figure: Figure, claim: Mapping[str, Any]) -> bool:
    """Whether a figure stands where a claim is annotated."""
    span = figure.quantity.span
    return bool(span.start < claim["start"] + len(claim["text"]) and claim["start"] < span.end)


def means(candidate: Candidate, gold: Mapping[str, Any]) -> bool:
    """Whether a candidate is the annotated sum."""
    if candidate.right != (gold["verdict"] == "consistent"):
        return False
    if "computed" not in gold:
        return True
    told, mine = (kind.replace("versus_target", "relative_change") for kind in (gold["kind"], candidate.reading.kind))
    times = 100.0 if gold["kind"] == "multiple" and mine == "share" else 1.0
    slack = max(0.051 if times == 1.0 else 5.1, 0.006 * abs(gold["computed"] * times))
    near = abs(candidate.reading.computed - gold["computed"] * times) <= slack
    return near and (told == mine or any({told, mine} <= kinds for kinds in SAME))


def changed(scene: Scene, figure: Figure, true: Reading, weight: float, nth: int) -> Iterator[Choice]:
    """The same figure told wrongly, in a way that people get this sum wrong."""
    draw = random.Random(f"{figure.start} {figure.quantity.text} {nth}")
    slips = [slip for slip in true.slips if slip > 0] * 2
    slips += [true.computed * times for times in (1.1, 0.9, 1.2, 0.8, 1.3, 0.75, 1.5)]
    if true.kind == "annualised":
        slips += [true.computed * times for times in (10 / 12, 11 / 12, 0.1, 10.0, 3.0, 1 / 3)] * 2
    elif true.kind in ("sum", "share"):
        slips += [true.computed * times for times in (0.1, 10.0)]
    value = rounded_like(draw.choice(slips), figure.value)
    if draw.random() < MISTYPED:
        value = mistyped(figure.value, draw)
    other = replace(figure, quantity=replace(figure.quantity, value=value), value=value)
    figures = (*scene.story.figures[: figure.place], other, *scene.story.figures[figure.place + 1 :])
    there = replace(scene, story=replace(scene.story, figures=figures))
    seen = view(there, other)
    worded = wordings(there, other)
    told = sums(there, other, worded)
    found = considered(seen, told, worded, right_operands(told), chance(other, told))
    meant = [not c.right and math.isclose(c.reading.computed, true.computed, rel_tol=1e-9) for c in found]
    if any(meant):
        yield Choice(found, seen.named, meant, CHANGED * weight, none=False)


def mistyped(value: float, draw: random.Random) -> float:
    """A value with one of its digits wrong, or two next to each other swapped."""
    told = f"{value:.4f}".rstrip("0").rstrip(".")
    places = [at for at, sign in enumerate(told.rstrip("0") or told) if sign.isdigit()]
    at, signs = draw.choice(places), list(told)
    if at + 1 in places and draw.random() < 1 / 3:
        signs[at], signs[at + 1] = signs[at + 1], signs[at]
    else:
        signs[at] = draw.choice([sign for sign in "123456789" if sign != signs[at]])
    return float("".join(signs))


def rounded_like(value: float, model: float) -> float:
    """A value with as many digits as the model has."""
    digits = len(f"{model:.4f}".rstrip("0").rstrip(".").replace(".", "").strip("0")) or 1
    unit = 10.0 ** (math.floor(math.log10(value)) - digits + 1)
    return float(round(value / unit) * unit)


def fit(all_choices: Sequence[Choice], names: Mapping[str, int]) -> Any:
    """Weights and base of the conditional logistic model."""
    rows = [(at, told, m) for at, ch in enumerate(all_choices) for told, m in zip(ch.names(), ch.meant, strict=True)]
    group, meant = np.array([row[0] for row in rows]), np.array([row[2] for row in rows])
    columns = [[names[n] for n in row[1] if n in names] for row in rows]
    ends = np.cumsum([0, *map(len, columns)])
    flat = [column for row in columns for column in row]
    table = sparse.csr_matrix((np.ones(len(flat)), flat, ends), shape=(len(rows), len(names)))
    turned = table.T.tocsr()
    starts = np.searchsorted(group, np.arange(len(all_choices)))
    no_claim = np.array([choice.none for choice in all_choices])
    heft = np.array([choice.weight for choice in all_choices])

    def loss(theta: Any) -> tuple[float, Any]:
        scores = table @ theta[:-1] + theta[-1]
        top = np.maximum(np.maximum.reduceat(scores, starts), 0)
        shares, none = np.exp(scores - top[group]), np.exp(-top)
        total = np.add.reduceat(shares, starts) + none
        hits = np.where(meant, shares, 0)
        hit = np.maximum(np.add.reduceat(hits, starts) + np.where(no_claim, none, 0), 1e-300)
        value = -(heft * np.log(hit / total)).sum() + 0.5 * RIDGE * (theta[:-1] ** 2).sum()
        slope = heft[group] * (shares / total[group] - hits / hit[group])
        return float(value), np.append(turned @ slope + RIDGE * theta[:-1], slope.sum())

    return minimize(loss, np.zeros(len(names) + 1), jac=True, method="L-BFGS-B", options={"maxiter": 250}).x


def fitted(all_choices: Sequence[Choice]) -> tuple[float, dict[str, float]]:
    """The base, and the weight of each piece of evidence that is worth keeping."""
    seen = Counter(name for choice in all_choices for told in choice.names() for name in told)
    names = {name: at for at, name in enumerate(sorted(name for name, times in seen.items() if times >= LEAST))}
    theta = fit(all_choices, names)
    kept = {name: float(theta[at]) for name, at in names.items() if abs(theta[at]) >= SMALLEST}
    return float(theta[-1]), kept


def trained() -> bytes:
    """The weights as they are shipped."""
    all_choices = [choice for one in told() for choice in choices(one.story, one.weight)]
    base, kept = fitted(all_choices)
    lines = [
        "# What each piece of evidence for a candidate sum weighs, as tools/train_figures.py fits it; see evidence.py."
    ]
    lines += [f"base = {base:.2f}", "", "[weights]"]
    lines += [f"{json.dumps(name, ensure_ascii=False)} = {weight:.2f}" for name, weight in kept.items()]
    print(f"{len(all_choices)} figures, {len(kept)} weights", file=sys.stderr)
    return ("\n".join(lines) + "\n").encode()


if __name__ == "__main__":
    sys.exit(ship(TARGET, trained, about=__doc__))
