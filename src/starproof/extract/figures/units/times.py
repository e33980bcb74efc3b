"""Factors after a number: "2.3x", "fourfold", "three times the peak", and "failed three times", which is none."""

from __future__ import annotations

from starproof.extract.figures.numbers.figure import Figure
from starproof.extract.figures.numbers.lexing import MARK, NUMBER, WORD, Tokens
from starproof.extract.figures.numbers.nouns import plural
from starproof.extract.text.changing import CHANGES


def find_factor(tokens: Tokens, figure: Figure) -> bool:
    """Settle the figure by a factor, or as how often; false where neither is told."""
    at = tokens.over_dash(figure.stop)
    word = tokens.word(at)
    if word in ("x", "×"):
        if tokens.over_dash(at + 1) != at + 1 and not tokens.glued(at - 1):
            return False  # "6 x-rays"
        return tokens.sort(at + 1) not in (NUMBER, MARK) and figure.become("multiple", "x", at + 1)
    if word == "fold":
        return figure.become("multiple", "x", at + 1)
    if word != "times":
        return False
    if _compares(tokens, figure, at + 1):
        return figure.become("multiple", "x", at + 1)
    figure.noun = True
    return figure.become("count", "time", at + 1)


def _compares(tokens: Tokens, figure: Figure, at: int) -> bool:
    """Whether "N times" is a factor ("three times the peak") and not how often ("failed three times")."""
    after, known, back = tokens.word(at), tokens.known, figure.first - 1
    while tokens.word(back) in ("like", "um", "uh", "er", "about", "roughly", "almost"):
        back -= 1
    before = tokens.word(back)
    if _how_often(tokens, at, back):
        return False
    if after == "the" and tokens.word(at + 1) in _IN_TURN and tokens.word(at + 2) in (*known.periods, *_SEASONS):
        return before in known.likening and before != ","
    if after in ("per", "a", "an", "every", "each"):
        return False
    if after == "the" and tokens.sort(figure.first - 1) != WORD and plural(tokens.word(at + 1)):
        return False  # "Two times the branches stopped us."
    if before == "up" and tokens.word(back - 1) in _GOES:
        return True
    if figure.value != int(figure.value) or after in known.comparing or comparative(after):
        return True
    if after == "that" or after == "what":
        return tokens.word(at + 1) not in ("week", "day", "month", "year", "night", "summer", *_SEASONS)
    ends = tokens.sort(at) != WORD or after in ("and", "so", "but")
    if before == "," and ends and tokens.sort(at) != WORD:
        return any(comparative(word) or word in _GROWS for word in tokens.low[max(0, back - 6) : back])
    return ends and before in known.likening


def _how_often(tokens: Tokens, at: int, back: int) -> bool:
    """ "five times last week", "I have done so five times" """
    last = tokens.word(at) == "last" and tokens.word(at + 1) in tokens.known.periods
    return last or (tokens.word(back) == "so" and tokens.word(back - 1) in _DID)


_DID = ("done", "do", "did", "does", "doing", "said", "say", "says")
_GOES = ("go", "goes", "went", "gone", "shot", "going")
_IN_TURN = ("first", "next", "second", "following", "other")
_GROWS = frozenset("more less fewer up down grew rose growth increase gain improvement multiplied".split()) | CHANGES
_SEASONS = ("winter", "autumn", "spring", "fall", "season", "morning", "afternoon", "evening", "quarter", "term")


def comparative(word: str) -> bool:
    """Whether a word looks like an English comparative: "faster", and no "whether"."""
    return word.endswith("er") and word not in _NO_COMPARATIVES


_NO_COMPARATIVES = frozenset(
    """over after later ever per under together earlier whether either neither never another her other however whenever
    wherever whoever number paper customer meter computer server user driver""".split()
)
