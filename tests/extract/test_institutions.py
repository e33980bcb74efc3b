"""Organisations told by their kind take part in the work; not the teller's own, nor one that only objects."""

from __future__ import annotations

import pytest

from starproof.extract.people.counterparts import others_who_move
from tests.level.telling import hear

SCENE = "I manage four testers and the boarding form of a {} was slow. I sat at the gate for two days and asked why. "
END = " We changed the form. Waiting fell from 40 minutes to 11, and I learned to ask the guards sooner."


def found(middle: str, firm: str = "ferry company") -> list[str]:
    context = hear(SCENE.format(firm) + middle + END)
    return [context.document.quote(span) for span in others_who_move(context)]


@pytest.mark.parametrize(
    "middle",
    [
        "The port authority changed its gate times for it.",
        "The crane operators' union sent two people to look at the screens.",
        "I met the broker and the national railway every week until they shared their positions.",
        "We negotiated with the harbour police and with customs.",
        "The health regulator agreed to read one list.",
        "Two insurers now check it every night.",
    ],
)
def test_organisation_told_by_its_kind_takes_part(middle: str) -> None:
    assert found(middle)


@pytest.mark.parametrize(
    "middle",
    [
        "The regulator fined us.",
        "The union complained.",
        "The railway was late every day.",
        "The owner of the airline even sent us a message.",
        "The bank charged us a fee.",
        "In week nine we did the airport test.",
        "The port is the largest of the country.",
    ],
)
def test_organisation_that_does_nothing_for_it_takes_no_part(middle: str) -> None:
    assert not found(middle)


def test_organisation_of_the_tellers_own_kind_is_no_other() -> None:
    assert found("The airline changed its gate times for it.")
    assert not found("The airline changed its gate times for it.", firm="desk where I was at an airline")
