"""Parts told by their names behind a total that they make: "13 in my team (Hobart 9, Perth 4)"."""

from __future__ import annotations

from starproof.extract.figures.numbers.lexing import NUMBER, WORD, Tokens

_JOINS = (",", "+", "&", ";", "and")
_OPENS = ("(", ":", "=", "–")
_LONGEST = 3
"""Words of a part's name."""
_DIGITS = 4
"""Digits of a part's number."""
_NEAR = 8
"""Tokens between a total and its parts."""
_MOST = 20
"""Parts that are looked at on each side of a number: each number of a list asks for all of it."""


def part_of_total(tokens: Tokens, at: int) -> bool:
    """Whether the number at ``at`` belongs to such a list, so that a name before it has no number of its own."""
    values, start = _before(tokens, at)
    values += _after(tokens, at + 1)
    if len(values) < 2 or tokens.word(start) not in _OPENS:
        return False
    near = range(start - 1, max(start - _NEAR, -1), -1)
    total = next((_value(tokens, here) for here in near if tokens.sort(here) == NUMBER), 0)
    return total > 0 and sum(values) == total


def _before(tokens: Tokens, at: int) -> tuple[list[int], int]:
    """The numbers of the list up to ``at``, and the token that stands before the first name."""
    values, start = [_value(tokens, at)], _before_name(tokens, at)
    while len(values) < _MOST and tokens.word(start) in _JOINS and start < at - 1 and _value(tokens, start - 1):
        at = start - 1
        values.append(_value(tokens, at))
        start = _before_name(tokens, at)
    return values, start


def _before_name(tokens: Tokens, at: int) -> int:
    """The token before the name that ends straight before ``at``."""
    start = at - 1
    while tokens.sort(start) == WORD and tokens.word(start) not in _JOINS and at - start <= _LONGEST:
        start -= 1
    return start


def _after(tokens: Tokens, at: int) -> list[int]:
    """The numbers of the list from ``at`` on."""
    values: list[int] = []
    while tokens.word(at) in _JOINS and len(values) < _MOST:
        here = at + 1
        while tokens.sort(here) == WORD and here - at <= _LONGEST:
            here += 1
        if here == at + 1 or not _value(tokens, here):
            return values
        values.append(_value(tokens, here))
        at = here + 1
    return values


def _value(tokens: Tokens, at: int) -> int:
    """The number at ``at``, nothing where there is none that a part may have."""
    word = tokens.word(at)
    return int(word) if tokens.sort(at) == NUMBER and word.isdecimal() and len(word) <= _DIGITS else 0
