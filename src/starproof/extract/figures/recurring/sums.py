"""Which currency a sum is in and how often it recurs, where its own words leave that open."""

from __future__ import annotations

from starproof.extract.figures.numbers.figure import Figure
from starproof.extract.figures.numbers.lexing import Tokens
from starproof.extract.figures.recurring.inferred import recurs, retold, times_exactly
from starproof.extract.figures.recurring.places import set_in
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
    hints = [*named, *(set_in(tokens) if opened or not named else [])]
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
    return [
        moneys[word]
        for at, word in enumerate(tokens.low)
        if word in moneys and word not in _NO_COINS and (word in several) == opened and not _names_a_norm(tokens, at)
    ]


def _names_a_norm(tokens: Tokens, at: int) -> bool:
    """Whether a currency's word names something else by what stands behind it: "Euro 6 buses", "EUR pallets"."""
    following = tokens.word(at + 1)
    return tokens.low[at] in _EUROPE and (following in _NORMS or following in _LEVELS)


_EUROPE = frozenset(["euro", "eur"])
_NORMS = frozenset("pallet pallets zone area ncap norm norms standard standards cup diesel engine engines".split())
_LEVELS = frozenset("1 2 3 4 5 6 7 i ii iii iv v vi vii four five six seven".split())
_NO_COINS = frozenset("real won bob crown pound lei rs rp zl kr lira sterling".split())
