"""How often a sum recurs that is a price times things counted by the month: "at £7.50 on 60,000 claims a month"."""

from __future__ import annotations

from bisect import bisect_left

from starproof.extract.figures.figure import Figure
from starproof.extract.figures.lexing import Tokens
from starproof.extract.figures.money import period_at

_NEAR = 30
"""Tokens before a sum in which the price and the count stand."""


def of_rate(figures: list[Figure], figure: Figure, tokens: Tokens) -> str:
    """The period of the count that makes up the sum together with a price told near; empty where none does."""
    at = bisect_left(figures, figure.first, key=lambda other: other.first)
    near = [other for other in figures[max(0, at - 5) : at] if figure.first - other.stop <= _NEAR]
    prices = [other.value for other in near if other.kind == "money" and not other.period]
    for other in near:
        if other.kind == "count" and any(_makes(figure, other.value * price) for price in prices):
            return other.period or _period_after(tokens, other.stop)
    return ""


def _makes(figure: Figure, product: float) -> bool:
    return product > 0 and abs(figure.value - product) <= 0.03 * figure.value


def _period_after(tokens: Tokens, at: int) -> str:
    """The period told right after a count, perhaps behind a word: "12,600 returns fewer a month"."""
    at += tokens.word(at) in ("fewer", "less", "more")
    return period_at(tokens, at)[0]
