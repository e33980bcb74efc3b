"""What "four points" are of: a percentage, a score, or a list."""

from __future__ import annotations

from starproof.extract.figures.numbers.figure import Figure
from starproof.extract.figures.numbers.lexing import Tokens
from starproof.extract.figures.units.after import POINTS

_AROUND = 90
"""Tokens within which a percentage or a score explains points."""


def settle_points(figures: list[Figure], index: int, tokens: Tokens, *, last: bool = True) -> None:
    """Settle the points at ``index`` by the figures around; where these say nothing, only the ``last`` time.

    Args:
        figures: All of the text, those before ``index`` settled but for the one right before it.
        index: Which of them are points.
        tokens: Those of the text.
        last: Whether the figure before it is settled too.
    """
    figure = figures[index]
    near = figures[max(0, index - 6) : index + 2]
    close = [f for f in near if f is not figure and abs(f.first - figure.first) < _AROUND and f.unit != POINTS]
    before = [f for f in close if f.first < figure.first and f.kind in ("percent", "score")]
    before = [f for f in before if not f.noun or f.kind == "score"] or before  # "a fifth" has no points
    if figure.value >= 100 or _of_index(figures, index, tokens):
        figure.kind, figure.unit, figure.noun = "count", "point", True
    elif not tokens.known.nps.isdisjoint(tokens.low[max(0, figure.first - 8) : figure.first]):
        figure.kind, figure.unit = "score", "NPS"
    elif before and before[-1].kind == "score":
        figure.kind, figure.unit = "score", before[-1].unit
    elif any(f.kind == "percent" for f in close) or _of_rate(tokens, figure.stop):
        figure.unit = "pp"
    elif last:
        figure.kind, figure.unit, figure.noun = "count", "point", True


def _of_rate(tokens: Tokens, at: int) -> bool:
    """Whether what the points are of is a rate: "we gave up three points of accuracy"."""
    return tokens.word(at) in ("of", "in") and not _RATES.isdisjoint(tokens.low[at + 1 : at + 3])


_RATES = frozenset("accuracy margin share recall precision churn growth yield availability uptime conversion".split())


def _of_index(figures: list[Figure], index: int, tokens: Tokens) -> bool:
    """ "lost 84 points, or 1.1 percent", "gained 12 points to 7,320": points of an index of shares."""
    after = figures[index + 1] if index + 1 < len(figures) else None
    gap = tokens.low[figures[index].stop : after.first] if after is not None else []
    if after is None or not gap:
        return False
    again = after.kind == "percent" and gap in ([",", "or"], ["or"], ["("], [",", "or", "about"])
    return again or (gap == ["to"] and after.kind is None and after.value >= 1000)
