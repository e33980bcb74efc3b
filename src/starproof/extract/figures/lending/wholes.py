"""The sum that another is a part of: "50,000 euros of 58,000", "23 percent of a contract of 14"."""

from __future__ import annotations

from dataclasses import replace

from starproof.extract.figures.lending.leading import ends_clause
from starproof.extract.figures.lending.memory import Text
from starproof.extract.figures.lending.taking import spoken
from starproof.extract.figures.numbers.figure import Figure


def whole_sum(text: Text, index: int) -> Figure | None:
    """The sum right before, for the whole that it is of: "50,000 euros of 58,000 came back"."""
    figure = text.figures[index]
    before = text.figures[index - 1] if index else None
    if (
        before is None
        or before.kind != "money"
        or before.period
        or text.tokens.low[before.stop : figure.first] != ["of"]
    ):
        return None
    return before if figure.value >= spoken(before) / before.scale and figure.value >= 10 else None


def of_budget(text: Text, index: int) -> Figure | None:
    """The last sum in thousands or more, for "forty K pounds, out of a budget of nine hundred"."""
    figure, tokens = text.figures[index], text.tokens
    told = tokens.word(figure.first - 1) == "of" and tokens.word(figure.first - 2) in ("budget", "fund", "pot")
    last = next((f for f in reversed(text.memory.measured) if f.kind == "money"), None) if told else None
    if last is None or last.scale == 1.0 or figure.scale != 1.0 or not ends_clause(tokens, figure.stop):
        return None
    whole = figure.value * last.scale
    return replace(last, value=whole) if 1 <= whole / max(last.value, 1e-9) <= 50 else None


def sum_of(text: Text, index: int) -> Figure | None:
    """The sum told before, for "we released €3.2 million, 23 percent of a contract of 14"."""
    figure, tokens = text.figures[index], text.tokens
    part = text.figures[index - 2] if index > 1 else None
    share = text.figures[index - 1] if index else None
    if part is None or share is None or part.kind != "money" or share.unit != "%" or part.period:
        return None
    near = tokens.word(share.stop) == "of" and tokens.word(figure.first - 1) == "of" and figure.first - share.stop <= 4
    whole = figure.value * part.scale >= part.value and figure.scale == 1.0
    return part if near and whole and ends_clause(tokens, figure.stop) else None
