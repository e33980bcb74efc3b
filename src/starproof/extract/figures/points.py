"""What "four points" are of: a percentage, a score, or a list."""

from __future__ import annotations

from starproof.extract.figures.figure import Figure
from starproof.extract.figures.lexing import Tokens
from starproof.extract.figures.units import POINTS

_AROUND = 90
"""Tokens within which a percentage or a score explains points."""


def settle_points(figures: list[Figure], index: int, tokens: Tokens) -> None:
    """Settle the points at ``index`` by the figures around, the ones before being settled."""
    figure = figures[index]
    near = figures[max(0, index - 4) : index + 2]
    close = [f for f in near if f is not figure and abs(f.first - figure.first) < _AROUND and f.unit != POINTS]
    before = [f for f in close if f.first < figure.first and f.kind in ("percent", "score")]
    if not tokens.known.nps.isdisjoint(tokens.low[max(0, figure.first - 8) : figure.first]):
        figure.kind, figure.unit = "score", "NPS"
    elif before and before[-1].kind == "score":
        figure.kind, figure.unit = "score", before[-1].unit
    elif any(f.kind == "percent" for f in close):
        figure.unit = "pp"
    else:
        figure.kind, figure.unit, figure.noun = "count", "point", True
