"""The guide's words for a whole structure stand only where the end carries its weight and comes back to the goal."""

from __future__ import annotations

import pytest

from starproof.core.results import Rating
from starproof.engine import Reviewer

TOLD = (
    "Our pharmacy app lost prescriptions, about forty a week, and pharmacists phoned us every morning to complain. I "
    "led the team of six that kept the app, and my director wanted the losses under ten a week before autumn, "
    "because two chains had threatened to leave. I asked my lead to write a queue in front of the old printer service. "
    "I decided to stop the reports that sales had been promised, and the head of sales went to my director about it. I "
    "had two engineers sit in a pharmacy for a day each. I told the pharmacists' association what we would do. "
    "My lead wanted to wait for the new printer drivers, and I said no because the season would not wait for us. I "
    "chose three pharmacies to begin with and asked each of them to call me. I gave the queue to my youngest engineer "
    "and kept the calls with the chains to myself. I asked sales to hold back two contracts until October, which cost "
    "them a bonus, and I went there to say so. {end}"
)
THIN = ["It works now. I learned to ask first.", "It went well. Next time I would ask first."]
WHOLE = [
    "By September the losses were at eight a week, and both chains stayed. Two years later it is still at eight. I "
    "learned to ask the pharmacists before I let anybody write a line, and I have done so in three projects since.",
]
OTHER_END = (
    "The printers were bought new, and one supplier brought eleven scanners as well. The youngest engineer is a lead "
    "today. I learned to ask those who stand at the counter first, and I have done so ever since."
)


def structure(end: str) -> Rating:
    review = Reviewer().review(TOLD.format(end=end))
    return next(one for one in review.ratings if one.criterion == "structure")


@pytest.mark.parametrize("end", THIN)
def test_a_thin_end_is_no_whole_structure(end: str) -> None:
    found = structure(end)
    assert found.rating == 4
    assert found.anchor is None
    assert "of the answer; the guide plans 25%" in found.because[0]


@pytest.mark.parametrize("end", WHOLE)
def test_an_end_of_weight_that_answers_the_goal_is_one(end: str) -> None:
    found = structure(end)
    assert found.rating == 5
    assert "the goal of the start is answered" in (found.anchor or "")


def test_an_end_that_leaves_the_goal_is_not_said_to_answer_it() -> None:
    found = structure(OTHER_END)
    assert found.anchor is None or "answered" not in found.anchor


def test_parts_that_are_too_short_are_not_said_to_carry_their_weight() -> None:
    short = Reviewer().review(
        "Our desk lost forty tickets a week. I led the desk of six and was responsible for it. I asked two of them to "
        "sort the queue, and I stopped the weekly report, which my director minded. We now lose two tickets a week."
    )
    found = next(one for one in short.ratings if one.criterion == "structure")
    assert "too short" in " ".join(found.because)
    assert found.anchor is None
