"""How often a sum recurs, told behind it: "£41,000, and that was every month", "190,000, month after month"."""

from __future__ import annotations

from starproof.extract.figures.numbers.figure import Figure
from starproof.extract.figures.numbers.lexing import MARK, NUMBER, PUNCT, WORD, Tokens

_REACH = 8
"""Tokens behind a sum in which its period may stand."""
_IS = frozenset("that's thats that which it's it is was".split())
_FLOWS = frozenset("went goes left leaves disappeared vanished flowed flows walked came comes ran".split())
"""After a sum, these tell what it does: "€44,000 went out of the door every week."."""
_EACH = frozenset("a each every per".split())


def told_behind(figure: Figure, tokens: Tokens) -> str:
    """The period that an afterthought gives a sum; empty where none does."""
    if tokens.word(figure.stop) == "." and tokens.word(figure.stop + 1) == "every":
        return _a_sentence(tokens, figure.stop + 2)
    for at in range(figure.stop, figure.stop + _REACH):
        word = tokens.word(at)
        if word in (".", ";", "\n") or tokens.sort(at) not in (WORD, PUNCT) or _counts(tokens, at):
            return ""
        period = tokens.known.periods.get(word, "")
        if period and (_over_and_over(tokens, at) or _each(tokens, at, figure.stop)):
            return period
        if period and tokens.word(at - 1) in ("every", "each") and tokens.word(figure.stop) in _FLOWS:
            return period if tokens.sort(at + 1) != WORD else ""
        if word in tokens.known.adverbs and _set_off(tokens, at, figure.stop):
            return tokens.known.adverbs[word]
    return ""


def _a_sentence(tokens: Tokens, at: int) -> str:
    """ "It was $30K. Every single month.": a sentence that is nothing but a period."""
    at += tokens.word(at) in ("single", "damn", "bloody")
    return tokens.known.periods.get(tokens.word(at), "") if tokens.sort(at + 1) != WORD else ""


def _counts(tokens: Tokens, at: int) -> bool:
    """Whether another number begins, which the period would be of."""
    word = tokens.word(at)
    return tokens.sort(at) in (NUMBER, MARK) or (word in tokens.known.number_words and word != "one")


def _over_and_over(tokens: Tokens, at: int) -> bool:
    """ "month after month", "month by month", "year in, year out" """
    word, joint = tokens.word(at), tokens.word(at + 1)
    again = joint in ("after", "by", "upon") and tokens.word(at + 2) == word
    return again or (joint == "in" and "out" in tokens.low[at + 2 : at + 5])


def _each(tokens: Tokens, at: int, stop: int) -> bool:
    """ "each and every month"; "and that was every month", with nothing else between it and the sum."""
    before = tokens.word(at - 1)
    if before == "every" and tokens.low[at - 3 : at - 1] == ["each", "and"]:
        return True
    return before in _EACH and tokens.word(stop) == "," and _afterthought(tokens, stop + 1, at - 1)


def _set_off(tokens: Tokens, at: int, stop: int) -> bool:
    """ ", that's monthly", "(monthly)" """
    opened = tokens.word(stop) in (",", "(")
    return opened and (at == stop + 1 or _afterthought(tokens, stop + 1, at))


def _afterthought(tokens: Tokens, first: int, stop: int) -> bool:
    """Whether nothing stands between but "and that is"."""
    words = tokens.low[first:stop]
    words = words[1:] if words[:1] == ["and"] else words
    return bool(words) and all(word in _IS for word in words)
