"""Quantities: every explicit figure of a text, with what it measures and the words that state it.

One pass turns the text into tokens, a second reads figures one by one, and further ones over the figures give bare
numbers and sums what they take from their neighbours. Each is linear in the length of the text.
"""

from __future__ import annotations

from collections.abc import Sequence

from starproof.core.facts import Quantity
from starproof.core.text import Span
from starproof.extract.figures.bare import settle_bare
from starproof.extract.figures.lending.decimals import join_decimals
from starproof.extract.figures.lending.inherited import inherit_nouns
from starproof.extract.figures.numbers.figure import Figure
from starproof.extract.figures.numbers.lexing import MARK, NUMBER, WORD, Tokens, lex
from starproof.extract.figures.numbers.tables import tables
from starproof.extract.figures.reading import read
from starproof.extract.figures.recurring.sums import settle_sums

_HEDGES = frozenset("roughly approximately approx ish thereabouts".split())
"""Words that make an approximation of the figure before them."""


def quantities(text: str, *, within: Sequence[Span] | None = None) -> tuple[Quantity, ...]:
    """Every explicit figure, in text order and without overlap.

    Args:
        text: The user's own text.
        within: Where to look; figures outside these spans are left alone. All of the text where it is not given.

    Returns:
        The figures, as ``corpus/ANNOTATION.md`` defines them. Spans count code points of ``text``.
    """
    tokens = lex(text, [Span(0, len(text))] if within is None else within, tables())
    figures = join_decimals(list(read(tokens)), tokens)
    settle_bare(figures, tokens)
    settle_sums(figures, tokens)
    inherit_nouns(figures, tokens)
    return tuple(_quantity(figure, tokens) for figure in figures)


def _quantity(figure: Figure, tokens: Tokens) -> Quantity:
    start, end = tokens.start[figure.first], tokens.end[figure.stop - 1]
    return Quantity(
        span=Span(start, end),
        text=tokens.text[start:end],
        kind=figure.kind or "count",
        value=figure.value,
        unit=figure.unit,
        high=figure.high,
        approx=_approximate(figure, tokens),
    )


def _approximate(figure: Figure, tokens: Tokens) -> bool:
    """Whether the words around the figure call it an approximation."""
    known, at = tokens.known, figure.first - 1
    if tokens.word(at) in ("a", "the", ",", "an"):
        at -= 1
    return tokens.word(at) in known.approx or tokens.word(figure.first) in known.approx or _hedged(tokens, figure.stop)


def _hedged(tokens: Tokens, at: int) -> bool:
    """Whether what follows calls a figure an approximation: "a hundred or so", "$25K a run, roughly."."""
    if tokens.word(at) == "or":
        return tokens.word(at + 1) == "so"
    at += tokens.word(at) == ","
    if tokens.low[at : at + 3] == ["give", "or", "take"] or tokens.low[at : at + 2] == ["near", "enough"]:
        return True
    return tokens.word(at) in _HEDGES and tokens.sort(at + 1) not in (WORD, NUMBER, MARK)
