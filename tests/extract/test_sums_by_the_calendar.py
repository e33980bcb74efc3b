"""Lengths between dates and times of day as people tell them, and what looks like one and is none."""

from __future__ import annotations

import pytest

from tests.extract.telling import read


def lengths(text: str) -> list[str]:
    return [claim.verdict for claim in read(text) if claim.kind == "duration"]


@pytest.mark.parametrize(
    ("text", "right", "wrong"),
    [
        ("The lease ran until 20 October; it was now 8 June, so I had {}.", "four and a half months", "six months"),
        ("Hand over by the third of May. It was the ninth of January, and so we had {}.", "16 weeks", "23 weeks"),
        ("and the barn stood empty from like march to november so {} without a cow", "eight months", "ten months"),
        ("we closed in early April and came back in late June, so {} without a guest", "two months", "four months"),
    ],
)
def test_what_follows_from_two_dates_behind_so_is_a_length(text: str, right: str, wrong: str) -> None:
    assert lengths(text.format(right)) == ["consistent"]
    assert lengths(text.format(wrong)) == ["inconsistent"]


@pytest.mark.parametrize(
    ("text", "right", "wrong"),
    [
        ("The pumps ran from 8 pm to 2 am, {} in all.", "six hours", "eight hours"),
        ("The crane stood still between ten in the evening and four in the morning, {}.", "six hours", "eight hours"),
        ("She rang at 8 pm, and the plumber came at 9 in the morning, so we had {} of rain.", "13 hours", "11 hours"),
    ],
)
def test_a_time_of_day_may_be_told_with_its_half_of_the_day(text: str, right: str, wrong: str) -> None:
    assert lengths(text.format(right)) == ["consistent"]
    assert lengths(text.format(wrong)) == ["inconsistent"]


def test_what_ran_for_so_long_follows_from_the_times_before_it() -> None:
    text = "It burst at nine fifteen and we shut the valve at eleven forty, so the street was flooded for {}."
    assert lengths(text.format("two hours twenty-five")) == ["consistent"]
    assert lengths(text.format("three hours twenty-five")) == ["inconsistent"]


@pytest.mark.parametrize(
    "text",
    [
        "The exam was on 4 May and results came on 29 June, so we asked a tutor for five weeks of lessons.",
        "The train left at nine fifteen and we had lunch at eleven forty, and I slept for three hours.",
        "We work from 9 am to 5 pm, and a shift needs two hours of handover.",
        "The shop opens at 9 am. Vans come at 2 pm. A round takes three hours.",
        "We opened in March and closed in June, and the lease is for two years.",
    ],
)
def test_a_length_of_something_else_is_no_length_between_two_dates(text: str) -> None:
    assert "inconsistent" not in lengths(text)


def test_a_start_told_behind_the_end_is_still_the_start() -> None:
    text = "Launch was Sept 15. We started Feb 3. That's {} weeks."
    assert lengths(text.format(32)) == ["consistent"]
    assert not any("to Feb 3" in claim.explanation for claim in read(text.format(24)))


def test_a_length_in_short_units_is_rounded_as_one_in_full() -> None:
    assert lengths("Deadline = Jul 1 2022, it was Oct 1 2020 → 21 mo.") == ["consistent"]
    told = {claim.text: claim for claim in read("Stocktake took 310 hrs/wk, now 205, so we save 105 hrs.")}
    assert told["105 hrs"].verdict == "consistent"
    assert "105 hours" in told["105 hrs"].explanation
    (again,) = read("A round took 7 hrs and takes 4.25 hrs now, so 2.8 hrs less.")
    assert again.verdict == "consistent"
