"""Sums of one that is told without a number: "a K a month", "a cent and a half"."""

from __future__ import annotations

from starproof.extract.figures.numbers.figure import Figure
from starproof.extract.figures.numbers.lexing import Tokens
from starproof.extract.figures.units.coins import OPEN
from starproof.extract.figures.units.lengths import and_half
from starproof.extract.figures.units.periods import period_at


def a_small_sum(tokens: Tokens, at: int) -> Figure | None:
    """The sum that an article at ``at`` opens."""
    return _a_cent(tokens, at) or _a_k(tokens, at) or _a_note(tokens, at)


def _a_note(tokens: Tokens, at: int) -> Figure | None:
    """ "a tenner each", "cost me a fiver": a note of that many pounds."""
    pounds = {"tenner": 10.0, "fiver": 5.0}.get(tokens.word(at + 1), 0.0)
    return Figure(at, at + 2, pounds, "money", "GBP") if pounds else None


def _a_cent(tokens: Tokens, at: int) -> Figure | None:
    """ "a cent and a half": one and a half hundredths."""
    unit = tokens.known.cents.get(tokens.word(at + 1), "")
    if not unit or not and_half(tokens, at + 2):
        return None
    figure = Figure(at, at + 5, 1.5)
    figure.become("money", unit + OPEN, at + 5, 0.01)
    return figure


def _a_k(tokens: Tokens, at: int) -> Figure | None:
    """ "a K a month", "a K each": a thousand, where what follows says that it is paid; not "a k cluster"."""
    told = tokens.word(at + 1) == "k" and tokens.low[at] == "a"
    if not told or not (period_at(tokens, at + 2)[0] or tokens.word(at + 2) in ("each", "apiece")):
        return None
    return Figure(at, at + 2, 1000.0, scale=1e3, grand=True)
