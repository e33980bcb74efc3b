"""Agreement measures: precision and recall, macro F1, quadratic weighted kappa."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from typing import Any

Item = Mapping[str, Any]
Measures = dict[str, Any]


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


def macro_f1(pairs: Sequence[tuple[str, str]], labels: Sequence[str]) -> Measures:
    """Macro F1 over the labels that occur in gold, and accuracy, from (gold, predicted) pairs."""
    per = {
        label: prf(
            sum(g == p == label for g, p in pairs),
            sum(p == label for _, p in pairs),
            sum(g == label for g, _ in pairs),
        )
        for label in labels
    }
    present = [measures["f1"] for measures in per.values() if measures["gold"]]
    return {
        "macro_f1": round(sum(present) / max(len(present), 1), 3),
        "accuracy": round(sum(g == p for g, p in pairs) / max(len(pairs), 1), 3),
        "n": len(pairs),
        "per_label": per,
    }


def weighted_kappa(pairs: Sequence[tuple[int, int]], *, size: int = 3) -> float | None:
    """Quadratic weighted kappa of (gold, predicted) ranks below ``size``; ``None`` without pairs."""
    if not pairs:
        return None
    n = len(pairs)
    rows, columns = Counter(g for g, _ in pairs), Counter(p for _, p in pairs)
    observed = sum((g - p) ** 2 for g, p in pairs) / n
    expected = sum(rows[i] * columns[j] * (i - j) ** 2 for i in range(size) for j in range(size)) / n / n
    return round(1 - observed / expected, 3) if expected else 1.0


def matched(golds: Sequence[Item], items: Sequence[Item], *, same: Callable[[Item, Item], bool]) -> int:
    """How many gold items have a predicted one of their own that overlaps and agrees."""
    free, hits = list(items), 0
    for gold in golds:
        mate = next((item for item in free if overlaps(gold, item) and same(gold, item)), None)
        if mate is not None:
            free.remove(mate)
            hits += 1
    return hits


def overlaps(gold: Item, item: Item) -> bool:
    """Whether a gold item and a predicted one share a code point."""
    return bool(item["start"] < gold["start"] + len(gold["text"]) and gold["start"] < item["end"])
