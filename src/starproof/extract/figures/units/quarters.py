"""The word "quarter": a part of a whole, or three months."""

from __future__ import annotations

from starproof.extract.figures.numbers.figure import Figure
from starproof.extract.figures.numbers.lexing import NUMBER, Tokens
from starproof.extract.figures.numbers.telling import off_goal
from starproof.extract.figures.units.lengths import lasts, length
from starproof.extract.figures.units.proportions import share_of
from starproof.extract.text.changing import CHANGES

PARTS = frozenset("half third quarter percent %".split())
"""Other shares, told before."""
OF_MORE = frozenset(
    """of less more fewer cheaper faster slower quicker shorter longer smaller larger better worse lower higher off
    gone""".split()
)
"""Behind a share, what it is of, or by how much more or less something is."""


def quarter(tokens: Tokens, first: int, under: int, top: float) -> Figure | None:
    """A quarter of a whole where the words say so, else three months."""
    known, after = tokens.known, tokens.word(under + 1)
    if top == 1 and tokens.word(first - 1) in ("after", "for", "within", "every") and tokens.low[first] != "one":
        return length(tokens, first, under, top)
    if top == 1 and tokens.word(first - 1) == "from" and tokens.word(first - 2) in known.changes:
        return share_of(first, under + 1, top / 4)
    near = tokens.low[max(0, first - 6) : first]
    delayed = not _DELAYED.isdisjoint(near) or ("put" in near and "back" in near)
    if top == 1 and tokens.word(first - 1) == "by" and not delayed:
        return share_of(first, under + 1, top / 4)
    if top == 1 and delayed and tokens.word(first - 1) in ("by", "back", *_DELAYED) and tokens.low[first] != "one":
        return length(tokens, first, under, top)
    if _changed(tokens, first, after):
        return share_of(first, under + 1, top / 4)
    partial = after in _PARTIAL and not (after == "of" and tokens.word(under + 2) == "time")
    abbreviated = tokens.low[max(0, first - 4) : first] == ["i", ".", "e", "."]
    again = tokens.word(first - 1) == "to" and not PARTS.isdisjoint(tokens.low[max(0, first - 8) : first])
    if top == 1 and _rest_of_them(tokens, first, after):
        return share_of(first, under + 1, top / 4)
    rest = tokens.word(first - 1) == "other" and not _SHARED.isdisjoint(tokens.low[max(0, first - 8) : first - 1])
    ends = top == 3 and (tokens.word(first - 1) in _SUMS_UP or abbreviated or again or rest)
    if after not in _TIMELY and off_goal(tokens, under + 1):
        return share_of(first, under + 1, top / 4)
    if partial or ends or tokens.word(first - 1) == "only" or (top == 1 and apart(tokens, first, under)):
        return share_of(first, under + 1, top / 4)
    if top == 1 and tokens.low[first] != "one" and not lasts(tokens, first):
        return None
    return length(tokens, first, under, top)


def _changed(tokens: Tokens, first: int, after: str) -> bool:
    """ "down a quarter", "a cut of about three quarters": by how much a measure changed, and not when."""
    if after in _TIMELY:
        return False
    at = first - 1
    while tokens.word(at) in tokens.known.approx:
        at -= 1
    return tokens.word(at) in ("down", "up") or (tokens.word(at) == "of" and tokens.word(at - 1) in CHANGES)


_TIMELY = ("later", "ago", "late", "early", "earlier", "behind", "ahead")
"""After "a quarter", these tell of three months."""


def _rest_of_them(tokens: Tokens, first: int, after: str) -> bool:
    """ "half the drivers hated it and a quarter loved it": another share of the same whole."""
    told = (after.endswith("ed") and len(after) > 4) or after in tokens.known.verbs
    joined = tokens.word(first - 1) in ("and", ",", "but") and tokens.low[first] == "a"
    return told and joined and not PARTS.isdisjoint(tokens.low[max(0, first - 12) : first])


_SHARED = frozenset(("quarter", "percent", "%"))
"""Before "the other three quarters", these tell the first part of the whole."""
_DELAYED = frozenset("late slip slips slipped slipping delay delays delayed postponed deferred pushed moved".split())
_PARTIAL = OF_MORE | frozenset("done full finished built empty complete ready".split())
_SUMS_UP = frozenset(", by so is was that's about nearly almost roughly than around".split())


_TOLD_APART = frozenset(", . ( so nearly almost is was that's it's barely or".split())
"""Before "a quarter" that ends its clause, these sum up the numbers just told."""


def apart(tokens: Tokens, first: int, under: int) -> bool:
    """ "312 of them, a third, which", "so a quarter.": a share told beside the numbers that it sums up."""
    before = tokens.word(first - 1) or tokens.word(first - 2)  # over the end of a sentence
    if tokens.word(under + 1) not in (",", ".", ";", ")") or before not in _TOLD_APART:
        return False
    words = range(max(0, first - 14), first - 1)
    return any(tokens.kind[i] == NUMBER or tokens.low[i] in tokens.known.number_words for i in words)
