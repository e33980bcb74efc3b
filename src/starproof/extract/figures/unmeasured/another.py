"""The word "one" for one of things told before or at a rate: "and one in Bari", "did it in one", "one a week"."""

from __future__ import annotations

from itertools import pairwise

from starproof.extract.figures.numbers.lexing import NUMBER, WORD, Tokens
from starproof.extract.figures.numbers.nouns import names_things
from starproof.extract.figures.numbers.numerals import numeral


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


def did_in_one(tokens: Tokens, at: int) -> bool:
    """ "it took three days, and they did it in one": one of the units that a length was just told in."""
    if tokens.word(at - 1) != "in" or tokens.low[at - 3 : at - 1] not in _DID_IT or not _ends(tokens, at + 1):
        return False
    return not tokens.known.durations.keys().isdisjoint(tokens.low[max(0, at - _BACK) : at])


def _ends(tokens: Tokens, at: int) -> bool:
    """Whether a clause ends before ``at``."""
    return tokens.sort(at) != WORD or tokens.word(at) in ("and", "but", "so")


_DID_IT = (["did", "it"], ["does", "it"], ["done", "it"], ["do", "it"], ["made", "it"])
"""Before "in one", where a length was told, these make it one of those: "it took three days; they did it in one"."""


def taken_back(tokens: Tokens, at: int) -> bool:
    """ "I had one, sorry, two teams": whether another number corrects the one before ``at``."""
    at += tokens.word(at) == ","
    if tokens.word(at) not in ("sorry", "no"):
        return False
    return numeral(tokens, at + 1 + (tokens.word(at + 1) == ",")) is not None


def each_of_its_size(tokens: Tokens, at: int) -> bool:
    """ "two teams, one of nine and one of five": each with how many are in it, and no part of them."""
    sized = [
        here
        for here in range(max(0, at - _SIZES), at + _SIZES)
        if tokens.word(here) == "one" and tokens.word(here + 1) == "of" and numeral(tokens, here + 2) is not None
    ]
    return len(sized) > 1 and any(b - a <= _SIZES and at in (a, b) for a, b in pairwise(sized))


_SIZES = 8
"""Tokens from one thing told with its size to the next."""


def befell(tokens: Tokens, at: int, before: str) -> bool:
    """ "One person was killed and another hurt", "killing one man" """
    opens = before in (".", "", "and", "while") and tokens.word(at + 2) in ("was", "died", "is")
    return before in _HARMS or (opens and (tokens.word(at + 3).endswith("ed") or tokens.word(at + 2) == "died"))


def gone(tokens: Tokens, at: int) -> bool:
    """ "One senior resigned over it", "one good tester quit" """
    return not _LEAVES.isdisjoint(tokens.low[at + 2 : at + 4]) and tokens.sort(at + 2) == WORD


def at_a_rate(tokens: Tokens, at: int) -> bool:
    """ "one table a week", "one night shift a quarter" """
    at += names_things(tokens, at + 1) and tokens.sort(at + 1) == WORD
    return tokens.word(at + 1) in ("a", "per", "every", "each") and tokens.word(at + 2) in tokens.known.periods


_HARMS = frozenset("killed killing injured injuring wounded wounding hurt arrested leaving".split())


_LEAVES = frozenset("resigned quit left died".split())
