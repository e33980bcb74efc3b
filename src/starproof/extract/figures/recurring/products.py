"""Prices times things: which of the figures told near a sum make it up, and how often it therefore recurs."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence

from starproof.extract.figures.numbers.figure import Figure
from starproof.extract.figures.numbers.lexing import Tokens
from starproof.extract.figures.units.periods import period_at

_NEAR = 30
"""Tokens before a sum in which the price and the count of things stand."""
_ABOUT = 0.03
"""How far a sum may be off a rate times a price, as a share of it."""


def factors(told: Sequence[Figure], figure: Figure, *, off: float) -> Iterator[tuple[Figure, Figure]]:
    """A price and the count of things among the figures told before a sum that come to it, ``off`` by a share of it."""
    near = [other for other in told if figure.first - other.stop <= _NEAR]
    prices = [other for other in near if other.kind == "money" and other.value > 0]
    for count in near:
        if count.kind in ("count", None):
            yield from ((p, count) for p in prices if abs(figure.value - p.value * count.value) <= off * figure.value)


def of_rate(figures: list[Figure], figure: Figure, tokens: Tokens) -> str:
    """The period of a count that makes up the sum with a price: "at £7.50 on 60,000 claims a month"; else empty."""
    at = bisect_left(figures, figure.first, key=lambda other: other.first)
    for price, count in factors(figures[max(0, at - 5) : at], figure, off=_ABOUT):
        if count.kind == "count" and not price.period:
            return count.period or _period_after(tokens, count.stop)
    told = figures[:at]
    each = _of_each(told, figure, tokens) or _at_once(told, figure, tokens)
    return each or _share_of(figures[max(0, at - 6) : at], figure, tokens)


def _share_of(told: Sequence[Figure], figure: Figure, tokens: Tokens) -> str:
    """The period of the sum that this one is a share of: "forty grand a week, three percent of that"."""
    at = figure.first - 1 - (tokens.word(figure.first - 1) in tokens.known.approx)
    if tokens.word(at) not in _MAKES:
        return ""
    shares = [f.value for f in told if f.kind == "percent" and f.unit == "%"]
    wholes = [f for f in told if f.kind == "money" and f.period and f.unit == figure.unit]
    made = (
        f for f in wholes if any(abs(f.value * share / 100 - figure.value) <= _ABOUT * figure.value for share in shares)
    )
    return next((f.period for f in made), "")


_MAKES = ("so", "is", "that's", "makes", "=", "together", "altogether", "total")


def _of_each(told: Sequence[Figure], figure: Figure, tokens: Tokens) -> str:
    """The period of the price of each, times all of them: "₱55,000 a branch every month, so ₱10.45 million"."""
    price = next((f for f in reversed(told[-3:]) if f.kind == "money"), None)
    if price is None or not price.period or tokens.word(figure.first - 1) not in _MAKES:
        return ""
    near = (f for f in told[-3:] if f.kind == "count" and f.unit != "time" and f.value > 1)
    if any(abs(figure.value - price.value * f.value) <= 1e-6 * figure.value for f in near):
        return price.period  # "A seat is $40 a month. With 300 seats that is $12,000"
    thing = tokens.word(price.stop + 1) if tokens.word(price.stop) in ("a", "an", "per", "each") else ""
    counts = (f.value for f in told if thing and f.kind == "count" and f.unit.rpartition(" ")[2] == thing)
    alike = any(abs(figure.value - price.value * value) <= _ABOUT * figure.value for value in counts)
    return price.period if alike else ""


def _at_once(told: Sequence[Figure], figure: Figure, tokens: Tokens) -> str:
    """The period of the things that a price was told of: "from £3.10 to £3.85; with 620,000 visits a year, that's"."""
    things, price = (told[-1], told[-2]) if len(told) > 1 else (figure, figure)
    if things.kind != "count" or price.kind != "money" or price.scale != 1.0 or price.period or not things.value:
        return ""
    led = tokens.word(figure.first - 1) in ("that's", "is", "makes", "means")
    each = figure.value / things.value
    fits = price.value / 50 <= each <= price.value * 1.5 and price.unit == figure.unit
    near = figure.first - things.stop <= 6 and things.first - price.stop <= 8
    return (things.period or _period_after(tokens, things.stop)) if led and fits and near else ""


def for_days(figures: list[Figure], figure: Figure) -> bool:
    """ "eighteen thousand a day, and it lay still for eleven days, so close to 200,000": what that cost."""
    at = bisect_left(figures, figure.first, key=lambda other: other.first)
    near = figures[max(0, at - 4) : at]
    times = [f.value / f.factor for f in near if f.kind == "duration" and f.factor in _PERIODS.values()]
    prices = [f.value for f in near if f.period and _PERIODS.get(f.period) and f.kind == "money"]
    return any(abs(price * n - figure.value) <= 0.05 * figure.value for price in prices for n in times if n > 1)


_PERIODS = {"day": 86400.0, "week": 604800.0, "hour": 3600.0}


def _period_after(tokens: Tokens, at: int) -> str:
    """The period told right after a count, perhaps behind a word: "12,600 returns fewer a month"."""
    at += tokens.word(at) in ("fewer", "less", "more")
    return period_at(tokens, at)[0]
