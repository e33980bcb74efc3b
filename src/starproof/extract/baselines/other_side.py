"""The amount from which the outcome in money is the distance: the 42 lakh of "from 42 lakh a month to 7"."""

from __future__ import annotations

import math
from collections.abc import Iterator

from starproof.core.facts import Facts, Quantity
from starproof.extract.money.dollars import YEARLY, reference_rates
from starproof.extract.sums.story.scales import currency, period

_SAME = 0.01
"""The share by which a year of an amount may miss the outcome and still be it."""


def other_side(facts: Facts) -> Quantity | None:
    """The amount that the outcome's own figure is held against; ``None`` where the figure is the outcome by itself."""
    if facts.impact is None or facts.impact.quantity >= len(facts.quantities):
        return None
    own, usd = facts.quantities[facts.impact.quantity], facts.impact.annual_usd
    year = _a_year(own)
    if year is None or math.isclose(year, usd, rel_tol=_SAME):
        return None
    sides = (one for one in _alike(facts, own) if math.isclose(abs((_a_year(one) or 0.0) - year), usd, rel_tol=_SAME))
    return min(sides, key=lambda one: (one.unit != own.unit, abs(one.span.start - own.span.start)), default=None)


def apart(facts: Facts) -> str:
    """The two amounts between which the outcome lies, in the story's own words; empty where it is told by itself."""
    other = other_side(facts)
    if other is None or facts.impact is None:
        return ""
    own = facts.quantities[facts.impact.quantity]
    first, last = sorted((own, other), key=lambda one: one.span.start)
    return f"the difference between “{_words(first)}” and “{_words(last)}”"


def _words(figure: Quantity) -> str:
    return " ".join(figure.text.split())


def _alike(facts: Facts, own: Quantity) -> Iterator[Quantity]:
    """The other amounts in the same money."""
    return (
        one
        for one in facts.quantities
        if one.kind == "money" and one is not own and currency(one) == currency(own) and one.value != own.value
    )


def _a_year(figure: Quantity) -> float | None:
    """The US dollars of an amount in a year, or once."""
    rate = 1.0 if currency(figure) == "USD" else reference_rates().get(currency(figure))
    times = YEARLY.get(period(figure))
    return None if rate is None or times is None else figure.value * rate * times
