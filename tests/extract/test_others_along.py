"""Others take part where it is done with one department, where they are asked and do it, and where they are trained."""

from __future__ import annotations

import pytest

from starproof.extract.people.counterparts import others_who_move
from tests.level.telling import hear

SCENE = (
    "I manage four testers at a museum, I run the billing desk, and the ticket form was slow. I was asked to make it "
    "fast by May. "
)
END = " The form takes two minutes now."


def found(told: str) -> list[str]:
    context = hear(SCENE + told + END)
    return [context.document.quote(span) for span in others_who_move(context)]


@pytest.mark.parametrize(
    "told",
    [
        "I planned it with marketing and cut the scope by half.",
        "I sat with compliance for nine Thursdays and wrote a log.",
        "I designed the steps with the sales reps.",
        "We joined forces with procurement and wrote one list.",
        "We built the case with finance in March.",
        "I talked to the supplier and they changed the connector.",
        "I rang the port authority, and they sent us two of their people.",
        "The print people had to move a barcode for us.",
        "The archive team cached the pictures for us.",
        "Then we trained 60 porters on it.",
        "I taught the porters in two evenings.",
    ],
)
def test_others_who_do_it_along_or_for_it_are_heard(told: str) -> None:
    assert len(found(told)) == 1
    assert found(told)[0] in told


@pytest.mark.parametrize(
    "told",
    [
        "I planned it with my tester and cut the scope by half.",
        "I tested it with production data for a week.",
        "I worked with the billing people on a new letter.",
        "I agreed a salary with HR.",
        "I sat with marketing each week to make sure that everyone was on the same page.",
        "I tried it with security in mind.",
        "I talked to the supplier and they refused.",
        "I talked to the supplier and we changed the connector.",
        "The print people had no time for us.",
        "The archive team did nothing for us.",
        "The print people were never there for us.",
        "Then we trained two engineers on it.",
        "I should have trained the porters on it.",
        "The porters had been trained badly.",
    ],
)
def test_the_own_things_refusals_and_what_was_not_done_are_no_others(told: str) -> None:
    assert found(told) == []
