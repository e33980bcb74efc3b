"""Risks that are taken without a word for danger: a no that is carried further up."""

from __future__ import annotations

import pytest

from starproof.engine import Reviewer
from starproof.extract.decisions.stakes import stakes
from tests.probes.stories import seen

REVIEWER = Reviewer()


@pytest.mark.parametrize(
    ("action", "risked"),
    [
        ("He refused, and I went to the CEO with him in the room.", True),
        ("My director said no, so I took it to her boss.", True),
        ("I went over my director's head.", True),
        ("I told him to give it two weeks, and that I would turn it back myself if it went worse.", True),
        ("I said that if the scores dropped I'd put the old posting back up.", True),
        ("I said that I would bring the van back to the yard.", False),
        ("He agreed, and I went to the CEO with the good news.", False),
        ("He refused, and I went to the bakery.", False),
        ("I went over the heads of the nails with a file.", False),
    ],
)
def test_to_carry_a_no_further_up_or_to_answer_for_the_way_back_is_a_risk(action: str, risked: bool) -> None:
    review = REVIEWER.review(f"**Task:** I ran the ovens.\n\n**Action:** {action}\n\n**Result:** Losses fell by June.")
    assert bool(list(stakes(seen(review)))) is risked


@pytest.mark.parametrize(
    ("action", "risked"),
    [
        ("I cancelled the order, knowing that if the fix failed in fog we would have no stock until spring.", True),
        ("I knew that if it went wrong, the shop would stand still for a week.", True),
        ("I knew that if it rained they bought less bread.", False),
        ("They knew that if the oven failed somebody would come.", False),
    ],
)
def test_what_would_follow_if_the_chosen_course_failed_is_a_risk_that_is_known(action: str, risked: bool) -> None:
    review = REVIEWER.review(f"**Task:** I ran the ovens.\n\n**Action:** {action}\n\n**Result:** Losses fell by June.")
    assert bool(list(stakes(seen(review)))) is risked
