"""A share is of what its "that" points at, and a margin of the subject that its sentence opens with."""

from __future__ import annotations

import pytest

from tests.extract.telling import read

CUTS = "We cut $1.1M from the warehouse, $600K from monitoring, and $450K from the office, together $2.15M."
HOUSE = "12 of them about the lift, 9 about heat and 4 about noise, so 25 about the house."


@pytest.mark.parametrize(
    "text",
    [
        "The board wanted ten million in online sales by the second year. Two years later we were at eleven and a half "
        "million. The seat maps cost seven hundred thousand more than planned.",
        "The target was $4M in savings. We came to $5.2M. The training took $300K more than planned.",
        f"I had a budget of $7M, and the CFO asked for 30 % off. {CUTS} That is 31 %.",
        f"We had 60 complaints a week, {HOUSE} That is 42 %.",
    ],
)
def test_what_is_told_of_something_else_is_not_accused(text: str) -> None:
    assert [one.text for one in read(text) if one.verdict == "inconsistent"] == []


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("The target was $4M in savings. We came to $5.2M. That is $1.5M more than planned.", "$1.5M"),
        ("The target was $4M in savings. We saved $5.2M. The savings were $1.5M more than planned.", "$1.5M"),
        ("Of 200 calls 50 were lost. That is 35 %.", "35 %"),
        ("In wave four 3,050 of 610,000 accounts showed a wrong balance for six hours; that is 5% of them.", "5%"),
    ],
)
def test_what_is_told_of_the_same_is_still_held_to_it(text: str, wrong: str) -> None:
    assert [one.text for one in read(text) if one.verdict == "inconsistent"] == [wrong]
