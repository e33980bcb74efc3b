from __future__ import annotations

import pytest

from starproof.extract.people.taken_up import taken_up
from tests.level.telling import hear

STORY = (
    "I manage four developers at a swimming pool and the lockers jammed every morning. I was asked to get the queue "
    "under ten minutes. I sat at the desk for two days and we changed the lock's program together. The queue fell from "
    "40 minutes to 8 minutes. "
)


def found(last: str) -> list[str]:
    context = hear(STORY + last)
    return [context.document.quote(span) for span in taken_up(context)]


@pytest.mark.parametrize(
    "last",
    [
        "It has held for two years, and two other pools run it now.",
        "Since then the ice rink uses it as well.",
        "The other two managers in our group do that as well now.",
        "It is still in use, and the county's other baths joined with their own lockers.",
        "It has worked for three winters and the gym lot have it too.",
        "The baths in Lugano are on the same program now.",
        "A year later another spa in the valley has bought the same lock.",
        "The sauna people have asked for the same and got it.",
        "It has held, and the sauna side started on it in May.",
        "It has run since 2021, and our sister pool in Graz has taken it over.",
        "It has held, and the sauna team and the catering team do it now too.",
        "It has held, and the sauna and catering teams have adopted it.",
        "Two other season lines now test their locks against the same simulator.",
    ],
)
def test_who_else_does_the_same_is_found(last: str) -> None:
    assert len(found(last)) == 1
    assert found(last)[0] in last


@pytest.mark.parametrize(
    "last",
    [
        "It has held for two years, and my other developers use it now.",
        "It has held for two years and we use it too.",
        "No other pool has it, and that is all right.",
        "The result was good, because two other pools would have copied it.",
        "I learned how other pools do it.",
        "The other two took it badly.",
        "The other two managers in our group do that badly.",
        "My other two developers do that as well now.",
        "It has held, and the whole team does it now too.",
        "It has held, and the locker team has adopted it.",
        "The guard took them out as well.",
        "Nobody else has asked for the same.",
        "The whole office copied it by hand.",
        "The other half of the lockers followed on Monday.",
        "The other pools now close, and we open at the same time.",
    ],
)
def test_own_people_and_wishes_are_nobody_who_does_the_same(last: str) -> None:
    assert found(last) == []


def test_what_others_do_before_the_outcome_is_the_scene() -> None:
    context = hear("Two other pools run the same lock. " + STORY)
    assert taken_up(context) == ()
