"""Work with other teams and functions: signals of it that name one, and not a superior, a report or a customer."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from starproof.core.facts import Facts, Signal
from starproof.core.text import Span
from starproof.extract.text.words import singular, words
from starproof.parse.words import tokens

_ON, _FURTHER = 20, 1
"""How many characters, and words, behind a signal are read with it: "ran it with the | grants team"."""
_LED_UP, _FOLLOWS = 8, 90
"""Code points before a signal, and behind it, that say what the meeting was for."""
_TROUBLE = re.compile(r"\b(?:had|have) to deal with\b", re.IGNORECASE)
INFORMED = re.compile(
    r"[^.!?]{0,70}\b(?:on the same page|in the loop|up to date|"
    r"(?:kept|keep|stay|were) (?:all )?(?:informed|updated|aligned))",
    re.IGNORECASE,
)
"""Behind a meeting it was held to keep others informed, who take no part by it."""
_TELLING = re.compile(r"(?:tell|told|telling|tells|inform\w*|notif\w*|warn\w*)\b", re.IGNORECASE)
_TOLD_TO = re.compile(
    r"[^.;:!?,]{0,40}?(?:\bto (?!me\b|us\b|the\b)[a-z]+|\band (?:we|they|he|she) agreed\b)", re.IGNORECASE
)
"""Behind somebody who is told: they are told to do something, or come to agree."""
_OWN = frozenset(["my", "our"])
_VERBAL = frozenset(["to", "a", "i", "we"])
"""Before a department's word these make it a verb or a thing: "to design", "a search"."""
_ONE = frozenset(["the", "this", "that", "a"])
"""Straight before "team" it is no further one."""
_TO_THE = frozenset(["the", "with", "to", "all", "each", "from"])
_EVERYBODYS = frozenset(["hr"])
"""Departments that any manager asks, whatever the work."""


def across(facts: Facts, text: str) -> tuple[Signal, ...]:
    """The signals of work arranged with another team or function, in text order.

    A team that is blamed in the same sentence, or kept informed, takes no part. To tell the director or to sit with
    somebody is no work across teams; to sit with finance, with both teams, or to go to the nine depots is.
    """
    return tuple(
        signal
        for signal in without_blame(facts, "coordination")
        if _names_one(signal.span, text) and not _only_told(signal.span, text)
    )


def without_blame(facts: Facts, kind: str) -> Iterator[Signal]:
    """The signals of a kind in sentences that put no fault on others, in text order."""
    blamed = {signal.sentence for signal in facts.of("fault-of-others")}
    yield from (signal for signal in facts.of(kind) if signal.sentence not in blamed)


def _only_told(span: Span, text: str) -> bool:
    """Whether others are only told or kept informed, or are a trouble: "I had to go and tell marketing"."""
    if _TELLING.match(text, span.start) and _TOLD_TO.match(text, span.end, span.end + _FOLLOWS) is None:
        return True
    if _TROUBLE.search(text, max(0, span.start - _LED_UP), span.end) is not None:
        return True
    return INFORMED.match(text, span.end, span.end + _FOLLOWS) is not None


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
    if before == "steering" or _is_the_one(word, before):
        return False
    return singular(word) in words("named", "bodies") or (word in words("named", "several") and before in _TO_THE)


def _is_the_one(word: str, before: str) -> bool:
    """Whether "team" or the like is no further one: "I kept this team together", "I walked through department"."""
    return word in words("named", "heads") and (before in _ONE or before in words("named", "borders"))
