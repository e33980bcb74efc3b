"""A stretch that is nobody's work is no plan: an absence, what records cover, what a sum is over, a thing's life."""

from __future__ import annotations

import pytest

from tests.level.telling import told

HEAD = "I lead five engineers at a parcel firm. "


@pytest.mark.parametrize(
    "text",
    [
        "He took ten days off and came back.",
        "She was ill for six weeks.",
        "I had three weeks of parental leave.",
        "Ben was on sabbatical for six months.",
        "I went to each depot with the load data for three years.",
        "I showed them the invoices from two years.",
        "I had one of my leads pull every door failure for three years.",
        "We exported all the tickets from two years.",
        "They gave us €1.1 million in credit over two years.",
        "They paid $400,000 in fees over three years.",
        "The trackers went flat after fourteen months.",
        "The trackers ought to run fifteen years on one cell.",
        "The fine was high if we were late by six months.",
        "And for nine days 212 lifts went unwatched.",
        "The alarm had stood unread for five weeks.",
        "Now I say, ask me again in two weeks.",
        "The gate cost 530,000 and paid back in under nine months.",
        "Every August the drivers take their test in ten days.",
        "Depot programme, 2022-23. The register was due by 17 Jan 2024.",
    ],
)
def test_what_is_nobodys_work_is_no_plan(text: str) -> None:
    assert told(HEAD + text).planned_days is None


@pytest.mark.parametrize(
    "text",
    [
        "I collected the data for two years.",
        "I pulled the weekly rota together for two years.",
        "We kept the records for two years.",
        "We moved two million labels over two years.",
        "After fourteen months the last depot came over.",
        "It took ten days to convince him.",
        "The rollout took two years.",
        "For eleven weeks we rode with the drivers.",
        "We settled on a programme of eight weeks rather than twelve.",
        "Each January since, three years now, two clerks read the list aloud.",
        "It has been seven minutes for a year.",
        "In 2022-23 we rebuilt the depots, and in March 2025 we were done.",
    ],
)
def test_work_or_its_effect_that_looks_like_it_is_heard(text: str) -> None:
    assert told(HEAD + text).horizon_days is not None


def test_a_month_in_short_dates_as_one_in_full() -> None:
    short, full = (told(HEAD + f"In {one} 2022 we began, and in Oct 2023 we were done.") for one in ("Feb", "February"))
    assert short.planned_days is not None
    assert full.planned_days is not None
    assert short.planned_days.value == full.planned_days.value


def test_of_two_lengths_the_one_that_was_chosen_is_planned() -> None:
    planned = told(HEAD + "We settled on a programme of eight weeks rather than twelve weeks.").planned_days
    assert planned is not None
    assert planned.value == 56
