"""What is told net of its cost is the outcome, and neither the cost nor the gross or a plan beside it is."""

from __future__ import annotations

import pytest

from starproof.core.document import Story
from starproof.extract.claims import claims
from starproof.extract.money.impact import impact
from starproof.extract.quantities import quantities
from starproof.parse.story import parse
from starproof.understand.labels import label

STORY = (
    "I led the move of our warehouses to one system with three teams over two years. I chose to keep the old ledger "
    "for six months against the advice of the vendor. {told} I would tell finance earlier next time."
)


def found(told: str) -> float | None:
    document = parse(Story("case", STORY.format(told=told)))
    spans = [sentence.span for sentence in document.sentences]
    figures = quantities(document.text, within=spans)
    one = impact(document.text, figures, label(document), sums=claims(document.text, figures, spans))
    return None if one is None else one.annual_usd


@pytest.mark.parametrize(
    ("told", "annual"),
    [
        ("The fees fell by $20 million a year; net of the $3.5M it cost us, $16.5M. The board had heard $14M.", 16.5e6),
        ("Net of the $2M we spent, it brought $6M in the first year. The vendor's case had said $9M.", 6e6),
        ("Gross, that saves $8.4M a year. After the $1.9M a year for the cloud, $6.5M a year is what is left.", 6.5e6),
        (
            "It brought $12M a year in extra margin. After the $2.5M a year that discounts cost us, that leaves $9.5M.",
            9.5e6,
        ),
        (
            "The new licence costs $310,000 a year. We stopped paying $720,000 a year for hardware, so the site is "
            "better off by $410,000 a year.",
            410_000,
        ),
        ("It saves $5.2M a year gross. Minus the $1.1M a year for licences, that makes $4.1M a year.", 4.1e6),
    ],
)
def test_what_is_told_net_of_its_cost_is_the_outcome(told: str, annual: float) -> None:
    assert found(told) == pytest.approx(annual)


@pytest.mark.parametrize(
    ("told", "annual"),
    [
        ("After $2M in orders from the north, we gained $900,000 a year in the south.", 0.9e6),
        ("After the $3M outage, the firm earned $1.4M a year more from the new tier.", 1.4e6),
        ("It saves $8.4M a year, and the $1.9M a year for the cloud comes from another budget.", 8.4e6),
        ("In our case we had $3M a year more in sales, and the churn is lower.", 3e6),
    ],
)
def test_an_amount_after_another_is_not_net_of_it(told: str, annual: float) -> None:
    assert found(told) == pytest.approx(annual)


@pytest.mark.parametrize(
    ("told", "annual"),
    [
        ("The report won us the next tender, $4.8M over three years in new sales.", 1.6e6),
        ("It brought $2M more in sales over two months.", 2e6),
        ("We saved $600,000 over the year.", 0.6e6),
    ],
)
def test_what_comes_over_several_years_counts_by_the_year(told: str, annual: float) -> None:
    assert found(told) == pytest.approx(annual)
