"""How many people there are after those who came and went, and numbers beside them that are no sum of those."""

from __future__ import annotations

import pytest

from tests.extract.telling import read


def verdict(text: str, figure: str) -> str | None:
    return next((claim.verdict for claim in read(text) if claim.text == figure), None)


@pytest.mark.parametrize(
    ("text", "figure"),
    [
        ("We were 14 nurses. Three nurses retired and one joined from the clinic, so we ended the year as 12.", "12"),
        ("- 18 people in May; 4 left, 2 of them for the rival; hired 7 -> 21 today", "21"),
        ("Crew: 6 engineers, +4 hired, -1 to the docks = 9.", "9"),
        ("it was twenty people and then two moved away and i hired five so twenty three by spring", "twenty three"),
    ],
)  # fmt: skip
def test_a_staff_is_what_it_was_with_who_came_and_without_who_went(text: str, figure: str) -> None:
    assert verdict(text, figure) == "consistent"


@pytest.mark.parametrize(
    ("text", "figure"),
    [
        ("Crew: 6 engineers, +4 hired, -1 to the docks = 10.", "10"),
        ("We were 14 nurses, three retired and one joined from the clinic, so we are 16.", "16"),
    ],
)
def test_a_staff_that_does_not_come_to_those_told_is_said(text: str, figure: str) -> None:
    assert verdict(text, figure) == "inconsistent"


@pytest.mark.parametrize(
    "text",
    [
        "We were 14 nurses, three retired and one joined from the clinic, so we are 13.",  # with whoever tells it
        "We were 14 nurses. In the autumn three retired, two went on leave and the ward took a few of ours. One joined "
        "from the clinic, so we are 9.",
        "We had 14 nurses, three left for the clinic and one joined, so 40 beds stayed shut.",
        "Testers join the 8 teams, two per team. 16 testers -> 5 moved to the labs, 2 left, 9 testers now.",
    ],
)
def test_a_number_that_others_may_have_come_to_is_not_accused(text: str) -> None:
    assert all(claim.verdict == "consistent" for claim in read(text))
