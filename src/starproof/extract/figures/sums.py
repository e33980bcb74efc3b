"""Which currency a sum is in and how often it recurs, where its own words leave that open."""

from __future__ import annotations

from collections import Counter

from starproof.extract.figures.figure import Figure
from starproof.extract.figures.lexing import BREAK, NUMBER, Tokens
from starproof.extract.figures.money import OPEN

_TURNS = {
    "hour": {"year": 8760.0},
    "day": {"year": 365.0, "month": 30.0},
    "week": {"year": 52.0},
    "month": {"year": 12.0, "quarter": 3.0},
    "quarter": {"year": 4.0},
    "night": {"year": 365.0},
}
"""How many of a period make another."""
_NEAR = 6
"""Sums before one that are looked at to explain it."""
_FAR = 250
"""Tokens over which a sum explains another that is a multiple of it."""


def settle_sums(figures: list[Figure], tokens: Tokens) -> None:
    """Give each sum its currency and period as one unit, such as ``USD/month``."""
    sums = [figure for figure in figures if figure.kind == "money"]
    if not sums:
        return
    _currencies(sums, tokens)
    for _ in range(2):  # a sum explained in the first round may explain another in the second
        for index, figure in enumerate(sums):
            figure.period = figure.period or _period(sums, index, tokens)
    for figure in sums:
        if figure.period:
            figure.unit = f"{figure.unit}/{figure.period}"


# currency


def _currencies(sums: list[Figure], tokens: Tokens) -> None:
    """Settle open currencies by the ones named, then by places; sums without one take their neighbour's."""
    named = [figure.unit for figure in sums if figure.unit and not figure.unit.endswith(OPEN)]
    opened = [figure for figure in sums if figure.unit.endswith(OPEN)]
    hints = [*named, *(_places(tokens) if opened or not named else [])]
    for figure in sums:
        if not figure.unit and figure.scale in (1e5, 1e7):
            figure.unit = "INR"
    for figure in opened:
        family = tokens.known.families.get(figure.unit[:-1], frozenset({figure.unit[:-1]}))
        figure.unit = next((code for code in hints if code in family), figure.unit[:-1].replace("$", "USD"))
    current = next((figure.unit for figure in sums if figure.unit), next(iter(hints), "USD"))
    for figure in sums:
        figure.unit = current = figure.unit or current


def _places(tokens: Tokens) -> list[str]:
    """Currencies of the places that the text names, the most named first."""
    places = tokens.known.places
    return [code for code, _ in Counter(places[word] for word in tokens.low if word in places).most_common()]


# period


def _period(sums: list[Figure], index: int, tokens: Tokens) -> str:
    figure = sums[index]
    near = [f for f in sums[max(0, index - _NEAR) : index] if f.period]
    return (
        _worded(figure, tokens)
        or _moved(sums, index, tokens)
        or _turned(figure, [other for other in near if figure.first - other.stop < _FAR])
        or _retold(figure, near)
        or _derived(sums, index, tokens)
    )


def _worded(figure: Figure, tokens: Tokens) -> str:
    """ "an annual loss of €3.5 million", "in a year is twelve million", "every month of it burned $1.1M"."""
    low, known = tokens.low, tokens.known
    for at in range(figure.first - 1, max(figure.first - 10, -1), -1):
        word = low[at]
        if word in (".", ";") or tokens.kind[at] in (BREAK, NUMBER):
            break
        if word in known.recurring:
            return known.recurring[word]
        unit = known.periods.get(word, "")
        over = low[at - 1] in ("each", "every", "per") or (low[at - 1] in ("a", "the") and low[at - 2] == "in")
        if (
            at > 1
            and unit
            and over
            and (unit in ("month", "year", "quarter") or low[at - 1] in ("each", "every", "per"))
        ):
            return unit
    for at in range(figure.stop, min(figure.stop + 4, len(low))):
        if low[at] in (".", ";", ","):
            break
        if low[at] in known.recurring:
            return known.recurring[low[at]]
    return ""


def _moved(sums: list[Figure], index: int, tokens: Tokens) -> str:
    """ "from $74M to $52M a year", "€118,000 a month to €21,000": both bounds of a change share a period."""
    figure = sums[index]
    after = sums[index + 1] if index + 1 < len(sums) else None
    if after is not None and after.period and after.first - figure.stop < 20:
        gap = tokens.low[figure.stop : after.first]
        less = tokens.word(after.stop) in _COMPARED or tokens.word(after.stop) == "more"
        ends = "to" in gap[-2:] and tokens.word(figure.first - 1) == "from"
        if gap == ["to"] or ends or (less and len(gap) == 1):
            return after.period
    before = sums[index - 1] if index else None
    if before is not None and before.period and figure.first - before.stop < 20:
        lead = tokens.low[max(before.stop, figure.first - 5) : figure.first]
        compared = tokens.word(figure.stop) in _COMPARED or (
            tokens.word(figure.stop) in ("better", "more") and tokens.word(figure.stop + 1) == "than"
        )
        taken_back = any(word in ("no", "wait", "sorry", "mean") for word in lead)
        if (
            compared
            or taken_back
            or any(word in ("to", "from", "instead", "against", "under", "versus", "now") for word in lead)
        ):
            return before.period
    return ""


_COMPARED = frozenset("less lower higher down up back saved cheaper".split())


def _turned(figure: Figure, near: list[Figure]) -> str:
    """The longer period, where the sum is an earlier one times as many periods as it holds."""
    for other in reversed(near):
        for period, times in _TURNS.get(other.period, {}).items():
            if figure.unit == other.unit and abs(figure.value - other.value * times) <= 0.15 * figure.value:
                return period
    return ""


def _retold(figure: Figure, near: list[Figure]) -> str:
    return next((f.period for f in reversed(near) if f.value == figure.value and f.unit == figure.unit), "")


def _derived(sums: list[Figure], index: int, tokens: Tokens) -> str:
    """The period of a sum that this one and a third make up: 74 less 52 is 22, and 17 with 7 are 24."""
    figure = sums[index]
    around = [
        other
        for other in sums[max(0, index - 4) : index + 4]
        if other is not figure and other.unit == figure.unit and abs(other.first - figure.first) < 70
    ]
    for place, left in enumerate(around):
        for right in around[place + 1 :]:
            periods = {f.period for f in (left, right) if f.period}
            if len(periods) == 1 and _adds_up(figure.value, left.value, right.value):
                return periods.pop()
    return ""


def _adds_up(*values: float) -> bool:
    low, middle, high = sorted(values)
    return abs(low + middle - high) <= 0.02 * high and low > 0.02 * high
