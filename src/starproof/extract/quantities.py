"""Quantities: every explicit figure of a text, with what it measures and the words that state it.

One pass turns the text into tokens, a second reads figures one by one, a third gives bare numbers and sums what they
take from their neighbours. Each is linear in the length of the text.
"""

from __future__ import annotations

from collections.abc import Sequence

from starproof.core.facts import Quantity
from starproof.core.text import Span
from starproof.extract.figures.context import settle
from starproof.extract.figures.lexing import BREAK, Tokens, lex
from starproof.extract.figures.reading import Figure, Reader
from starproof.extract.figures.tables import Tables, tables


def quantities(text: str, *, within: Sequence[Span] | None = None) -> tuple[Quantity, ...]:
    """Every explicit figure, in text order and without overlap.

    Args:
        text: The user's own text.
        within: Where to look; figures outside these spans are left alone. All of the text where it is not given.

    Returns:
        The figures, as ``corpus/ANNOTATION.md`` defines them. Spans count code points of ``text``.
    """
    known = tables()
    tokens = _tokens(text, within)
    found = settle(list(Reader(tokens, known).figures()), tokens, known)
    return tuple(_quantity(figure, tokens, known) for figure in found)


def _tokens(text: str, within: Sequence[Span] | None) -> Tokens:
    if within is None:
        return lex(text, 0, len(text))
    joined = Tokens(text, [], [], [], [])
    for span in sorted(within):
        part = lex(text, span.start, span.end)
        for into, more in zip(
            (joined.low, joined.kind, joined.start, joined.end),
            (part.low, part.kind, part.start, part.end),
            strict=True,
        ):
            into.extend(more)  # type: ignore[arg-type]
        joined.low.append("")
        joined.kind.append(BREAK)
        joined.start.append(span.end)
        joined.end.append(span.end)
    return joined


def _quantity(figure: Figure, tokens: Tokens, known: Tables) -> Quantity:
    start, end = tokens.start[figure.first], tokens.end[figure.stop - 1]
    approx = figure.approx or _approximate(figure, tokens, known)
    return Quantity(
        span=Span(start, end),
        text=tokens.text[start:end],
        kind=figure.kind or "count",
        value=figure.value,
        unit=figure.unit,
        high=figure.high,
        approx=approx,
    )


def _approximate(figure: Figure, tokens: Tokens, known: Tables) -> bool:
    return tokens.word(figure.first - 1) in known.approx_before
