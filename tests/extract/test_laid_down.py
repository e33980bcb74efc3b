"""What others lay down for all of theirs is found; what the teller wrote down, or put into a program, is not."""

from __future__ import annotations

import pytest

from starproof.extract.people.taken_up import taken_up
from tests.level.telling import hear

STORY = (
    "I manage four developers at a crane firm, and the alarm came too late. I was asked to make it ring in time. We "
    "changed the alarm together and tried it for a month. It rings in nine seconds and not in ninety. "
)


def found(last: str) -> list[str]:
    context = hear(STORY + last)
    return [context.document.quote(span) for span in taken_up(context)]


@pytest.mark.parametrize(
    "last",
    [
        "The mill down the coast has written the rule into its contracts.",
        "After three winters the monthly check is in the national guidelines.",
        "It's in the harbour rules since last year.",
        "The state association wrote the check into its purchasing standard.",
        "The nine seconds are now in the carriers' handbook.",
        "They put it in the contract for all nine quarries.",
        "The rule has been taken into the national standard.",
        "The nine seconds stand in the code of practice.",
    ],
)
def test_what_binds_others_is_found(last: str) -> None:
    assert len(found(last)) == 1
    assert found(last)[0] in last


@pytest.mark.parametrize(
    "last",
    [
        "We put it in the contract.",
        "I wrote it into the rules of my team.",
        "It is in our rules now.",
        "It is in the team rules now.",
        "It is in the manual now.",
        "It is in the code now.",
        "They put it in the code.",
        "It is not in the national guidelines.",
        "It would be in the law by now.",
    ],
)
def test_own_manuals_programs_and_wishes_bind_nobody_else(last: str) -> None:
    assert found(last) == []
