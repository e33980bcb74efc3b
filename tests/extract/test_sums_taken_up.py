"""Sums that a figure takes up from the words right before it, and some that only look so."""

from __future__ import annotations

import pytest

from starproof.extract.quantities import quantities
from tests.extract.telling import read

RIGHT = {
    "these months": (
        "We ran both presses from 1 May to 31 July. In these three months we lost 50 orders.",
        "three months",
    ),
    "it was": ("We were at 90 in November. From March to November it was eight months.", "eight months"),
    "two sorts of a third": ("There are 240 nurses and 35 doctors, so 275 badges.", "275 badges"),
    "a point": ("We had promised 97 percent on time and came to 98, so we beat it by a point.", "a point"),
    "a twelfth": ("Their machine was £240,000; ours cost £20,000, a twelfth of that.", "a twelfth"),
}
WRONG = {
    "these months": (
        "We ran both presses from 1 May to 31 July. In those five months we lost 50 orders.",
        "five months",
    ),
    "it was": ("We were at 90 in November. From March to November it was six months.", "six months"),
    "hours at a rate": (
        "The plant loses about forty thousand dollars for every hour that the line stands still. The line stood for "
        "fourteen hours, and at forty thousand an hour that's six hundred and forty thousand on top.",
        "six hundred and forty thousand",
    ),
    "unspent": (
        "The fund gives £1.8m a year; £1.26m of it was claimed, 70%, and £640,000 went unspent.",
        "£640,000",
    ),
    "a last time of so long": (
        "We were back after forty seven minutes, so twice as fast as the last time, that was an hour and ten.",
        "twice",
    ),
}
NONE = {
    "a month of its own": "We ran both presses from 1 May to 31 July. The manual takes five months to write.",
    "things that are no sum": "There are 240 nurses and 35 doctors, so 295 badges.",
    "a price a time": (
        "My part was to sit with four songwriters. Client services no longer hires a temp at quarter's end, which had "
        "cost $18,000 a time, so $72,000 a year."
    ),
}


def told(text: str, verdict: str) -> list[str]:
    return [claim.text for claim in read(text) if claim.verdict == verdict]


@pytest.mark.parametrize(("text", "figure"), RIGHT.values(), ids=RIGHT.keys())
def test_a_figure_that_takes_up_what_was_told_is_proven(text: str, figure: str) -> None:
    assert told(text, "consistent") == [figure]


@pytest.mark.parametrize(("text", "figure"), WRONG.values(), ids=WRONG.keys())
def test_a_figure_that_takes_up_what_was_told_is_called_wrong(text: str, figure: str) -> None:
    assert told(text, "inconsistent") == [figure]


@pytest.mark.parametrize("text", NONE.values(), ids=NONE.keys())
def test_a_figure_that_takes_up_nothing_is_left_alone(text: str) -> None:
    assert read(text) == ()


@pytest.mark.parametrize(
    ("text", "seconds"),
    [
        ("the last time that was an hour and ten and nobody rang", [4200.0]),
        ("the last time that was an hour and ten the boss was fine", [4200.0]),
        ("that was an hour and ten people came", []),
    ],
)
def test_minutes_behind_an_hour_need_no_stop_behind_them(text: str, seconds: list[float]) -> None:
    assert [one.value for one in quantities(text) if one.kind == "duration"] == seconds


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Complaints are now one in three of what they were.", 33.3),
        ("Ours cost a twelfth of that.", 8.3),
        ("We beat them by a full point.", 1.0),
    ],
)
def test_a_share_of_what_was_and_a_point_by_which_a_goal_was_beaten_are_figures(text: str, value: float) -> None:
    assert [one.value for one in quantities(text)] == [value]
