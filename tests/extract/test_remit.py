"""Where a remit ends is no blame; what is pushed away is."""

from __future__ import annotations

import pytest

from starproof import Reviewer
from starproof.extract.teller.remit import is_remit

TAXI = (
    "I run the dispatch software of a taxi firm, eight engineers and two leads. Every Friday some forty drivers were "
    "paid twice for the same ride, and the clerks took it back by hand. {}\n\n"
    "I asked Tove to follow thirty rides from the meter to the payslip. She found that the payroll sent each ride "
    "again after midnight. The head of payroll had no money for it, so I lent her a developer for six weeks and "
    "postponed our own map, which my director did not like. Double pay fell from 160 rides a week to 3, which saves "
    "$640,000 a year. Two years later it still runs, and the bus firm uses it too."
)


@pytest.mark.parametrize(
    ("words", "onwards"),
    [
        ("It belonged to finance, so formally it was not our problem.", ""),
        ("It wasn't our problem, and we took it on all the same.", ""),
        ("It had not been our problem for years.", "I decided that we would own it."),
        ("It was never my job.", "I picked it up anyway."),
        ("It wasn't ours.", "We just fixed it."),
    ],
)
def test_what_is_not_the_tellers_by_the_rules_or_is_taken_on_is_a_remit(words: str, onwards: str) -> None:
    assert is_remit(words, onwards)


@pytest.mark.parametrize(
    ("words", "onwards"),
    [
        ("It was their mess, not our problem.", "We took it on."),
        ("It was not our problem.", "I told them to fix it."),
        ("It was not our problem.", "I refused to take it on."),
        ("It was not our problem, and we never took it on.", ""),
        ("We took it on.", "We fixed it."),
    ],
)
def test_what_is_pushed_away_is_none(words: str, onwards: str) -> None:
    assert not is_remit(words, onwards)


@pytest.mark.parametrize(
    ("told", "status"),
    [
        (
            "The error sat in the payroll, which belongs to finance, so formally it was not our problem and had not "
            "been our problem for three years. I decided that we would own it.",
            "clear",
        ),
        ("It came out of the payroll system, so it was not our problem. We picked it up anyway.", "clear"),
        ("Payroll, who never test anything, had sent it twice. It was their mess, not our problem.", "raised"),
        ("Payroll had broken it and told nobody. It was not our problem, and I refused to take it on.", "raised"),
    ],
)
def test_a_problem_that_was_not_theirs_and_is_taken_on_is_no_blame(told: str, status: str) -> None:
    flags = {flag.id: flag.status for flag in Reviewer().review(TAXI.format(told)).flags}
    assert flags["blame"] == status
