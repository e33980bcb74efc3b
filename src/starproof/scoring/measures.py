"""Agreement measures from counts: precision and recall, macro F1, quadratic weighted kappa."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Any

Item = Mapping[str, Any]
Measures = dict[str, Any]
UNTOLD: Item = {"precision": None, "recall": None, "f1": None, "gold": 0, "predicted": 0}
"""What is measured where nothing was due and nothing said, and the measure cannot be said."""


def prf(tp: int, predicted: int, gold: int) -> Measures:
    """Precision, recall and F1 from counts; precision is 1 where nothing was due and nothing said."""
    p = tp / predicted if predicted else 1.0 if not gold else 0.0
    r = tp / gold if gold else 1.0
    f1 = 2 * p * r / (p + r) if p + r else 0.0
    return {
        "precision": round(p, 3),
        "recall": round(r, 3),
        "f1": round(f1, 3),
        "gold": gold,
        "predicted": predicted,
    }


def macro_f1(pairs: Mapping[tuple[str, str], int], labels: Sequence[str]) -> Measures:
    """Macro F1 over the labels that occur in gold, and accuracy, from counts of (gold, predicted) pairs."""
    gold: Counter[str] = Counter()
    predicted: Counter[str] = Counter()
    for (due, said), count in pairs.items():
        gold[due] += count
        predicted[said] += count
    per = {label: prf(pairs.get((label, label), 0), predicted[label], gold[label]) for label in labels}
    present = [measures["f1"] for measures in per.values() if measures["gold"]]
    n = sum(pairs.values())
    return {
        "macro_f1": round(sum(present) / max(len(present), 1), 3),
        "accuracy": round(sum(count for (due, said), count in pairs.items() if due == said) / max(n, 1), 3),
        "n": n,
        "per_label": per,
    }


def weighted_kappa(pairs: Mapping[tuple[int, int], int]) -> float | None:
    """Quadratic weighted kappa from counts of (gold, predicted) ranks; ``None`` without pairs."""
    n = sum(pairs.values())
    if not n:
        return None
    rows: Counter[int] = Counter()
    columns: Counter[int] = Counter()
    for (gold, predicted), count in pairs.items():
        rows[gold] += count
        columns[predicted] += count
    observed = sum(count * (gold - predicted) ** 2 for (gold, predicted), count in pairs.items()) / n
    expected = sum(rows[i] * columns[j] * (i - j) ** 2 for i in rows for j in columns) / n / n
    return round(1 - observed / expected, 3) if expected else 1.0
