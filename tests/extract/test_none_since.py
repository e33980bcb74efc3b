"""A thing of which there were none for a while tells how long the outcome has held, in digits as in words."""

from __future__ import annotations

import pytest

from tests.level.telling import told

HEAD = "I lead five engineers at a parcel firm. "


@pytest.mark.parametrize(
    "text",
    [
        "- renewals tested monthly, 0 outages of that sort in 2 yrs",
        "0 rollbacks in 18 months.",
        "There were 0 incidents in two years.",
    ],
)
def test_none_of_a_thing_in_years_is_how_long_it_held_and_no_plan(text: str) -> None:
    found = told(HEAD + text)
    assert found.horizon_days is not None
    assert found.planned_days is None


@pytest.mark.parametrize(
    "text",
    [
        "We went from 40 to 0 outages in two years.",
        "Outages fell from 12 a month to 0 in 2 years.",
        "We moved 60 services in two years.",
    ],
)
def test_how_long_it_took_to_reach_none_is_the_work(text: str) -> None:
    assert told(HEAD + text).planned_days is not None
