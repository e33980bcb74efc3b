"""Figures in words, as reasons tell them."""

from __future__ import annotations

import re

from starproof.core.context import StoryContext
from starproof.core.facts import Facts, Measure, Quantity
from starproof.extract.baselines.other_side import apart

_YEAR, _MONTH, _WEEK = 365.0, 30.0, 7.0
_HEADS = re.compile(r"\b(?:manager|supervisor|head)s\b(?! of\b)", re.IGNORECASE)
_ENGINEERS = re.compile(r"engineer|\bengs?\b")
_BY_WEEKS = 14
"""Weeks up to which a stretch that is no round number of months is told in weeks."""
_BY_MONTHS = 24
"""Months up to which a stretch is told in months."""


def money(usd: float) -> str:
    """Dollars in short: "$1.3M", "$540K", "$900"."""
    for size, letter in ((1e9, "B"), (1e6, "M"), (1e3, "K")):
        if usd >= size:
            return f"${_short(usd / size)}{letter}"
    return f"${usd:,.0f}"


def worth(usd: float, figure: Quantity) -> str:
    """What an outcome is worth: "$1.3M a year" where its figure has a period, else "$1.3M", which may be once."""
    return f"{money(usd)} a year" if "/" in figure.unit else money(usd)


def outcome(facts: Facts, usd: float, figure: Quantity) -> str:
    """What an outcome is worth, as a sentence; where it is a difference, between which amounts."""
    between = apart(facts)
    return f"Worth {worth(usd, figure)}{f', {between}' if between else ''}."


def _short(value: float) -> str:
    return f"{value:.1f}".removesuffix(".0") if value < 100 else f"{value:.0f}"


def stretch(days: float) -> str:
    """A stretch of days: "2 years", "1.5 years", "4.4 years", "14 months", "10 weeks", "1 month", "5 days"."""
    halves = days / _YEAR * 2
    if halves >= 2 and abs(halves - round(halves)) < 0.05:
        years = round(halves) / 2
        return "1 year" if years == 1 else f"{years:g} years"
    if days > _BY_MONTHS * _MONTH:
        return f"{days / _YEAR:.1f} years".replace(".0 ", " ")
    weeks, months = days / _WEEK, days / _MONTH
    if 1.5 <= weeks <= _BY_WEEKS and weeks == round(weeks) and abs(months - round(months)) > 0.05:
        return number(weeks, "week")
    for size, name in ((_MONTH, "month"), (_WEEK, "week")):
        if days >= size * 1.5 or days == size:
            return number(round(days / size), name)
    return number(round(days), "day")


def number(value: float, noun: str) -> str:
    """A count with its noun: "1 team", "22 engineers", "6,200 engineers"."""
    return f"{value:,.0f} {noun}" if round(value) == 1 else f"{value:,.0f} {noun}s"


def whose_teams(context: StoryContext, told: Measure) -> str:
    """So many teams, or the teams of as many managers where only those are counted."""
    quote = context.document.quote(told.span)
    return f"the teams of {quote}" if _HEADS.search(quote) else number(told.value, "team")


def people(context: StoryContext, measure: Measure) -> str:
    """Builders counted: "22 engineers" where the story calls them that, else "22 people"."""
    told = context.document.quote(measure.span).lower()
    engineers = _ENGINEERS.search(told) is not None and " and " not in told
    return number(measure.value, "engineer") if engineers or measure.value == 1 else f"{measure.value:,.0f} people"
