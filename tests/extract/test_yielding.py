from __future__ import annotations

import pytest

from starproof.extract.people.yielding import yielding
from tests.level.telling import hear

SCENE = "I manage four testers at a museum and the ticket form was slow. I sat at the desk for two days and asked why. "
END = " We changed the form. Queues fell from 40 minutes to 11, and I learned to ask the guards sooner."


def found(middle: str) -> list[str]:
    context = hear(SCENE + middle + END)
    return [context.document.quote(span) for span in yielding(context)]


@pytest.mark.parametrize(
    "middle",
    [
        "The cloakroom team changed its rule and gives out the tag later.",
        "The insurance department agreed to drop the second signature.",
        "I took it to the cloakroom manager, and we agreed that the tag is given out later.",
        "The finance people took the check over.",
        "I had got roaming and customer care to agree to two forms.",
        "I persuaded Legal to drop the second signature.",
        "In March I got the cloakroom desk and the shop to share one form.",
        "I talked catering into giving up its own tickets.",
        "No tag goes out without a number, for my team and for the cloakroom and ticket teams as well.",
        "I had the tag given out later, which meant persuading two managers who owed me nothing.",
        "Payments agreed in March to test on our branch.",
        "And, um, I think payments, like, agreed in March to test on our branch.",
        "I asked finance to read the slips at noon, and they did from March.",
        "I had the sales lot sit with us on Tuesdays, and they cut their list of rules in half.",
        "It took a month, but legal signed off the form.",
    ],
)
def test_others_who_change_what_they_do_are_found(middle: str) -> None:
    assert len(found(middle)) == 1
    assert found(middle)[0] in middle


@pytest.mark.parametrize(
    "middle",
    [
        "The cloakroom team refused to change its rule.",
        "My own team changed its rule and gives out the tag later.",
        "I took it to the cloakroom manager, and she said no.",
        "The whole team took the check over.",
        "I got Hanna to agree to two forms.",
        "I got my own desk to accept it.",
        "I convinced both engineers to wait.",
        "I needed legal to drop the signature.",
        "I got used to waiting.",
        "No tag goes out without a number, for my team and for me.",
        "I was persuading two managers to give me a day.",
        "Support wrote to my boss, and legal put a stop to it.",
        "Payments took a day longer than that.",
        "Marketing gave me their list two days late.",
        "I cut the sales list in half and moved the payments to May.",
        "Sales lot wanted it yesterday, and finance sent a long mail.",
    ],
)
def test_who_refuses_and_the_own_team_are_no_others_who_change(middle: str) -> None:
    assert found(middle) == []


def test_what_others_changed_before_the_teller_did_anything_is_the_scene() -> None:
    context = hear("The finance team changed its format and every ticket failed. " + SCENE + END)
    assert list(yielding(context)) == []
