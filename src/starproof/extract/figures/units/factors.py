"""Factors in words of their own: "doubled", "tenfold", "twice the margin"."""

from __future__ import annotations

from starproof.extract.figures.numbers.figure import Figure
from starproof.extract.figures.numbers.lexing import WORD, Tokens
from starproof.extract.figures.units.times import comparative

_TOLD = ("me", "us", "him", "her", "them", "you", "it", "said", "asked")
"""Before "twice that", these were told something so often."""
_POSSESSED = ("my", "our", "your", "their", "his", "her", "its")
_WILL = frozenset("would will to could can may might didn't".split())
"""Before "double", these make it a verb."""
_COUNTED = ("no", "the", "any", "of", "these", "those")
"""Before "doubles", these make it a thing: "no doubles were sold"."""


def factor(tokens: Tokens, at: int) -> Figure | None:
    """ "doubled", "tenfold", "twice the margin", "so, triple"."""
    word, known, after = tokens.low[at], tokens.known, tokens.word(at + 1)
    if word == "twice":
        if after in ("it", "they", "he", "she") and tokens.word(at - 1) in ("that", "and", "but", ".", ""):
            return Figure(at, at + 1, 2.0, "count", "time", noun=True)  # "and twice it had gone well"
        compares = after in known.comparing or after in ("that", "what", "it") or comparative(after)
        compares = compares and not (after == "that" and tokens.word(at - 1) in _TOLD)
        return Figure(at, at + 1, 2.0, "multiple", "x", noun=True) if compares else None
    if word in ("double", "triple"):
        ends = tokens.sort(at + 1) != WORD or after in ("the", "that", "what", "and", "so", "from", *_POSSESSED)
        ends = ends or (tokens.word(at - 1) == "so" and after in ("it", "them"))
        ends = ends or (tokens.word(at - 1) in _WILL and after in known.stop and after not in ("up", "down", "back"))
        if not ends or after in ("-", "–"):
            return None
        return Figure(at, at + 1, 2.0 if word == "double" else 3.0, "multiple", "x", noun=True)
    if word in ("doubles", "triples", "trebles") and tokens.word(at - 1) in _COUNTED:
        return None
    return Figure(at, at + 1, known.factors[word], "multiple", "x", noun=True)
