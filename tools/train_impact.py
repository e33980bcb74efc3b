"""Fit what speaks for an outcome: ``python tools/train_impact.py`` sets the weights of ``extract/money/outcome.toml``.

Learns from every story with an annotated impact which of its amounts that is, or that none is; but not from
``corpus/dev.jsonl``, ``corpus/figures-unseen.jsonl`` and the even numbers of ``corpus/figures-told.jsonl``, which are
kept back to measure on. The passages of ``corpus/sums/near.jsonl``, pairs of an outcome and its near miss, then teach
the weights of the near misses alone, of which whole stories tell too few. Prints how many impacts are right where each
hand is left out, and what they are with the weights that are written; ``--check`` writes nothing and fails where the
file would change. Takes two minutes.
"""

from __future__ import annotations

import re
import sys
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from evaluate_figures import read
from figure_texts import ROOT, joined, lines
from scipy.optimize import minimize
from scipy.sparse import csr_matrix
from shipping import ship

from starproof.extract.money.dollars import reference_rates
from starproof.extract.money.impact import amounts
from starproof.extract.money.outcome import NEAR
from starproof.extract.sums.story.figures import telling
from starproof.extract.sums.story.pairs import pairs
from starproof.understand.labels import label

OUT = ROOT / "src/starproof/extract/money/outcome.toml"
PULL = 1.2
"""How strongly a weight is drawn to zero."""
NEAR_WEIGHT = 1.0
"""What a passage of ``corpus/sums/near.jsonl`` weighs."""
PULL_NEAR = 0.2
"""The same for the weight of a near miss, which has to outweigh all that speaks for an outcome."""
FURTHER = 0.25
"""What a further story, of ``corpus/extra``, weighs beside one of the others."""
OFF = 0.1
"""The share by which an impact may be off."""


@dataclass(frozen=True)
class Told:
    """A story's hand, its amounts by their signs and dollars, its annotated impact, and what it weighs."""

    hand: str
    options: Sequence[tuple[frozenset[str], float]]
    usd: float | None
    weight: float = 1.0

    def right(self, usd: float | None) -> bool:
        """Whether an impact is the annotated one."""
        if usd is None or self.usd is None:
            return usd is self.usd
        return abs(usd - self.usd) <= OFF * self.usd


def stories() -> list[Told]:
    """Every story to learn from whose annotated impact is one of its amounts, or nothing."""
    names = ("train", "figures", "figures-told")
    further = sorted((ROOT / "corpus/extra").glob("*.jsonl"))
    plain = sorted((ROOT / "corpus/labels").glob("k[34]*.jsonl"))  # the others are told elsewhere, or were kept back
    short = [ROOT / f"corpus/sums/{name}.jsonl" for name in ("worth", "k45")]
    paths = [*(ROOT / f"corpus/{name}.jsonl" for name in names), *short, *plain, *further]
    return [
        told(story, FURTHER if path.parent.name == "extra" else 1.0)
        for path in paths
        for story in lines(path)
        if "annual_impact_usd" in story and not _kept_back(path, story)
    ]


def _kept_back(path: Path, story: Mapping[str, Any]) -> bool:
    return path.stem == "figures-told" and int(story["id"].rpartition("-")[2]) % 2 == 0


def passages() -> list[Told]:
    """The near misses of ``corpus/sums/near.jsonl``, each within the same story, which tells of no other money."""
    frame, *told_ones = lines(ROOT / "corpus/sums/near.jsonl")
    return [
        told({**one, "text": f"{frame['opening']} {one['text']} {frame['closing']}"}, NEAR_WEIGHT) for one in told_ones
    ]


def told(story: Mapping[str, Any], weight: float) -> Told:
    """A story as it is learnt from."""
    document, figures, sums = read(story.get("text") or joined(story["sentences"]))
    labels = label(document)
    row = telling(document.text, figures, [sentence.span for sentence in labels])
    found = amounts(row, pairs(row), labels, sums, reference_rates())
    options = [(amount.signs, amount.impact.annual_usd) for amount in found]
    return Told(str(story["id"]).partition("-")[0], options, story["annual_impact_usd"], weight)


def fitted(known: Sequence[Told], passages: Sequence[Told] = ()) -> dict[str, float]:
    """What each sign weighs, and ``base``: the likeliest choice among the amounts and none of them.

    Whole stories teach everything; the passages then teach what the near misses weigh, and nothing else.
    """
    weights = _fitted(known, {}, lambda _: True)
    return _fitted([*known, *passages], weights, near) if passages else weights


def near(name: str) -> bool:
    """Whether a sign is of the near misses."""
    return name.startswith(NEAR)


def _fitted(known: Sequence[Told], start: Mapping[str, float], free: Callable[[str], bool]) -> dict[str, float]:
    """The weights of the free signs, with those of the others as they are at the start."""
    known = [one for one in known if one.usd is None or any(one.right(usd) for _, usd in one.options)]
    names = ["base", *sorted({sign for one in known for signs, _ in one.options for sign in signs})]
    place = {name: at for at, name in enumerate(names)}
    cells: list[tuple[int, int]] = []
    story: list[int] = []
    good: list[bool] = []
    for number, one in enumerate(known):
        for signs, usd in [*one.options, (None, None)]:
            if signs is not None:
                cells += [(len(story), place[name]) for name in ("base", *signs)]
            good.append(one.right(usd))
            story.append(number)
    rows, columns = zip(*cells, strict=True)
    seen = csr_matrix((np.ones(len(cells)), (rows, columns)), shape=(len(story), len(names)))
    starts, which, right = np.flatnonzero(np.diff([-1, *story])), np.array(story), np.array(good)
    heavy = np.array([one.weight for one in known])
    pull = np.array([0.01] + [PULL_NEAR if near(name) else PULL for name in names[1:]])

    def loss(weights: np.ndarray) -> tuple[float, np.ndarray]:
        scores = seen @ weights
        raised = np.exp(scores - np.maximum.reduceat(scores, starts)[which])
        whole, part = np.add.reduceat(raised, starts), np.add.reduceat(raised * right, starts)
        slope = seen.T @ (heavy[which] * (raised / whole[which] - raised * right / part[which])) + pull * weights
        return float((heavy * np.log(whole / part)).sum() + 0.5 * (pull * weights * weights).sum()), slope

    first = np.array([start.get(name, 0.0) for name in names])
    bounds = [(None, None) if free(name) else (at, at) for name, at in zip(names, first, strict=True)]
    best = minimize(loss, first, jac=True, method="L-BFGS-B", bounds=bounds, options={"maxiter": 500}).x
    return dict(zip(names, (float(round(weight, 1)) for weight in best), strict=True))


def chosen(one: Told, weights: Mapping[str, float]) -> float | None:
    """The impact that these weights find in a story."""
    scored = [(weights["base"] + sum(weights.get(s, 0.0) for s in signs), usd) for signs, usd in one.options]
    return max(((score, usd) for score, usd in scored if score > 0), default=(0.0, None))[1]


def written(text: str, weights: Mapping[str, float]) -> str:
    """``outcome.toml`` with these weights in the place of its own."""
    kept = [table for table in re.split(r"(?m)^(?=\[)", text)[1:] if table.startswith("[cues.")]
    head = re.split(r"(?m)^base = ", text)[0]
    tables: dict[str, list[str]] = {}
    for name, weight in sorted(weights.items()):
        table, _, sign = name.partition(".")
        if sign and table != "cue" and weight:
            tables.setdefault(table, []).append(f"{sign} = {weight}")
    parts = [f"{head}base = {weights['base']}\n", *(f"[{t}]\n" + "\n".join(rows) + "\n" for t, rows in tables.items())]
    for cue in kept:
        name = cue[len("[cues.") : cue.index("]")]
        parts.append(re.sub(r"(?m)^weight = .*$", f"weight = {weights.get(f'cue.{name}', 0.0)}", cue).rstrip() + "\n")
    return "\n".join(parts)


def tell(known: Sequence[Told], taught: Sequence[Told], weights: Mapping[str, float]) -> None:
    """Print for each hand how many impacts are right without its stories, and with these weights."""
    for hand in sorted({one.hand for one in known}):
        mine = [one for one in known if one.hand == hand]
        without = fitted([one for one in known if one.hand != hand], taught)
        right = Counter(
            name for one in mine for name, book in (("out", without), ("in", weights)) if one.right(chosen(one, book))
        )
        print(f"{hand:4} {len(mine):4} stories, {right['out']:4} left out, {right['in']:4} learnt from")


def trained() -> bytes:
    """The shipped file with the weights that are learnt, and what they read rightly, printed."""
    known, taught = stories(), passages()
    weights = fitted(known, taught)
    tell(known, taught, weights)
    right = sum(one.right(chosen(one, weights)) for one in taught)
    print(f"near {len(taught):4} passages, {right:4} learnt from")
    return written(OUT.read_text(encoding="utf-8"), weights).encode()


if __name__ == "__main__":
    sys.exit(ship(OUT, trained, about=__doc__))
