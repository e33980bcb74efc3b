"""The word "one" for one more of the things told before: "and one in Bari", "one more in autumn", "I opened one"."""

from __future__ import annotations

from starproof.extract.figures.numbers.lexing import NUMBER, WORD, Tokens
from starproof.extract.figures.numbers.nouns import names_things


def in_turn(tokens: Tokens, at: int, before: str, after: str) -> bool:
    """ "two for cause and one because there was no money", "one engineer in Lagos and one in Accra" """
    if before not in ("and", ",") or after not in _APART:
        return False
    for here in range(at - 2, max(at - 8, 1), -1):
        if tokens.low[here] in (".", ";") or tokens.low[here] in tokens.known.verbs:
            return False
        if tokens.low[here] == after or (after == "because" and tokens.low[here] in _APART):
            named = tokens.low[here - 1] not in tokens.known.number_words
            return _number(tokens, here - 2) if named else tokens.low[here - 1] != "one"
    return False


def again(tokens: Tokens, at: int, before: str) -> bool:
    """ "the first slipped three weeks, the second slipped one": as much of what the same verb told before."""
    if before in tokens.known.stop or not before.isalpha() or tokens.word(at + 1) in ("of", "more", "that", "who"):
        return False
    return any(
        tokens.low[here] == before and tokens.low[here + 1] != "one" and _number(tokens, here + 1)
        for here in range(max(0, at - 10), at - 2)
    )


_APART = frozenset("in for from at on with as because".split())
"""What tells apart the things of two numbers."""


def one_more(tokens: Tokens, at: int) -> bool:
    """ "two outages in May and then one more in June": as many again of what was counted."""
    ends = tokens.sort(at + 2) != WORD or tokens.word(at + 2) in ("in", "on", "from", "after")
    return ends and any(_number(tokens, here) for here in range(max(0, at - _BACK), at - 1))


def on_top(tokens: Tokens, at: int, before: str, after: str) -> bool:
    """ "we did it without one more hire": who or what comes on top is counted."""
    return after == "more" and before in _ADDED and names_things(tokens, at + 2)


_ADDED = frozenset("without for with get got add added hire hired need needed buy bought".split())


def singled_out(tokens: Tokens, at: int, before: str, after: str) -> bool:
    """ "the list is owned by one person", "it was about one word", "I changed one thing only": counted after all."""
    if after == "person":
        return before in _STAFFED
    if after == "word":
        return before in ("was", "about", "only", "just")
    return after == "thing" and tokens.word(at + 2) in (":", "only", "alone")


_STAFFED = frozenset("by took take taking lost lose hired hire raise add added need needs needed".split())
"""Before "one person", these tell how many."""


def _number(tokens: Tokens, at: int) -> bool:
    """Whether a number stands at ``at`` that counts."""
    word = tokens.word(at)
    return word in tokens.known.number_words or word == "couple" or (tokens.sort(at) == NUMBER and not is_year(word))


def dropped(tokens: Tokens, at: int, before: str, after: str) -> bool:
    """ "four sacks came and I dropped one", "on the phone it took one": what was done to one of the things counted."""
    if not _NOT.isdisjoint(tokens.low[max(0, at - 4) : at - 1]) or tokens.word(at - 2).endswith("n't"):
        return False
    done = before.endswith("ed") and len(before) > 4 and before not in _NO_DEEDS
    ends = tokens.sort(at + 1) != WORD or after in ("from", "back", "on", "in", "for", "at")
    return done and ends and tokens.word(at - 2) not in ("the", "a", "be", "been", "was", "is")


_NOT = frozenset("not never without".split())
_NO_DEEDS = frozenset("needed wanted called named based indeed numbered ranked rated used".split())
"""Words in -ed before "one" that count none of the things told: "version one", "they wanted one"."""


_BACK = 20
"""Tokens in which the things stand of which there is one more."""


def is_year(word: str) -> bool:
    """Whether digits are those of a year of our times."""
    return len(word) == 4 and word.isdecimal() and word[:2] in ("19", "20")
