"""A small amount is no low impact where another that would be enough may be the outcome as well."""

from __future__ import annotations

import pytest

from starproof.core.results import Flag
from starproof.engine import Reviewer

STORY = (
    "Freight claims, two teams, eighteen months. I dropped the vendor against the advice of the buyer. {told} "
    "The pilot plant hated the first version, which took us six weeks more."
)


def flag(told: str) -> Flag:
    review = Reviewer().review(STORY.format(told=told))
    return next(one for one in review.flags if one.id == "low-impact")


@pytest.mark.parametrize(
    "told",
    [
        "Results: $240K/yr paid twice, stopped, we no longer pay it. The controller: $1.1M a year for all of it.",
        "Results: £190K/yr of late fees, gone, we never pay them. The auditor: £1.3M a year for all of it.",
        "Results: $95K/yr of idle trucks, sold, we no longer pay them. Finance: $2M a year for the lot.",
    ],
)
def test_which_amount_is_the_outcome_is_left_open_where_both_may_be(told: str) -> None:
    found = flag(told)
    assert found.status == "cannot_say"
    assert len(found.evidence) == 2


@pytest.mark.parametrize(
    "told",
    [
        "Results: $240K/yr paid twice, stopped, we no longer pay it. The programme cost us $1.1M.",
        "We spend $3M a year on freight. Results: $240K/yr paid twice, stopped, we no longer pay it.",
        "Results: $240K/yr paid twice, stopped, we no longer pay it. The controller: $110K a year for all of it.",
    ],
)
def test_a_large_cost_beside_a_small_outcome_leaves_it_small(told: str) -> None:
    assert flag(told).status == "raised"


PRICES = (
    "My group built the price engine of a furniture retailer. In the test stores the margin rose by 1.4 points. {told} "
    "I said so to the board before they asked. Two merchants resigned. I'd test in the weak stores next time."
)


@pytest.mark.parametrize(
    ("told", "status"),
    [
        ("Rolled out to all stores, on $900M, it came to 0.9 points, $8.1M a year.", "cannot_say"),
        ("Rolled out to all stores, it came to 0.9 points, $90,000 a year.", "raised"),
        ("Rolled out to all stores, it came to 0.9 points, while the stores cost us $8.1M.", "raised"),
    ],
)
def test_an_amount_that_is_not_plainly_the_outcome_is_asked_about(told: str, status: str) -> None:
    review = Reviewer().review(PRICES.format(told=told))
    assert next(one for one in review.flags if one.id == "low-impact").status == status
