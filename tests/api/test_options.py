"""Options that make no sense are told, before anything is reviewed."""

from __future__ import annotations

from typing import Any

import pytest

import starproof
from starproof.api import make_reviewer
from starproof.errors import UsageError

STORY = "I ran two teams. I decided to stop the pilot, and the clinic saved 100,000 euros a year."


@pytest.mark.parametrize("rate", [0, -1, float("nan"), float("inf"), "x", None])
def test_a_rate_that_is_no_positive_number_is_refused_with_its_currency(rate: Any) -> None:
    with pytest.raises(UsageError, match="EUR"):
        make_reviewer(rates={"EUR": rate})


@pytest.mark.parametrize("pace", [0.0, -5.0, float("nan"), float("inf")])
def test_a_pace_that_can_time_nothing_is_refused(pace: float) -> None:
    with pytest.raises(UsageError, match="pace"):
        starproof.review(STORY, words_per_minute=pace)


def test_a_rate_of_ones_own_replaces_the_reference_rates() -> None:
    found = starproof.review(STORY, rates={"EUR": 2.0}).impact
    assert found is not None
    assert found.annual_usd == 200_000
    assert found.basis == "converted"


def test_one_review_is_rendered_as_a_list_of_one() -> None:
    review = starproof.review(STORY)
    assert starproof.render(review, format="json") == starproof.render([review], format="json")
