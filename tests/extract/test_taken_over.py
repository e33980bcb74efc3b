"""Others called by their work, or by who is at their head, are found where they took the work up; the own never are."""

from __future__ import annotations

import pytest

from starproof.extract.people.taken_up import taken_up
from tests.level.telling import hear

STORY = (
    "I manage four developers at a parking firm, and I run billing. Oona, who runs dispatch, was against it. I was "
    "asked to get the queue under ten minutes. My lead Piet and I changed the program together. The queue fell from "
    "40 minutes to 8 minutes. It has held for two years. "
)


def found(last: str) -> list[str]:
    context = hear(STORY + last)
    return [context.document.quote(span) for span in taken_up(context)]


@pytest.mark.parametrize(
    "last",
    [
        "Oona's team does it now too.",
        "Oona has brought it into her team.",
        "Oona asked me for the sheet and runs it with her people.",
        "dispatch adopted it in May.",
        "Sales and catalogue do it now too.",
        "The support and legal teams now do the same.",
        "We are glad of the sheet; support picked it up in the spring.",
        "It has spread to the support team.",
        "The whole company does it now.",
        "All of engineering works by it now.",
        "Every team on the floor runs it today.",
        "Our director has made it the rule for every department.",
        "It is now the standard across engineering.",
        "The legal people copied it within a month.",
        "The support engineers use it as well.",
        "The sheet was taken over by sales and support.",
        "playbook adopted by support + legal",
    ],
)
def test_who_took_it_over_is_found_by_work_or_by_head(last: str) -> None:
    assert len(found(last)) == 1
    assert found(last)[0] in last


@pytest.mark.parametrize(
    "last",
    [
        "Billing does it now.",
        "My billing team does it now too.",
        "The whole of billing does it now.",
        "Piet's team does it now too.",
        "Piet has brought it into his own team.",
        "The billing pipeline uses it now.",
        "The new search service uses it now.",
        "Search uses it now.",
        "The whole team does it now.",
        "The juniors do it now too.",
        "My two leads do it now too.",
        "Both of them do it now too.",
        "Nobody in support has adopted it.",
        "If support had adopted it, I would be glad.",
        "Support never took it up.",
        "Support took it badly.",
        "It spread to the second server.",
        "I made it the rule for all of my team.",
        "Oona does it now and then.",
    ],
)
def test_own_people_systems_and_wishes_took_nothing_over(last: str) -> None:
    assert found(last) == []
