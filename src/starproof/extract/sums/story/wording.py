"""Sums written out with the user's own figures."""

from __future__ import annotations

import re
from collections.abc import Sequence

from starproof.core.facts import Quantity
from starproof.extract.sums.story.figures import Figure
from starproof.extract.sums.story.scales import currency, in_full, scale

_UNITS = ((31536000.0, "years"), (604800.0, "weeks"), (86400.0, "days"), (3600.0, "hours"), (60.0, "minutes"))
_OF_TWO = re.compile(r"[a-z] ?\d")
"""A length told in two units: "1 h 45"."""
_MONTHS = (2592000.0, "months")
_FOUR = 1e4
_SIGN = re.compile(r"[A-Z]{0,3}[$€£¥₹]")
"""What stands before an amount, such as "$", "R$" or "US$"."""
_SCALED = re.compile(r"(?<=\d)(?:[KkMm](?![A-Za-z])|[Bb]n?\b| (?:thousand|million|billion|lakh|crore)\b)")
"""What it is counted in."""
_BASIS = re.compile(r"\b(?:bps?|basis)\b", re.IGNORECASE)
_OF_SO_MANY = re.compile(r"\b(?:in|of|out of|per) (?:a |one |every )?(thousand|million)$", re.IGNORECASE)
_MANY = {"thousand": 1e3, "million": 1e6}
_CODE = 2
"""Letters of a word that may be short for a currency, such as "Rs"."""


def change(base: Figure, other: Figure, percent: float, points: float | None, *, less: bool) -> str:
    """A relative change; ``points`` where it was told in points by mistake."""
    way = "less" if less else "more"
    told = "" if points is None else f"{number(points)} points, or "
    return f"{said(base)} to {said(other)} is {told}{number(percent)} % {way}"


def share(part: Figure, whole: Figure, percent: float, like: Quantity | None = None) -> str:
    """A part of a whole, in so many of a thousand or a million where ``like`` is told in those."""
    of = _OF_SO_MANY.search(like.text) if like is not None else None
    told = f"{number(percent)} %" if of is None else f"{number(percent / 100 * _MANY[of[1].lower()])} {of[0]}"
    return f"{said(part)} of {said(whole)} is {told}"


def factor(first: Figure, last: Figure, times: float) -> str:
    """A multiple."""
    return f"{said(first)} to {said(last)} is a factor of {number(times)}"


def distance(first: Figure, last: Figure, apart: float, like: Quantity, *, less: bool) -> str:
    """A difference, in the unit of ``like``."""
    return f"{said(first)} to {said(last)} is {_gap(apart, like)} {'less' if less else 'more'}"


def a_year(rates: Sequence[Figure], total: float, like: Quantity, *, over: str = "") -> str:
    """What a rate, or the difference of two, comes to in a year; ``over`` says how much of it counts, if not all."""
    counted = f" over {over}" if over else ""
    return f"{' to '.join(said(f) for f in rates)}{counted} is {amount(total, like)} a year"


def a_month(rates: Sequence[Figure], total: float, like: Quantity) -> str:
    """What a rate comes to in a month."""
    return f"{said(rates[0])} is {amount(total, like)} a month"


def a_period(whole: Figure, part: float, like: Quantity) -> str:
    """What a yearly amount comes to in the period of ``like``."""
    yearly = "" if "year" in whole.own else " a year"
    return f"{said(whole)}{yearly} is {amount(part, like)} a {like.unit.partition('/')[2] or 'month'}"


def by_another(rate: Figure, turn: str, part: float, like: Quantity, other: str) -> str:
    """What so many in one stretch of time come to in another; a bare number stays one."""
    by = "" if turn in rate.own else f" a {turn}"
    told = amount(part, like) if like.kind == rate.kind else number(part)
    return f"{said(rate)}{by} is {told} a {other}"


def joined(figures: Sequence[Figure], by: str, total: float, like: Quantity) -> str:
    """Figures joined by a sign or a word, and what they come to."""
    told = [said(f).removesuffix(by.rstrip()) for f in figures]
    if by == " times ":
        told = [words.removesuffix(" x") for words in told]
    return f"{by.join(told)} is {amount(total, like)}"


def average(row: Sequence[Figure], mean: float, like: Quantity) -> str:
    """What the figures of a row come to each."""
    *most, last = [said(f) for f in row]
    return f"the average of {', '.join(most)} and {last} is {amount(mean, like)}"


def times_in(every: Figure, stretch: str, times: float, like: Quantity) -> str:
    """How many times something comes in a stretch of time."""
    return f"one every {said(every)} is {amount(times, like)} a{'n' * stretch.startswith('h')} {stretch}"


def in_turn(shares: Sequence[Figure], total: float) -> str:
    """Shares each of what the one before left, and what they come to."""
    return f"{', then '.join(said(share) for share in shares)} of what is left is {number(total)} %"


def flowed(stock: Figure, flows: Sequence[Figure], like: Quantity, *, more: bool) -> str:
    """A stock with what came and without what went; ``more`` says that more came."""
    came, went = sorted(flows, key=lambda f: f.value, reverse=more)
    return f"{said(stock)} plus {said(came)} less {said(went)} is {amount(like.value, like)}"


def staffed(base: Figure, moves: Sequence[tuple[Figure, int]], total: float, like: Quantity) -> str:
    """Those who were there with who came (1) and without who went (-1)."""
    moved = "".join(f" {'plus' if way > 0 else 'less'} {said(one)}" for one, way in moves)
    return f"{said(base)}{moved} is {amount(total, like)}"


def rest(whole: Figure, part: Figure, left: float, like: Quantity) -> str:
    """What is left of a whole."""
    return f"{said(whole)} without {said(part)} leaves {amount(left, like)}"


def rest_of(share: Figure, whole: Figure, left: float, like: Quantity) -> str:
    """What a share leaves of a whole."""
    return f"{said(whole)} without {said(share)} of them is {amount(left, like)}"


def rest_of_all(shares: Sequence[Figure], left: float, like: Quantity) -> str:
    """What shares leave of all."""
    return f"{' and '.join(said(f) for f in shares)} leaves {amount(left, like)}"


def margin(actual: Figure, goal: Figure, apart: float, like: Quantity) -> str:
    """A distance from a goal."""
    return f"{said(actual)} against {said(goal)} is a margin of {_gap(apart, like)}"


def _gap(apart: float, like: Quantity) -> str:
    """How far two values are apart; two percents are points apart."""
    return _points(apart, like) if like.kind == "percent" else amount(apart, like)


def _points(apart: float, like: Quantity) -> str:
    """Points of a percentage, or hundredths of them where the teller counts in those."""
    return f"{number(apart * 100)} basis points" if _BASIS.search(like.text) else f"{number(apart)} points"


def scaled(first: Figure, last: Figure, other: Figure, total: float, like: Quantity) -> str:
    """A difference times something."""
    return f"{said(first)} to {said(last)}, times {said(other)}, is {amount(total, like)}"


def scaled_twice(first: Figure, last: Figure, others: Sequence[Figure], total: float, like: Quantity) -> str:
    """A difference times two others."""
    times = " times ".join(said(f) for f in others)
    return f"{said(first)} to {said(last)}, times {times}, is {amount(total, like)}"


def of_both(count: Figure, prices: Sequence[Figure], total: float, like: Quantity) -> str:
    """A count times two prices that are added up."""
    return f"{said(count)} times {' plus '.join(said(f) for f in prices)} is {amount(total, like)}"


def two_products(row: Sequence[Figure], total: float, like: Quantity) -> str:
    """Two counts, each times its own price."""
    each = [f"{said(count)} times {said(price)}" for count, price in (row[:2], row[2:])]
    return f"{' plus '.join(each)} is {amount(total, like)}"


def product(told: Sequence[Figure], price: Figure, total: float, like: Quantity, *, repeats: float = 1) -> str:
    """A count, or the difference of two, times a price or a range of it; of what recurs also how often it is taken."""
    counts, pause = " to ".join(said(f).removesuffix(" times").removesuffix(" x") for f in told), "," * (len(told) - 1)
    high = price.quantity.high and price.quantity.high / price.value

    def comes_to(value: float) -> str:
        return f"{amount(value, like)} to {amount(value * high, like)}" if high else amount(value, like)

    once = f"{counts}{pause} times {_spread(price)}{pause} is {comes_to(total / repeats)}"
    return once if repeats == 1 else f"{once}, and {number(repeats)} times a year {comes_to(total)}"


def _spread(price: Figure) -> str:
    """A price, or the two ends of its range: "between" stands outside a figure."""
    return said(price).replace(" and ", " to ", 1) if price.quantity.high else said(price)


def said(figure: Figure) -> str:
    """The figure as it stands in the story, on one line, without the capital of a sentence that it begins."""
    words = figure.quantity.text.split()
    first = words[0] if words else ""
    lowered = first.isalpha() and first.istitle() and len(first) > _CODE
    return " ".join([first.lower() if lowered else first, *words[1:]])


def number(value: float) -> str:
    """A number as people write it: at most one decimal, below one two digits, thousands apart."""
    if 0 < abs(value) < 1:
        return f"{value:.2g}"
    rounded = round(value, 1)
    return f"{rounded:,.0f}" if rounded == int(rounded) else f"{rounded:,.1f}"


def amount(value: float, like: Quantity) -> str:
    """A computed value in the unit of ``like``."""
    if like.kind == "money":
        return money(value, like)
    if like.kind == "percent":
        return _points(value, like) if like.unit == "pp" else f"{number(value)} %"
    if like.kind == "duration":
        return length(value, like.text)
    return number(value)


def money(value: float, like: Quantity) -> str:
    """An amount as ``like`` is written: "$1.36M" beside "$1.4M", "€40,500" beside "€41,000", "EUR 40,500" beside words.

    Four digits of a scaled amount are kept, so that what is a little off can be seen to be.
    """
    sign, scaled = _SIGN.match(like.text), _SCALED.search(like.text)
    before = sign[0] if sign else f"{currency(like)} "
    if scaled is None or abs(value) < scale(like):
        return f"{before}{number(value)}"
    return f"{before}{_digits(value / scale(like))}{scaled[0]}"


def _digits(value: float) -> str:
    return f"{value:.4g}" if abs(value) < _FOUR else number(value)


def length(seconds: float, like: str = "") -> str:
    """Seconds in the unit that ``like`` names; else in the largest that fits at least twice, or once exactly."""
    words = in_full(like)
    told = [(unit, name) for unit, name in (_MONTHS, *_UNITS) if name[:-1] in words and not _OF_TWO.search(words)]
    for unit, name in told if len(told) == 1 else ():
        count = number(seconds / unit)
        return f"{count} {name[:-1] if count == '1' else name}"
    for unit, name in _UNITS:
        if seconds >= unit and (seconds % unit == 0 or seconds >= 2 * unit):
            count = number(seconds / unit)
            return f"{count} {name[:-1] if count == '1' else name}"
    return f"{number(seconds)} seconds" if seconds >= 1 else f"{number(seconds * 1000)} ms"
