"""Figures beside a before and after that are of something else: a means, another price, a true rate, other people."""

from __future__ import annotations

import pytest

from tests.extract.telling import read

OF_OTHERS = {
    "a means to a goal": (
        "Of the boats 30% came home on time. The plan was to reach 45% by sending twice as many pilots."
    ),
    "a price of its own": "The usual order went from £40 to £44 (price rise 4%).",
    "the same in notes": "usual order £40 → £44 (postage rise 4%)",
    "a fraction that is left": "Faulty seams 3.2% → 0.8%, a quarter; goal 0.6.",
    "some of other people": (
        "We have 200 barns. I had nineteen smiths and I put four of them in a barn for a week. Now ninety barns "
        "have heat, which is sixty more."
    ),
    "a share of what is told last": (
        "I had seventeen nurses and I put four of them in a ward for a week. Now it's ninety wards that have it, so "
        "seventy percent. Which is sixty more."
    ),
    "points called so": "The share of tenants who pay went from 40% to 72%, that is up 32% in percentage points.",
}
OF_THESE = {
    "a goal reached by so many times": ("We grew from 20 riders to 31, so twice as many.", "twice"),
    "the same measure in brackets": ("The wait went from 40 minutes to 30 (wait cut 35%).", "35%"),
    "a fraction that went": ("Faulty seams 3.2% → 0.8%, cut by a quarter.", "a quarter"),
    "no points": ("The share of tenants who pay went from 40% to 72%, that is up 32%.", "32%"),
}


def told(text: str, verdict: str) -> list[str]:
    return [claim.text for claim in read(text) if claim.verdict == verdict]


@pytest.mark.parametrize("text", OF_OTHERS.values(), ids=OF_OTHERS.keys())
def test_what_is_of_something_else_than_a_before_and_after_is_not_called_wrong(text: str) -> None:
    assert told(text, "inconsistent") == []


@pytest.mark.parametrize(("text", "figure"), OF_THESE.values(), ids=OF_THESE.keys())
def test_what_is_of_them_still_is(text: str, figure: str) -> None:
    assert told(text, "inconsistent") == [figure]


def test_points_that_are_called_so_behind_a_percent_are_reckoned_as_points() -> None:
    assert told("Attendance went from 45% to 80%, up 35% in percentage points.", "consistent") == ["35%"]
    assert told("Attendance went from 45% to 80%, up 30% in percentage points.", "inconsistent") == ["30%"]


def test_a_year_of_the_true_week_is_right_though_the_week_is_told_wrong() -> None:
    week = "The vans made 50 trips a week and now make 30, and a trip is $80, so we save $1,400 a week, {} a year."
    assert told(week.format("$83,200"), "inconsistent") == ["$1,400 a week"]
    assert told(week.format("$62,800"), "inconsistent") == ["$1,400 a week", "$62,800 a year"]


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("Late trams went from thirty to ten, down seventy percent, so sixty-seven in all.", []),
        ("Late trams were thirty in May and ten in June, so sixty-seven in all.", ["sixty-seven"]),
    ],
)
def test_a_change_in_percent_is_no_part_of_a_total(text: str, wrong: list[str]) -> None:
    assert [one for one in told(text, "inconsistent") if one == "sixty-seven"] == wrong
