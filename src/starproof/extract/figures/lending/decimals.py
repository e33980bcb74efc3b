"""Decimals said without their point: "eleven million, then thirteen five", "three point nine and now four four"."""

from __future__ import annotations

from starproof.extract.figures.lending.taking import spoken
from starproof.extract.figures.numbers.figure import Figure
from starproof.extract.figures.numbers.lexing import Tokens
from starproof.extract.figures.numbers.nouns import names_things
from starproof.extract.figures.numbers.numerals import rounded

_NEAR = 60
"""Tokens over which a figure tells what the decimals are of."""


def join_decimals(figures: list[Figure], tokens: Tokens) -> list[Figure]:
    """The figures, with two bare numbers side by side made one after a broken or scaled one of about that size."""
    joined: list[Figure] = []
    for figure in figures:
        whole = joined[-1] if joined else None
        if whole is not None and _is_decimal(figure, whole, joined, tokens):
            whole.value, whole.stop = rounded(whole.value + figure.value / 10), figure.stop
        elif whole is not None and _are_cents(figure, whole, tokens):
            whole.value = rounded(whole.value + figure.value / 100)
            whole.become("money", "", figure.stop)
        else:
            joined.append(figure)
    return joined


def _is_decimal(figure: Figure, whole: Figure, before: list[Figure], tokens: Tokens) -> bool:
    bare = figure.kind is whole.kind is None and figure.high is whole.high is None and not figure.period
    if not bare or figure.first != whole.stop or figure.digits or whole.digits or tokens.low[figure.first] == "one":
        return False
    if figure.stop != figure.first + 1 or not 0 < figure.value < 10 or not 1 <= whole.value < 100:
        return False
    return not names_things(tokens, figure.stop) and any(_of_one_measure(whole, other) for other in before[-4:-1])


def _are_cents(figure: Figure, whole: Figure, tokens: Tokens) -> bool:
    """Whether two numbers in words are a price: "every return cost us, call it, eleven fifty"."""
    bare = figure.kind is whole.kind is None and figure.high is whole.high is None and not figure.digits
    if not bare or figure.first != whole.stop or whole.digits or figure.value % 5 or not 5 <= figure.value < 100:
        return False
    if whole.scale != 1.0 or not 10 <= whole.value < 100 or names_things(tokens, figure.stop):
        return False
    return not _PRICED.isdisjoint(tokens.low[max(0, whole.first - 7) : whole.first])


_PRICED = frozenset("cost costs price priced prices charge charged charges sells sell sold fare ticket".split())


def _of_one_measure(whole: Figure, other: Figure) -> bool:
    """Whether a figure before is told with decimals or in millions, and of about this size."""
    told = spoken(other) / (other.scale if other.scale >= 1e6 else 1.0)
    fine = other.scale >= 1e6 or (told != int(told) and other.kind in ("percent", "score", None))
    return fine and whole.first - other.stop < _NEAR and 0.5 <= whole.value / max(told, 1e-9) <= 2
