"""What an amount of money comes to in US dollars a year."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cache
from importlib.resources import files
from itertools import pairwise

from starproof.core.facts import Basis, Impact
from starproof.extract.sums.story.figures import Figure
from starproof.extract.sums.story.rows import spaced
from starproof.extract.sums.story.scales import DAY, currency, period

YEARLY = {"": 1.0, "year": 1.0, "quarter": 4.0, "month": 12.0, "week": 52.0, "day": 365.0}
"""How often a period comes in a year; a one-off counts as it is."""
_OVER = re.compile(
    r"^ (?:spread |in all )?(?:over|across) (?:the |a |its |their |these )?(?:next |coming |whole |full )?$"
)
"""All that stands between an amount and the years in which it comes."""
_SEVERAL = 1.5
"""Years from which on an amount over them is told of all together."""
_MOST = 1e14
"""Dollars a year; about what the whole world earns in one, so more is a slip of the keys and no outcome."""


@cache
def reference_rates() -> Mapping[str, float]:
    """US dollars for one unit of each currency, at the date that ``rates.toml`` names."""
    text = (files("starproof.extract.money") / "rates.toml").read_text(encoding="utf-8")
    rates: Mapping[str, float] = tomllib.loads(text)["usd"]
    return rates


def reckoned(impact: Impact | None, quantity: int) -> Impact | None:
    """The same money as reckoned from a quantity that does not itself state it."""
    if impact is None:
        return None
    return replace(impact, quantity=quantity, basis="converted" if impact.basis == "converted" else "annualised")


def a_year(amount: float, figure: Figure, often: str, usd: Mapping[str, float]) -> Impact | None:
    """An amount in the unit of a figure, that recurs so often, as an impact; ``None`` without a rate or past belief."""
    money = currency(figure.quantity)
    rate = 1.0 if money == "USD" else usd.get(money)
    times = YEARLY.get(often)
    if rate is None or times is None or amount * rate * times > _MOST:
        return None
    basis: Basis = "converted" if money != "USD" else "stated" if often in ("", "year") else "annualised"
    return Impact(round(amount * rate * times, 2), figure.index, basis)


def largest(found: Iterable[Impact | None]) -> Impact | None:
    """The largest that is above nothing, the first of equal ones."""
    above = [one for one in found if one is not None and one.annual_usd > 0]
    return max(above, key=lambda one: one.annual_usd, default=None)


def over_years(figures: Sequence[Figure], usd: Mapping[str, float]) -> Iterator[Impact]:
    """What an amount that comes over several years is in one: "a renewal of 1.4 million over four years"."""
    for money, time in pairwise(figures):
        if money.kind != "money" or period(money.quantity) or time.kind != "duration":
            continue
        years = time.value / (YEARLY["day"] * DAY)
        if years >= _SEVERAL and _OVER.search(spaced(time.before)):
            one = reckoned(a_year(money.value / years, money, "year", usd), money.index)
            if one is not None:
                yield one
