"""The figures of a text one by one, each with the unit or noun that stands beside it, or none yet."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator

from starproof.core.keeping import LONGEST, Shelf
from starproof.extract.figures.numbers.figure import Figure, figure_of
from starproof.extract.figures.numbers.lexing import MARK, NUMBER, SKIP, WORD, Tokens
from starproof.extract.figures.numbers.nouns import count_noun, names_things
from starproof.extract.figures.numbers.numerals import numeral
from starproof.extract.figures.numbers.ranges import find_range, repeat_unit
from starproof.extract.figures.units.after import find_unit
from starproof.extract.figures.units.fractions import find_share, find_special
from starproof.extract.figures.units.lengths import minutes_and_seconds
from starproof.extract.figures.units.money import money_first
from starproof.extract.figures.units.periods import find_period, period_at
from starproof.extract.figures.unmeasured.exclusions import is_no_quantity, times_before

BEFORE, AFTER = 32, 48
"""Tokens on both sides of a sentence that its figures are read by; those further off say nothing of them."""
_Read = tuple[tuple[Figure, ...], int]
"""The figures of a sentence, and the token at which to read on; counted from the first one that it was read by."""
_FIGURES: Shelf[_Read] = Shelf()


def read(tokens: Tokens) -> Iterator[Figure]:
    """Every figure in order, without overlap; each token is begun at once only."""
    at = 0
    for end in tokens.cuts:
        if at < end:
            first = max(0, at - BEFORE)
            figures, stop = _kept(tokens, first, at, end)
            yield from (figure.moved(first) for figure in figures)
            at = first + stop


def _kept(tokens: Tokens, first: int, at: int, end: int) -> _Read:
    """The figures that begin from ``at`` up to ``end``, read by the tokens from ``first`` on; kept by their words."""
    last = min(len(tokens), end + AFTER)
    low, high = bisect_left(tokens.breaks, first), bisect_left(tokens.breaks, last)
    breaks = tuple([place - first for place in tokens.breaks[low:high]])
    words = tokens.text[tokens.start[first] : tokens.end[last - 1]]
    if len(words) > LONGEST:
        return _read(tokens.part(first, last), at - first, end - first)
    key = (words, at - first, end - first, last - first, breaks, tokens.european, tokens.misheard)
    return _FIGURES.get(key) or _FIGURES.put(key, _read(tokens.part(first, last), at - first, end - first))


def _read(tokens: Tokens, at: int, end: int) -> _Read:
    figures: list[Figure] = []
    starters, kinds, low = tokens.known.starters, tokens.kind, tokens.low
    while at < end:
        kind = kinds[at]
        begins = low[at] in starters if kind == WORD else kind in (NUMBER, MARK)
        if begins or (kind == SKIP and ":" in low[at]):
            figure, stop = _figure(tokens, at)
            if figure is not None:
                figures.append(figure)
            at = max(stop, at + 1)
        else:
            at += 1
    return tuple(figures), at


def _figure(tokens: Tokens, at: int) -> tuple[Figure | None, int]:
    """The figure that begins at ``at``, and where to read on."""
    if tokens.kind[at] == SKIP:
        return minutes_and_seconds(tokens, at), at + 1
    if tokens.kind[at] == MARK or tokens.low[at] in tokens.known.money_openers:
        figure = money_first(tokens, at)
        if figure is not None:
            find_period(tokens, figure)
            return figure, figure.stop
        if tokens.low[at] not in tokens.known.number_words:
            return None, at + 1
    number = numeral(tokens, at)
    if number is None:
        figure = find_special(tokens, at)
        if figure is not None and figure.kind is None:
            _complete(tokens, figure)
        return figure, at + 1 if figure is None else figure.stop
    figure = find_share(tokens, number)
    if figure is not None and figure.kind is None:
        _complete(tokens, figure)
    if figure is None and not is_no_quantity(tokens, number):
        figure = figure_of(number)
        if times_before(tokens, at):
            figure.become("multiple", "x", figure.stop)
        else:
            _complete(tokens, figure)
    return figure, number.stop if figure is None else max(figure.stop, number.stop)


def _complete(tokens: Tokens, figure: Figure) -> None:
    """Range, unit or noun, and period of a plain number."""
    if tokens.word(figure.stop) == "+" and tokens.glued(figure.stop - 1):
        figure.stop += 1
    find_range(tokens, figure)
    if find_unit(tokens, figure):
        _bounds(tokens, figure)
    elif figure.grand:
        figure.become("money", "", figure.stop)
    else:
        period, stop = period_at(tokens, figure.stop)
        if not period or names_things(tokens, stop):
            count_noun(tokens, figure)
    if figure.kind in ("money", None):
        find_period(tokens, figure)


def _bounds(tokens: Tokens, figure: Figure) -> None:
    """Make the figure a range where another one of its unit follows: "between 3 days and 5 days"."""
    joint, before = tokens.word(figure.stop), tokens.word(figure.first - 1)
    measured = figure.kind == "count" and before not in tokens.known.changes and before not in ("from", "went")
    joined = joint == "to" and (measured or before in ("at", "of"))
    joined = joined or (joint == "and" and before == "between")
    number = numeral(tokens, figure.stop + 1) if joined and figure.high is None else None
    if number is not None:
        other = figure_of(number)
        if find_unit(tokens, other):
            repeat_unit(tokens, figure, other)
