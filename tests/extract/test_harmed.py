"""People whom something went wrong for are no reach of the work; those whom it served are."""

from __future__ import annotations

import pytest

from tests.level.telling import hear

TOLD = "Our ferry site was slow each summer. I had my team rebuild it. {} It held on every Friday after that."


def reached(told: str) -> float | None:
    people = hear(TOLD.format(told)).facts.reach.people
    return None if people is None else people.value


@pytest.mark.parametrize(
    "told",
    [
        "400 customers were locked out of their accounts.",
        "The error hit 52,000 passengers.",
        "Some 3,000 people could not board.",
        "About 9,000 users lost their bookings for a day.",
        "Twelve hundred guests were charged twice.",
        "We had to refund 700 travellers.",
        "Two thousand members got the wrong letter.",
    ],
)
def test_people_who_were_harmed_are_no_reach(told: str) -> None:
    assert reached(told) is None


@pytest.mark.parametrize(
    ("told", "people"),
    [
        ("60,000 passengers now board with it.", 60_000),
        ("Since then 9,000 users have not lost a booking.", 9_000),
        ("Since then 700 travellers were no longer charged twice.", 700),
        ("The new gate serves 5,000 commuters a day.", 5_000),
    ],
)
def test_people_whom_it_served_are_reach(told: str, people: float) -> None:
    assert reached(told) == people
