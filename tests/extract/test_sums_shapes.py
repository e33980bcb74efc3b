"""Sums of shapes that people tell aloud: a list with its unit told once, so much a night, a share put on top."""

from __future__ import annotations

import pytest

from tests.extract.telling import read

RIGHT = {
    "a list with its unit told once": (
        "The pumps ran 1,620 hours in June, 1,310 in July and 1,290 in August, so 4,220 for the summer.",
        "4,220",
    ),
    "hours a night in a year": (
        "Sorting the post by hand took 40 hours a night over all depots, so 14,600 hours a year.",
        "14,600 hours",
    ),
}
QUIET = {
    "those who left are added to nothing": (
        "We were 27 on the list. In the second year 6 had left and 11 had come, so we were 31."
    ),
    "a seventh is told as one": "There were 42 alarms a night and now there are 6. That is a seventh of what we had.",
    "half is no number of its own": (
        "By the spring half got through. So instead of two thousand eight hundred it's three thousand five hundred."
    ),
}


def said(text: str) -> dict[str, str]:
    """The verdict on each figure that is said to follow from others."""
    return {claim.text: claim.verdict for claim in read(text)}


@pytest.mark.parametrize(("text", "figure"), RIGHT.values(), ids=RIGHT.keys())
def test_a_sum_comes_out_whatever_its_shape(text: str, figure: str) -> None:
    assert {verdict for told, verdict in said(text).items() if figure in told} == {"consistent"}


@pytest.mark.parametrize("text", QUIET.values(), ids=QUIET.keys())
def test_nobody_is_held_to_figures_that_were_never_put_together(text: str) -> None:
    assert "inconsistent" not in said(text).values()


def test_a_margin_told_as_an_amount_and_in_percent_is_held_to_both() -> None:
    text = "The bridge cost £7.4M against the £6.5M in the plan, £900K or {}% over. We opened it in May."
    assert said(text.format(12))["12%"] == "inconsistent"
    assert said(text.format(14)).get("14%") != "inconsistent"


def test_what_is_left_of_a_large_number_without_a_small_one_is_not_that_number_again() -> None:
    claims = read("I asked for money three times. It was four hundred thousand in the end, so we could go on.")
    assert not [claim for claim in claims if claim.kind == "difference"]


def test_nothing_is_added_to_an_amount_that_is_a_thousand_times_as_much() -> None:
    claims = read("I asked five teams and only one noticed the $31,500 a quarter. So that was $126,000 a year.")
    assert "+" not in " ".join(claim.explanation for claim in claims)
