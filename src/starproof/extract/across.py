"""Work with other teams and functions: signals of it that name one, and not a superior, a report or a customer."""

from __future__ import annotations

from collections.abc import Sequence

from starproof.core.facts import Facts, Signal
from starproof.core.text import Span
from starproof.extract.words import singular, words
from starproof.parse.words import tokens

_ON, _FURTHER = 20, 1
"""How many characters, and words, behind a signal are read with it: "ran it with the | grants team"."""
_OWN = frozenset(["my", "our"])
_VERBAL = frozenset(["to", "a", "i", "we"])
"""Before a department's word these make it a verb or a thing: "to design", "a search"."""
_ONE = frozenset(["the", "this", "that", "a"])
"""Straight before "team" it is no further one: "I kept this team together"."""
_TO_THE = frozenset(["the", "with", "to", "all", "each", "from"])
_EVERYBODYS = frozenset(["hr"])
"""Departments that any manager asks, whatever the work."""


def across(facts: Facts, text: str) -> tuple[Signal, ...]:
    """The signals of work arranged with another team or function, in text order.

    To tell the director or to sit with somebody is no work across teams; to sit with finance, with both teams, or to
    go to the nine depots is.
    """
    return tuple(signal for signal in facts.of("coordination") if _names_one(signal.span, text))


def _names_one(span: Span, text: str) -> bool:
    row = [token.word for token in tokens(text, span.start, span.end + _ON)]
    within = len(list(tokens(text, span.start, span.end)))
    if "about" in row[:within]:
        return False
    mine = bool(_OWN & set(row))
    return any(_names(row, place, mine=mine) for place in range(within + _FURTHER) if place < len(row))


def _names(row: Sequence[str], place: int, *, mine: bool) -> bool:
    """Whether the word at a place is another team or function, or tells of several."""
    word, before = row[place], row[place - 1] if place else ""
    if word in words("named", "departments"):
        return word not in _EVERYBODYS and before not in _VERBAL
    if mine:
        return False
    if before == "steering" or (word in words("named", "heads") and before in _ONE):
        return False
    return singular(word) in words("named", "bodies") or (word in words("named", "several") and before in _TO_THE)
