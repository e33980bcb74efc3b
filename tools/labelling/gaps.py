"""Training of the splitter of raw speech: a logistic regression over the gaps between words."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
import scipy.sparse as sparse
from scipy.optimize import minimize

from labelling.chain import Array
from labelling.stories import Told, raw
from starproof.core.text import Span, trimmed
from starproof.parse import speech as splitter

HOLD = 2.0
WRITTEN = 0.5
"""How much a written story counts beside a spoken one."""
LEAST = 3
"""Stories that must have a feature."""


@dataclass(frozen=True, slots=True)
class Speech:
    """A story as raw speech: its text, its gold sentences' spans and labels, the speech, and which gaps are ends."""

    story: Told
    text: str
    spans: Sequence[tuple[int, int, int]]
    heard: splitter.Speech
    ends: Sequence[bool]

    def pieces(self, table: dict[str, float], *, ready: float = splitter.READY) -> list[Span]:
        """The utterances into which a splitter with these weights cuts the speech."""
        return [trimmed(self.text, *piece) for piece in self.heard.pieces(table, ready=ready)]


def speech(story: Told) -> Speech:
    text, spans = raw(story)
    heard = splitter.Speech.of(text)
    starts = [start for start, _, _ in spans]
    between = [(a[1], b[0]) for a, b in pairwise(heard.places)]
    ends = [bisect_right(starts, low) < bisect_right(starts, high) for low, high in between]
    return Speech(story, text, spans, heard, ends)


def fit_gaps(speeches: Sequence[Speech]) -> dict[str, float]:
    """Weights of the gaps' features."""
    rows = [_rows(one) for one in speeches]
    counts: Counter[str] = Counter()
    for story in rows:
        counts.update({name for row in story for name in row})
    known = {name: n for n, name in enumerate(sorted(name for name, times in counts.items() if times >= LEAST))}
    columns: list[int] = []
    stops = [0]
    for row in (row for story in rows for row in story):
        columns.extend(known[name] for name in row if name in known)
        stops.append(len(columns))
    matrix = sparse.csr_matrix((np.ones(len(columns)), columns, stops), (len(stops) - 1, len(known)))
    gold = np.concatenate([np.array(one.ends, dtype=float) for one in speeches])
    counted = [1.0 if one.story.register == "spoken" else WRITTEN for one in speeches]
    best = _logistic(matrix, gold, np.repeat(counted, [len(one.ends) for one in speeches]))
    return {name: float(best[place]) for name, place in known.items()}


def _rows(one: Speech) -> list[tuple[str, ...]]:
    words = one.heard.words
    padded = ["^"] * 3 + list(words) + ["^"] * 3
    return [splitter.gap(padded[place : place + 7]) for place in range(1, len(words))]


def _logistic(matrix: sparse.csr_matrix, gold: Array, weight: Array) -> Array:
    turned = matrix.T.tocsr()

    def loss(flat: Array) -> tuple[float, Array]:
        z = matrix @ flat
        slope = turned @ (weight * (gold - 1 / (1 + np.exp(-z))))
        value = (weight * (gold * z - np.logaddexp(0, z))).sum()
        return float(-value + 0.5 * HOLD * flat @ flat), HOLD * flat - slope

    found = minimize(loss, np.zeros(matrix.shape[1]), jac=True, method="L-BFGS-B", options={"maxiter": 60})
    return np.asarray(found.x)
