"""The time that the teller had is what the work was planned over; where a story begins nothing has come of it."""

from __future__ import annotations

import pytest

from tests.level.telling import told


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("My goal was fewer than ten calls a month by summer. I had four months.", 120),
        ("We had six weeks to move the shop.", 42),
        ("So we had ninety days and I asked both leads.", 90),
    ],
)
def test_the_time_that_the_teller_had_is_that_of_the_work(text: str, days: float) -> None:
    planned = told(text).planned_days
    assert planned is not None
    assert planned.value == days


@pytest.mark.parametrize(
    "text",
    [
        "We had three months of data.",
        "I had two years there as a tester.",
        "I had six months left with that team.",
        "He had six months.",
        "I gave the hospital time for one more quarter close.",
    ],
)
def test_time_of_other_things_is_not(text: str) -> None:
    assert told(text).planned_days is None


END = " We closed the last of the ledgers in November 2024."


def test_the_date_with_which_a_story_begins_counts_although_something_still_was_so() -> None:
    planned = told("In 2022 our group had three banks, and each still cleared payments on its own ledger." + END)
    assert planned.planned_days is not None
    assert planned.planned_days.value > 1.5 * 365


def test_a_date_at_which_it_still_stands_is_none_of_the_work() -> None:
    text = "In March 2022 we merged the ledgers of three banks. In 2025 the rule book is still used by all."
    planned = told(text).planned_days
    assert planned is None or planned.value < 365
