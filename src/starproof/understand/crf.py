"""A linear chain over labels: from each sentence's scores to its marginals."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

Row = Sequence[float]


@dataclass(frozen=True, slots=True)
class Chain:
    """Weights of a label at the start, at the end, and after another (``moves[before][after]``)."""

    start: Row
    end: Row
    moves: Sequence[Row]


def marginals(scores: Sequence[Row], chain: Chain) -> list[list[float]]:
    """How likely each label is at each place, all the others in view; each row sums to 1.

    A score of minus infinity rules a label out at a place; each place must leave one label.
    """
    if not scores:
        return []
    moves = [[math.exp(weight) for weight in row] for row in chain.moves]
    own = [_powers(row) for row in scores]
    forward = _sweep(own, moves, [math.exp(weight) for weight in chain.start])
    turned = [list(column) for column in zip(*moves, strict=True)]
    backward = _sweep(own[::-1], turned, [math.exp(weight) for weight in chain.end])[::-1]
    return [
        _shares([f * b / o if o else 0.0 for f, b, o in zip(*rows, strict=True)])
        for rows in zip(forward, backward, own, strict=True)
    ]


def _sweep(own: Sequence[Row], moves: Sequence[Row], first: Row) -> list[list[float]]:
    """What the places up to each one say of its label, its own score included; rows sum to 1."""
    columns = list(zip(*moves, strict=True))
    reached = _shares([a * b for a, b in zip(own[0], first, strict=True)])
    rows = [reached]
    for row in own[1:]:
        reached = _shares(
            [score * sum(map(float.__mul__, reached, column)) for score, column in zip(row, columns, strict=True)]
        )
        rows.append(reached)
    return rows


def _powers(scores: Row) -> list[float]:
    """Exponentials, the greatest 1; what is far below keeps a trace, so that no row can vanish."""
    top = max(scores)
    return [0.0 if score == -math.inf else math.exp(max(score - top, -60.0)) for score in scores]


def _shares(row: Row) -> list[float]:
    total = sum(row)
    return [value / total for value in row]
