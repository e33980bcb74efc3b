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


HEADS = {
    "a lead told with an article": "I had six engineers and a team lead with four more, so {} people.",
    "a lead told as one": "I had six engineers and one team lead with four more, so {} people.",
    "teams and one more": "I run two squads of five plus a designer, so {} people.",
    "teams and one architect": "There were two squads of five and one architect, so {} people.",
    "leads and their reports": "I have two managers with four engineers each and a data scientist, so {} people.",
}


@pytest.mark.parametrize("text", HEADS.values(), ids=HEADS.keys())
def test_a_head_count_takes_in_those_whom_no_figure_tells(text: str) -> None:
    assert "inconsistent" not in said(text.format("eleven")).values()


def test_a_head_count_that_nothing_comes_to_is_wrong() -> None:
    assert "inconsistent" in said("I had six engineers in Lyon and four engineers in Oslo, so twelve people.").values()


def test_a_range_gives_a_range() -> None:
    text = "We made eighteen trips and each took 2 to 3 hours, so {} hours on the road."
    assert "inconsistent" not in said(text.format(47)).values()
    assert said(text.format(71)) != {"71 hours": "consistent"}


def test_an_amount_put_to_another_is_no_product_of_what_came_before() -> None:
    text = "We dropped four tools at $40K each, that's $160K a year, {} $500K in licences."
    assert said(text.format("plus, on his estimate,")).get("$500K") is None


def test_a_share_of_what_was_just_named_is_no_change_of_the_figures_before() -> None:
    text = "The wait fell from 40 days to 16. For small orders, which is 70%, it is nine days."
    assert "70%" not in said(text)


def test_a_percent_of_two_figures_whose_distance_stands_right_before_it_is_held_to_them() -> None:
    text = (
        "Fines came to 88,000 zloty in my first year and 21,000 in my second, 67,000 less. My board said a fall of {}%."
    )
    assert said(text.format(82))["82%"] == "inconsistent"
    assert said(text.format(76)).get("76%") != "inconsistent"


def test_a_quarter_may_be_a_fourth() -> None:
    assert (
        "inconsistent" not in said("I gave it 40 weeks and a reserve of a quarter on top, 50 weeks all told.").values()
    )
