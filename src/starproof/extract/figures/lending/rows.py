"""What the head of a table's row, or the label of a note, says of its numbers: "| Lead time (hours) | 76 | 20 |"."""

from __future__ import annotations

from starproof.extract.figures.lending.memory import Text
from starproof.extract.figures.numbers.figure import Figure
from starproof.extract.figures.numbers.lexing import BREAK, NUMBER, Tokens
from starproof.extract.figures.numbers.nouns import plural, singular
from starproof.extract.figures.units.lengths import spells_time

_LONGEST = 40
"""Tokens of a row that are looked back over."""


def row(text: Text, index: int) -> Figure | None:
    """The unit that the head of the row names, for a bare number in one of its cells or behind a label's colon."""
    tokens, figure = text.tokens, text.figures[index]
    start = _line(tokens, figure.first)
    if start < 0:
        return None
    table = tokens.word(start) == "|"
    first = start + table
    stop = _head(tokens, first, figure.first, "|" if table else ":")
    if stop <= first:
        return None
    return _named(tokens, first, stop, figure, table=table)


def _line(tokens: Tokens, at: int) -> int:
    """Where the line begins; -1 where that is too far, or where the line is none of a table and no item of a list."""
    for here in range(at - 1, max(at - _LONGEST, -1), -1):
        if tokens.low[here] == "\n" or tokens.kind[here] == BREAK:
            return here + 1 if tokens.word(here + 1) in ("|", "-", "*", "•") else -1
    return 0 if at < _LONGEST and tokens.word(0) in ("|", "-", "*", "•") else -1


def _head(tokens: Tokens, first: int, end: int, mark: str) -> int:
    """The end of the head that ``mark`` closes, before ``end``; ``first`` where there is none."""
    return next((at for at in range(first, end) if tokens.low[at] == mark), first)


def _named(tokens: Tokens, first: int, stop: int, figure: Figure, *, table: bool) -> Figure | None:
    low, known = tokens.low, tokens.known
    for at in range(first, stop):
        closed = low[at - 1] == "(" and low[at + 1] == ")"
        if low[at] in ("%", "percent") and (closed or table) and abs(figure.value) <= 150:
            return Figure(at, at, 0.0, "percent", "%")
        if low[at] in known.durations and (closed or (table and _lasting(tokens, at, first))):
            return Figure(at, at, 0.0, "duration", "s", factor=known.durations[low[at]])
    if table and not known.nps.isdisjoint(low[first:stop]) and -100 <= figure.value <= 100:
        return Figure(first, first, 0.0, "score", "NPS")
    things = (word for word in low[first:stop] if table and plural(word) and word not in known.stop)
    noun = next(things, "")
    opens = noun != "" and (noun == low[first] or noun in known.things)
    return Figure(first, first, 0.0, "count", singular(noun, known.people)) if opens else None


def _lasting(tokens: Tokens, at: int, first: int) -> bool:
    """Whether the head names what is told in its cells, and not over what time: "days lost", not "last 30 days"."""
    before = tokens.word(at - 1)
    if not spells_time(tokens, at) or tokens.kind[at - 1] == NUMBER or before in tokens.known.number_words:
        return False
    return at == first or before in (",", "in") or (before.isalpha() and before not in _OVER)


_OVER = frozenset("per a last past first every business working of these after within".split())
