"""A sum without a currency counts as the story does where it is set; where another firm sits is no such place."""

from __future__ import annotations

import pytest

from starproof.extract.quantities import quantities

OTHERS = [
    "A Dutch vendor ran our nights. The call centre cost us two thousand a month.",
    "Our supplier in Milan was late. We saved two thousand a month.",
    "We export to Germany. We saved two thousand a month.",
    "Our Italian supplier's rep agreed. We saved two thousand a month.",
    "A French software vendor fell out. It cost us two thousand a month.",
    "A euro pallet takes twice the room. We saved two thousand a month.",
    "Euro 6 buses came. It saves two thousand a month.",
]
OWN = [
    ("My team sits in Madrid. We lost four thousand a month to late fees.", "EUR/month"),
    ("Our Irish depot saves two thousand a month.", "EUR/month"),
    ("I work for a Dutch supplier. We saved two thousand a month.", "EUR/month"),
    ("They asked what that is in euros. We saved two thousand a month.", "EUR/month"),
    ("The pumps were 300 euros each. Our vendor in Chicago then saved us two thousand a month.", "EUR/month"),
]


def unit(text: str) -> str:
    return next(one.unit for one in quantities(text) if "thousand" in one.text)


@pytest.mark.parametrize("text", OTHERS)
def test_where_another_firm_sits_lends_no_currency(text: str) -> None:
    assert unit(text) == "USD/month"


@pytest.mark.parametrize(("text", "currency"), OWN)
def test_where_the_teller_sits_or_what_else_is_told_does(text: str, currency: str) -> None:
    assert unit(text) == currency
