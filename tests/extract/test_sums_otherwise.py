"""Right sums of more than one step, and figures that nothing but nearness puts together: nobody is held to those."""

from __future__ import annotations

import pytest

from tests.extract.telling import read
from tests.extract.test_own_years import found, wrong

LONGER = {
    "some left, some came": "We had 18 drivers; six left and I hired nine, so we were 21 by June.",
    "left twice, then came": (
        "We were twelve engineers in three teams of four. Two left in March, one in May, and I hired five by "
        "Christmas, so fourteen."
    ),
    "points between two shares": (
        "Of 120 apprentices 90 finished. The year before it had been 60 of 100. That is 15 points better."
    ),
    "points of a count": (
        "Turnover among the nurses fell from 24% to 15%, nine points. With 400 nurses that is 36 fewer leaving a year."
    ),
    "three factors": (
        "We print a magazine ten times a year, 30,000 copies. Paper went from 42 cents to 35 a copy, so 7 cents less, "
        "$21,000 over the ten issues."
    ),
    "an hour a day": (
        "A change of crew took 50 minutes and now takes 20, so an hour a day saved, and at $30,000 an hour that's "
        "nearly $11 million a year."
    ),
    "two parts of a year": (
        "The pool takes £6,500 a week in term time, 39 weeks, and £4,000 in the 13 weeks of holidays, so £305,500 a "
        "year."
    ),
    "a part of a rate": (
        "Bad orders were 3% of 450,000 a month at $6 each, $81,000 a month. They fell to 0.5%, so we save $810,000 a "
        "year."
    ),
}
UNRELATED = {
    "a length set against another": (
        "We quarrelled for two months. The fix took five months rather than the three I had said."
    ),
    "things beside people": (
        "Five people had left and four of them named him. I split the work between two seniors and I cut two features."
    ),
    "those who stayed": "The first two hires were mistakes. Of the ten, eight were still with us two years later.",
}


@pytest.mark.parametrize("text", LONGER.values(), ids=LONGER.keys())
def test_a_sum_of_more_steps_is_not_called_wrong(text: str) -> None:
    assert not wrong(text)


@pytest.mark.parametrize("text", UNRELATED.values(), ids=UNRELATED.keys())
def test_figures_that_happen_to_lie_so_far_apart_are_no_sum(text: str) -> None:
    assert not found(text)


def test_sums_that_are_wrong_in_one_step_are_still_said() -> None:
    assert wrong("We replaced 60 pumps at €1,800 each, so €128,000.")
    assert wrong("Turnover among the nurses fell from 24% to 15%, seven points.")
    assert wrong("Bad orders cost us $81,000 a month, so $810,000 a year.")


def test_teams_told_long_before_are_not_multiplied() -> None:
    text = (
        "I had three teams. Nobody owned the whole. We found the old meters in November. The crew was angry. I took "
        "the blame for it. The meters cost us $2.4m. By the end, $6.9m was not spent."
    )
    assert not wrong(text)


def test_what_gains_leave_after_a_cost_is_held_to_no_product() -> None:
    scene = "Three vendors sold it to us. The fines came to $21M in 2020. I led the work.\n\n"
    told = (
        "Fines came down to $8M, by $13M a year, and the three contracts had ended, which saved {} against costs of {}"
    )
    net = scene + told.format("another $6.4M", "our own of $2.9M: a net gain of $16.5M a year.")
    assert [claim.text for claim in read(net) if claim.verdict == "inconsistent"] == []
    plain = "The contracts saved $6.4M a year against costs of our own of $2.9M: a net gain of $4.5M a year."
    assert [claim.text for claim in read(plain) if claim.verdict == "inconsistent"] == ["$4.5M a year"]
