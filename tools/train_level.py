"""Train the scale of the overall level: ``python tools/train_level.py`` writes ``src/starproof/level/scale.toml``.

Learns from ``corpus/train.jsonl`` and any ``corpus/extra/*.jsonl``, never from ``dev.jsonl``. Each story counts twice:
with the facts that the engine extracts, and with the annotated figures and impact, so that the scale neither leans on
how well today's extraction does on these very stories nor on perfect facts. It also counts a little without each of
its main measures, as a story would be read that leaves one out. The pull towards zero is chosen by leaving out one
hand (``t1``, ``t2`` ...) at a time. ``--check`` trains again and compares with the file, within 0.01.
"""

from __future__ import annotations

import json
import sys
import tomllib
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import numpy as np
from options import parser
from scipy.optimize import minimize

from starproof.core.document import Document, Story
from starproof.core.facts import Facts, Impact, Quantity
from starproof.core.text import Span
from starproof.engine import Reviewer
from starproof.extract.reach import reach
from starproof.level.bands import bands
from starproof.level.scale import QUESTIONS
from starproof.level.standing import stand
from starproof.parse import parse
from starproof.understand import label

ROOT = Path(__file__).resolve().parent.parent
OUT = ROOT / "src" / "starproof" / "level" / "scale.toml"
LEVELS = {"below": 0, "l6": 1, "l7": 2}
PULLS = (0.1, 0.3, 1.0, 3.0)
TOLERANCE = 0.01
LEFT_OUT = ("impact", "influence", "teams")
LEFT_OUT_WEIGHT = 0.05
"""What a story counts for where it is read without one of these measures."""
HEADER = """# Weights of the overall level, written by tools/train_level.py; none is under zero.
# A story's features, each 0 to 1, are those of starproof.level.standing.
"""


@dataclass(frozen=True)
class Row:
    """One reading of one story: who wrote it, its level, its features, and whether its facts are the annotated ones."""

    id: str
    hand: str
    level: int
    features: Mapping[str, float]
    annotated: bool
    weight: float = 1.0

    def without(self, measure: str) -> Row:
        """The same story with one measure left out."""
        features = {name: 0.0 if name.startswith(f"{measure}-") else v for name, v in self.features.items()}
        return replace(self, features=features, weight=LEFT_OUT_WEIGHT)


def stories() -> Iterator[dict[str, Any]]:
    paths = [ROOT / "corpus" / "train.jsonl", *sorted((ROOT / "corpus" / "extra").glob("*.jsonl"))]
    for path in paths:
        for line in path.read_text(encoding="utf-8").splitlines():
            story = json.loads(line)
            if story.get("level") in LEVELS:
                yield story


def joined(story: Mapping[str, Any]) -> str:
    text = ""
    for sentence in story["sentences"]:
        text += ("" if not text else "\n\n" if sentence.get("para") else " ") + sentence["text"]
    return text


def rows(reviewer: Reviewer) -> list[Row]:
    known, found = bands(reviewer.guide), []
    for story in stories():
        document = parse(Story(story["id"], joined(story), register=story.get("register")))
        facts = reviewer.facts(document, label(document))
        variants = [(facts, False)]
        if story.get("quantities"):
            variants.append((annotated(story, document, facts), True))
        for variant, gold in variants:
            hand = story["id"].split("-")[0]
            features = stand(variant, document.text, known).features
            found.append(Row(story["id"], hand, LEVELS[story["level"]], features, gold))
    return found


def annotated(story: Mapping[str, Any], document: Document, facts: Facts) -> Facts:
    """The same facts with the annotated figures and impact in place of the extracted ones."""
    figures = tuple(
        Quantity(Span(q["start"], q["start"] + len(q["text"])), q["text"], q["kind"], float(q["value"]), str(q["unit"]))
        for q in story["quantities"]
    )
    usd = story["annual_impact_usd"]
    impact = None if usd is None else Impact(float(usd), 0, "stated")
    return replace(facts, quantities=figures, impact=impact, reach=reach(document, figures, facts.signals))


def fit(x: Any, y: Any, weight: Any, pull: float) -> Any:
    """Weights (none under zero) and the start, last; both answers weigh the same in all."""
    share = (weight * y).sum() / weight.sum()
    weigh = weight * np.where(y == 1, 0.5 / share, 0.5 / (1 - share))

    def loss(w: Any) -> tuple[float, Any]:
        p = 1 / (1 + np.exp(-(x @ w[:-1] + w[-1])))
        value = -(weigh * (y * np.log(p + 1e-12) + (1 - y) * np.log(1 - p + 1e-12))).sum() + pull * (w[:-1] ** 2).sum()
        slope = weigh * (p - y)
        return value, np.append(x.T @ slope + 2 * pull * w[:-1], slope.sum())

    limits = [(0, None)] * x.shape[1] + [(None, None)]
    start = np.zeros(x.shape[1] + 1)
    return minimize(loss, start, jac=True, method="L-BFGS-B", bounds=limits, options={"maxiter": 2000, "ftol": 1e-12}).x


def both(x: Any, y: Any, weight: Any, pull: float) -> list[Any]:
    """The weights for "at the level or above" and for "above"."""
    return [fit(x, (y >= cut) * 1.0, weight, pull) for cut in (1, 2)]


def levels(x: Any, scales: Sequence[Any]) -> Any:
    """The level that each row reads at by the scales alone."""
    at, above = (1 / (1 + np.exp(-(x @ w[:-1] + w[-1]))) for w in scales)
    return np.where(at < 0.5, 0, np.where(np.minimum(at, above) > 0.5, 2, 1))


def held_out(data: Sequence[Row], x: Any, y: Any, pull: float) -> Any:
    """The level read for each row by scales that saw nothing of its hand."""
    hands, told = np.array([row.hand for row in data]), np.zeros(len(data), dtype=int)
    weight = np.array([row.weight for row in data])
    for hand in sorted(set(hands)):
        seen = hands != hand
        told[~seen] = levels(x[~seen], both(x[seen], y[seen], weight[seen], pull))
    return told


def kappa(gold: Any, told: Any) -> float:
    rows_, columns, n = Counter(gold.tolist()), Counter(told.tolist()), len(gold)
    expected = sum(rows_[i] * columns[j] * (i - j) ** 2 for i in range(3) for j in range(3)) / n
    return float(1 - ((gold - told) ** 2).sum() / expected)


def report(data: Sequence[Row], y: Any, told: Any) -> str:
    def line(mask: Any) -> str:
        g, t = y[mask], told[mask]
        return f"{(g == t).mean():.3f} kappa {kappa(g, t):.3f} two-off {(abs(g - t) == 2).sum()}"

    whole = np.array([row.weight == 1.0 for row in data])
    gold = np.array([row.annotated for row in data])
    hands = np.array([row.hand for row in data])
    each = " ".join(f"{h}:{(y == told)[(hands == h) & ~gold & whole].mean():.2f}" for h in sorted(set(hands)))
    return f"extracted {line(~gold & whole)} | annotated {line(gold & whole)} | one left out {line(~whole)} | {each}"


def train(stated: Sequence[Row], *, misses: bool) -> str:
    data = [*stated, *(row.without(measure) for row in stated for measure in LEFT_OUT)]
    names = sorted(data[0].features)
    x = np.array([[row.features[name] for name in names] for row in data])
    y = np.array([row.level for row in data])
    weight = np.array([row.weight for row in data])
    tried = []
    for pull in PULLS:
        told = held_out(data, x, y, pull)
        print(f"pull {pull}: {report(data, y, told)}")
        off = abs(y - told) * weight
        far = ((abs(y - told) == 2) & (weight == 1.0)).sum()
        tried.append((far, round(off.sum(), 3), -pull, told))
    _, _, pull, told = min(tried, key=lambda t: t[:3])
    print(f"chosen: {-pull}")
    for row, level in zip(data, told, strict=True):
        if misses and row.level != level and not row.annotated and row.weight == 1.0:
            print(row.id, f"{row.level} read {level}", {k: round(v, 2) for k, v in row.features.items() if v})
    scales = both(x, y, weight, -pull)
    return HEADER + "".join(written(question, names, w) for question, w in zip(QUESTIONS, scales, strict=True))


def written(question: str, names: Sequence[str], weights: Any) -> str:
    lines = [f"\n[{question}]", f"start = {weights[-1]:.3f}", "", f"[{question}.weights]"]
    lines += [f"{name} = {weight:.3f}" for name, weight in zip(names, weights, strict=False) if weight >= 0.0005]
    return "\n".join(lines) + "\n"


def differs(old: str, new: str) -> bool:
    was, now = tomllib.loads(old), tomllib.loads(new)
    for question in QUESTIONS:
        before = {"start": was[question]["start"], **was[question]["weights"]}
        after = {"start": now[question]["start"], **now[question]["weights"]}
        if any(abs(before.get(k, 0.0) - after.get(k, 0.0)) > TOLERANCE for k in {*before, *after}):
            return True
    return False


def main() -> int:
    asked = parser(__doc__)
    asked.add_argument("--check", action="store_true", help="compare with the shipped file instead of writing it")
    asked.add_argument("--misses", action="store_true", help="list the held-out stories that were read wrongly")
    given = asked.parse_args()
    text = train(rows(Reviewer()), misses=given.misses)
    if given.check:
        print("differs" if differs(OUT.read_text(encoding="utf-8"), text) else "same")
        return int(differs(OUT.read_text(encoding="utf-8"), text))
    OUT.write_text(text, encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
