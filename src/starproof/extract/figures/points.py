"""What "four points" are of: a percentage, a score, or a list."""

from __future__ import annotations

from starproof.extract.figures.figure import Figure
from starproof.extract.figures.units import POINTS

_AROUND = 90
"""Tokens within which a percentage or a score explains points."""


def settle_points(figures: list[Figure]) -> None:
    """Settle every figure told in points by the figures before it."""
    for index, figure in enumerate(figures):
        if figure.unit == POINTS:
            _settle(figure, figures[max(0, index - 4) : index + 2])


def _settle(figure: Figure, near: list[Figure]) -> None:
    close = [f for f in near if f is not figure and abs(f.first - figure.first) < _AROUND and f.unit != POINTS]
    before = [f for f in close if f.first < figure.first and f.kind in ("percent", "score")]
    if before and before[-1].kind == "score":
        figure.kind, figure.unit = "score", before[-1].unit
    elif any(f.kind == "percent" for f in close):
        figure.unit = "pp"
    else:
        figure.kind, figure.unit, figure.noun = "count", "point", True
