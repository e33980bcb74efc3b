"""A linear chain over labels: from each sentence's scores to its marginals."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, field
from operator import mul

Row = Sequence[float]
Powers = tuple[Row, Sequence[Sequence[Row]]]
"""The exponentials of the weights at the first place, and by manner for each label of those that lead to it."""


@dataclass(frozen=True, slots=True)
class Chain:
    """Weights of a label at the start, at the end, and after another.

    What follows what hangs on the manner of the sentence that follows: ``moves[manner][before][after]``.
    """

    start: Row
    end: Row
    moves: Sequence[Sequence[Row]]
    _onwards: Powers = field(init=False, repr=False, compare=False)
    _back: Powers = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        moves = [tuple(tuple(map(math.exp, row)) for row in table) for table in self.moves]
        onwards = (tuple(map(math.exp, self.start)), [tuple(zip(*table, strict=True)) for table in moves])
        object.__setattr__(self, "_onwards", onwards)
        object.__setattr__(self, "_back", (tuple(map(math.exp, self.end)), moves))

    def swept(self, own: Sequence[Row], manners: Sequence[int], *, back: bool = False) -> list[list[float]]:
        """What the places up to each one say of its label, its own score included; rows sum to 1.

        ``manners`` are those of the moves, one less than places. ``back`` begins at the other end, so that the places
        before are those that follow; ``own`` and ``manners`` are turned already.
        """
        first, moves = self._back if back else self._onwards
        reached = _shares(list(map(mul, own[0], first)))
        rows = [reached]
        for row, manner in zip(own[1:], manners, strict=True):
            to = zip(row, moves[manner], strict=True)
            reached = _shares([score * sum(map(mul, reached, move)) for score, move in to])
            rows.append(reached)
        return rows


def marginals(scores: Sequence[Row], manners: Sequence[int], chain: Chain) -> list[list[float]]:
    """How likely each label is at each place, all the others in view; each row sums to 1.

    ``manners`` are those of the sentences' main clauses (``clauses.manner``).
    A score of minus infinity rules a label out at a place; each place must leave one label.
    """
    if not scores:
        return []
    own = [_powers(row) for row in scores]
    backward = chain.swept(own[::-1], manners[:0:-1], back=True)[::-1]
    return [
        _shares([f * b / o if o else 0.0 for f, b, o in zip(*rows, strict=True)])
        for rows in zip(chain.swept(own, manners[1:]), backward, own, strict=True)
    ]


def _powers(scores: Row) -> list[float]:
    """Exponentials, the greatest 1; what is far below keeps a trace, so that no row can vanish."""
    top = max(scores)
    return [0.0 if score == -math.inf else math.exp(max(score - top, -60.0)) for score in scores]


def _shares(row: Row) -> list[float]:
    total = sum(row)
    return [value / total for value in row]
