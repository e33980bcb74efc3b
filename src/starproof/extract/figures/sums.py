"""Which currency a sum is in and how often it recurs, where its own words leave that open."""

from __future__ import annotations

from starproof.extract.figures.figure import Figure
from starproof.extract.figures.lexing import BREAK, Tokens
from starproof.extract.figures.money import OPEN

_TURNS = {"hour": {"year": 8760.0}, "day": {"year": 365.0, "month": 30.0}, "week": {"year": 52.0},
          "month": {"year": 12.0, "quarter": 3.0}, "quarter": {"year": 4.0}, "night": {"year": 365.0}}
"""How many of a period make another."""
_NEAR = 6
"""Sums before one that are looked at to explain it."""


def find_sums(figures: list[Figure], tokens: Tokens) -> None:
    """Turn large bare numbers into sums where the text speaks of money."""
    for index, figure in enumerate(figures):
        if figure.kind != "count" or figure.noun or figure.guess or figure.scale == 1.0:
            continue
        near = figures[max(0, index - 2) : index] + figures[index + 1 : index + 2]
        money = any(f.kind == "money" and abs(f.first - figure.first) < 40 for f in near)
        window = tokens.low[max(0, figure.first - 12) : figure.stop + 8]
        if money or figure.period in ("year", "month", "quarter") or any(w in tokens.known.money_cues for w in window):
            figure.kind, figure.unit = "money", ""


def settle_sums(figures: list[Figure], tokens: Tokens) -> None:
    """Give each sum its currency and period as one unit, such as ``USD/month``."""
    sums = [figure for figure in figures if figure.kind == "money"]
    if not sums:
        return
    _currencies(sums, tokens)
    for index, figure in enumerate(sums):
        if not figure.period:
            figure.period = _period(sums, index, tokens)
    for figure in sums:
        if figure.period:
            figure.unit = f"{figure.unit}/{figure.period}"


# currency


def _currencies(sums: list[Figure], tokens: Tokens) -> None:
    named = [figure.unit for figure in sums if figure.unit and not figure.unit.endswith(OPEN)]
    places: list[str] | None = None
    current = ""
    for figure in sums:
        if figure.unit.endswith(OPEN):
            family = tokens.known.families.get(figure.unit[:-1], frozenset({figure.unit[:-1]}))
            if places is None:
                places = _places(tokens)
            figure.unit = next((code for code in [*named, *places] if code in family), figure.unit[:-1])
        figure.unit = current = figure.unit or current or _first(sums) or "USD"


def _first(sums: list[Figure]) -> str:
    return next((figure.unit.rstrip(OPEN) for figure in sums if figure.unit), "")


def _places(tokens: Tokens) -> list[str]:
    """Currencies of the places that the text names, in order."""
    places = tokens.known.places
    return [places[word] for word in tokens.low if word in places]


# period


def _period(sums: list[Figure], index: int, tokens: Tokens) -> str:
    figure = sums[index]
    near = [f for f in sums[max(0, index - _NEAR) : index] if f.period]
    ahead = [f for f in sums[index + 1 : index + 3] if f.period and f.first - figure.stop < 25]
    return (
        _worded(figure, tokens)
        or _moved(figure, ahead, tokens)
        or _turned(figure, near)
        or _retold(figure, near)
        or _derived(figure, near)
        or ""
    )


def _worded(figure: Figure, tokens: Tokens) -> str:
    """ "an annual loss of €3.5 million", "€920,000 in annual recurring revenue". """
    low, known = tokens.low, tokens.known
    for at in range(figure.first - 1, max(figure.first - 7, -1), -1):
        if low[at] in (".", ";", ",") or tokens.kind[at] == BREAK:
            break
        if low[at] in known.recurring:
            return known.recurring[low[at]]
    for at in range(figure.stop, min(figure.stop + 4, len(low))):
        if low[at] in known.recurring and low[at] != "recurring":
            return known.recurring[low[at]]
        if low[at] in (".", ";", ","):
            break
    return ""


def _moved(figure: Figure, ahead: list[Figure], tokens: Tokens) -> str:
    """ "from $74M to $52M a year": the first bound takes the period of the second. """
    if not ahead:
        return ""
    other = ahead[0]
    gap = tokens.low[figure.stop : other.first]
    return other.period if gap == ["to"] or tokens.word(figure.first - 1) == "from" and "to" in gap else ""


def _turned(figure: Figure, near: list[Figure]) -> str:
    """The longer period, where the sum is an earlier one times as many periods as it holds."""
    for other in reversed(near):
        for period, times in _TURNS.get(other.period, {}).items():
            if _same(figure.unit, other) and abs(figure.value - other.value * times) <= 0.15 * figure.value:
                return period
    return ""


def _retold(figure: Figure, near: list[Figure]) -> str:
    return next((f.period for f in reversed(near) if f.value == figure.value and _same(figure.unit, f)), "")


def _derived(figure: Figure, near: list[Figure]) -> str:
    """The period of two sums whose difference or total this one is."""
    for place, left in enumerate(near):
        for right in near[place + 1 :]:
            fits = _close(figure.value, abs(left.value - right.value)) or _close(figure.value, left.value + right.value)
            if fits and left.period == right.period and _same(figure.unit, left):
                return left.period
    return ""


def _same(unit: str, other: Figure) -> bool:
    return other.unit == unit


def _close(value: float, other: float) -> bool:
    return abs(value - other) <= 0.02 * abs(value)
