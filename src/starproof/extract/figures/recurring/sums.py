"""Which currency a sum is in and how often it recurs, where its own words leave that open."""

from __future__ import annotations

import re
from collections import Counter

from starproof.extract.figures.numbers.figure import Figure
from starproof.extract.figures.numbers.lexing import Tokens
from starproof.extract.figures.recurring.inferred import recurs, retold, times_exactly
from starproof.extract.figures.recurring.products import for_days, of_rate
from starproof.extract.figures.recurring.wording import in_that_time, worded
from starproof.extract.figures.units.coins import OPEN


def settle_sums(figures: list[Figure], tokens: Tokens) -> None:
    """Give each sum its currency and period as one unit, such as ``USD/month``."""
    sums = [figure for figure in figures if figure.kind == "money"]
    if not sums:
        return
    _currencies(sums, tokens)
    for figure in sums:
        if figure.lent and in_that_time(figure, tokens):
            figure.period, figure.lent = "", False
        figure.period = figure.period or of_rate(figures, figure, tokens)
    spent = [figure for figure in sums if not figure.period and for_days(figures, figure)]
    for _ in range(2):  # a sum explained in the first round may explain another in the second
        for index, figure in enumerate(sums):
            summed = tokens.word(figure.first - 1) in _SUMMED and times_exactly(sums, index, tokens)
            told = figure.lent and (summed or worded(figure, tokens) or retold(sums, index))
            figure.period = told or figure.period or recurs(sums, index, tokens)
    for figure in spent:
        figure.period = ""
    for figure in sums:
        if figure.period:
            figure.unit = f"{figure.unit}/{figure.period}"


_SUMMED = ("that's", "thats", "is", "so", "makes", "it's")
"""Before a sum, these tell it over a longer time than the one before."""


# currency


def _currencies(sums: list[Figure], tokens: Tokens) -> None:
    """Settle open currencies by the ones named, then by places; sums without one take their neighbour's."""
    named = [figure.unit for figure in sums if figure.unit and not figure.unit.endswith(OPEN)]
    opened = [figure for figure in sums if figure.unit.endswith(OPEN)]
    dollars = not named and any(figure.unit != _CENTS for figure in opened)
    hints = [*named, *(_places(tokens) if opened or not named else [])]
    for figure in sums:
        if not figure.unit and figure.scale in (1e5, 1e7):
            figure.unit = "INR"
    tied = not named and len(hints) > 1
    coins = _whole_of(opened)
    for figure in opened:
        usual = coins if figure.unit == _CENTS and dollars else figure.unit[:-1]
        family = tokens.known.families.get(usual, frozenset({usual}))
        if usual == "$" and "USD" not in named:
            family |= tokens.known.families["USD"].intersection(named)
        usual = _USUAL.get(usual, usual)
        figure.unit = usual if tied and usual in hints else next((code for code in hints if code in family), usual)
    hints = named if tied else hints
    if not named and not opened:
        several = _words(tokens, opened=True)
        family = tokens.known.families.get(several[0], frozenset()) if several else frozenset(hints)
        hints = [*_words(tokens, opened=False), *(code for code in hints if code in family), *several]
    current = next((figure.unit for figure in sums if figure.unit), next(iter(hints), "USD"))
    for figure in sums:
        figure.unit = current = figure.unit or current


def _whole_of(opened: list[Figure]) -> str:
    """The usual currency of which cents are the hundredths: that of the first sum in words or marks, else dollars."""
    return next((f.unit[:-1] for f in opened if f.unit[:-1] in _OF_CENTS), "USD")


_OF_CENTS = ("EUR", "KES", "ZAR", "BRL", "MXN")
_CENTS = "CENT" + OPEN
_USUAL = {"$": "USD", "CENT": "USD"}


def _words(tokens: Tokens, *, opened: bool) -> list[str]:
    """The currencies that the text speaks of without a sum: "in pounds"; ``opened`` for words that mean several."""
    moneys, several = tokens.known.moneys, tokens.known.open_words
    return [moneys[w] for w in tokens.low if w in moneys and w not in _NO_COINS and (w in several) == opened]


_NO_COINS = frozenset("real won bob crown pound lei rs rp zl kr lira sterling".split())


def _places(tokens: Tokens) -> list[str]:
    """The currencies of the countries where the text is set: told in its first half, and as often as any other.

    Of those that count in dollars only the teller's home says whose are meant.
    """
    named = _countries(tokens)
    if not named or named[0][0] > max(_EARLY, len(tokens) // 2):
        return []
    ranked = Counter(code for _, code in named).most_common()
    often = [code for code, times in ranked if times == ranked[0][1]]
    dollars = [told for told in named if told[1] in tokens.known.families["USD"]]
    return [_home(tokens, named, dollars)] if any(code in often for _, code in dollars) else often


def _countries(tokens: Tokens) -> list[tuple[int, str]]:
    """The currency of each place that is named, and where; those that it is only taken to are left out."""
    places, text = tokens.known.places, tokens.text
    named = [(at, places.get(word, "USD")) for at, word in enumerate(tokens.low) if word in places or word == "us"]
    named = [told for told in named if tokens.low[told[0]] != "us" or text.startswith("US", tokens.start[told[0]])]
    return [
        (at, code)
        for at, code in named
        if not _taken_there(tokens, at) and tokens.word(at + 1) not in tokens.known.goods
    ]


def _taken_there(tokens: Tokens, at: int) -> bool:
    """Whether a place took over what is told, or it was brought there: "Montreal copied it", "rolled out to Perth"."""
    before = tokens.low[max(0, at - _NEXT) : at]
    brought = not _TO.isdisjoint(before[-2:]) and not _SPREAD.isdisjoint(before)
    after = tokens.low[at + 1 : at + _NEXT]
    took = "took" in after and not _OVER.isdisjoint(after[after.index("took") + 1 :][:1])
    return brought or took or not _FOLLOWS.isdisjoint(after)


def _home(tokens: Tokens, named: list[tuple[int, str]], dollars: list[tuple[int, str]]) -> str:
    """Whose dollars they are: of the place that the teller is in, else of the one told first; in doubt American."""
    words = [(" ".join(tokens.low[max(0, at - _NEXT) : at]), code) for at, code in dollars]
    said = next((code for here in _AT_HOME for before, code in words if here.search(before)), "")
    first, code = named[0]
    beside = any(other == "USD" and at - first < _BESIDE for at, other in dollars)
    led = named[0] in dollars and first <= _EARLY and tokens.word(first - 1) != "to" and not beside
    return said or (code if led else "USD")


_FOLLOWS = frozenset("copied adopted followed".split())
_OVER = frozenset(["it", "over", "this", "them"])
_SPREAD = frozenset("rolled sold extended expanded shipped exported spread brought taken".split())
_TO = frozenset(["to", "into"])
_NEXT, _BESIDE = 7, 6
"""Tokens within which it is said what a place did, and within which two places are told side by side."""
_AT_HOME = tuple(
    re.compile(rf"\b(?:{who}) (?:\w+ )?(?:in|from|out of)(?: \w+)?$")
    for who in (
        "(?:company|firm|bank|business)(?:'s| is)",
        "we're|we are|we were|i'm|i am|i was|based|headquartered",
    )
)
"""Before the place of the firm, and before that of those who tell."""
_EARLY = 60
"""Tokens within which a short text says where it is set."""
