"""Months without a year tell how long a story runs, as far as they go forward."""

from __future__ import annotations

import pytest

from tests.level.telling import told

HEAD = "I lead five engineers at a parcel firm. "


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("In October labels were printed twice. We switched the depots in March.", 152),
        ("We began in early February. By June it was half, and in September it was over.", 213),
        ("It broke on 20 May. I had it rewritten, and we went live on 4 November.", 182),
        ("In January we asked why. The last depot came over in mid-May.", 122),
        ("The licence ran out in December, and they had said so in mid-October. We switched in March.", 91),
    ],
)
def test_months_that_go_forward_are_a_stretch(text: str, days: int) -> None:
    measure = told(HEAD + text).planned_days
    assert measure is not None
    assert measure.value == days


@pytest.mark.parametrize(
    "text",
    [
        "In October labels were printed twice. We switched the depots in November.",
        "In October labels were printed twice. I should have asked in March.",
        "We had to march in step, and may have to again in June.",
        "The director wanted it by March. In October we switched.",
        "In June we switched. It had begun in February.",
    ],
)
def test_a_wish_a_step_back_and_a_short_stretch_are_none(text: str) -> None:
    assert told(HEAD + text).planned_days is None


@pytest.mark.parametrize(
    "text", ["Parcels took eleven days to arrive.", "Each parcel took about eleven days to arrive."]
)
def test_how_long_each_of_them_takes_is_no_horizon(text: str) -> None:
    assert told(HEAD + text).planned_days is None
    assert told(HEAD + "It took eleven days to write. The talks took eleven days.").planned_days is not None


@pytest.mark.parametrize(
    "text",
    [
        "For one year I have not taken a holiday.",
        "We moved the last depot. In two years I had no vacation of more than three days.",
        "I worked for two years without a single day of holiday.",
    ],
)
def test_how_long_somebody_had_no_holiday_is_no_stretch_of_the_work(text: str) -> None:
    assert told(HEAD + text).planned_days is None


@pytest.mark.parametrize(
    "text",
    [
        "Over two years we moved every holiday booking to the new desk.",
        "Over two years we took holiday sales to the web.",
    ],
)
def test_holidays_that_are_sold_leave_the_stretch_as_it_is(text: str) -> None:
    assert told(HEAD + text).planned_days is not None


@pytest.mark.parametrize("have", ["we have", "we've"])
def test_what_has_not_come_back_since_is_told_as_its_effect(have: str) -> None:
    reach = told(HEAD + f"I had them build a check. Since then {have} had no fire in two years.")
    assert reach.horizon_days is not None
    assert reach.horizon_days.value == 730
    assert reach.planned_days is None


def test_what_had_not_come_before_is_no_effect() -> None:
    assert told(HEAD + "I had them build a check. Before that we had had no fire in two years.").horizon_days is None


@pytest.mark.parametrize("told_so", ["I got 6 wks, not 12.", "I was given six weeks instead of twelve weeks."])
def test_how_long_it_was_not_is_no_stretch_of_the_work(told_so: str) -> None:
    found = told(f"We had to move the shop. {told_so}").planned_days
    assert found is not None
    assert found.value == 42


def test_a_stretch_that_is_told_beside_a_denial_stays() -> None:
    found = told("We had to move the shop. It was not easy: I was given six weeks.").planned_days
    assert found is not None
    assert found.value == 42
