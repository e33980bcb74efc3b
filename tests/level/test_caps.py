"""What holds a rating down, on whole reviews."""

from __future__ import annotations

import pytest

from starproof.engine import Reviewer

STORY = (
    "Our counter at the town hall had long queues, and people left without their papers. I was asked to shorten them "
    "by June. I decided to have two of my clerks sort the forms at the door, which the others disliked, and I sat with "
    "them for a week to see why. {outcome} I had asked the clerks too late, and now I ask first."
)


def clarity(outcome: str) -> int | None:
    review = Reviewer().review(STORY.format(outcome=outcome))
    return next(rating.rating for rating in review.ratings if rating.criterion == "clarity")


@pytest.mark.parametrize(
    ("bare", "whole"),
    [
        ("Waiting fell by 40%.", "Waiting fell by 40%, from 50 minutes to 30."),
        ("It saved the town $600,000.", "It saved the town $600,000 a year."),
    ],
)
def test_only_figures_with_their_base_and_time_are_as_clear_as_can_be(bare: str, whole: str) -> None:
    assert (clarity(bare), clarity(whole)) == (4, 5)
