"""Which deed is asked about as the main one, where a story leaves little open."""

from __future__ import annotations

import pytest

from starproof.core.document import Story
from starproof.engine import Reviewer
from starproof.probes.depth import _deeds
from tests.probes.stories import seen

DEED = "I put a second reader on the slips."
LONGER = "I sent the whole crew of the night ferry home and asked the harbour master for another pilot by the morning."


def deeds(*action: str) -> list[str]:
    text = (
        "Situation: The ferry office lost slips.\n\nTask: I had to find them by June.\n\n"
        f"Action: {' '.join(action)}\n\nResult: No slip was lost in July."
    )
    context = seen(Reviewer().review(Story("story", text)))
    return [context.document.quote(span).removeprefix("Action: ") for span in _deeds(context)]


@pytest.mark.parametrize(
    "other",
    [
        "I made a mistake and told the whole crew of the night ferry to go without a pilot.",
        "I asked the whole crew of the night ferry why nobody had counted the slips in the morning.",
        "I skipped the dry run with the whole crew of the night ferry and the harbour master in the morning.",
    ],
)
def test_no_mistake_and_no_question_is_the_main_deed(other: str) -> None:
    assert deeds(LONGER, DEED)[0] == LONGER
    assert deeds(other, DEED)[0] == DEED


def test_deed_of_another_is_not_the_main_deed() -> None:
    other = "Dora rode with the early shift of the night ferry for a whole week and found that nobody reads the board."
    assert deeds(other, DEED)[0] == DEED
    assert deeds(other)[0] == other


def test_what_goes_on_with_a_mistake_is_not_the_main_deed() -> None:
    assert deeds("I made a mistake there and trusted one list.", LONGER, DEED)[0] == DEED


def test_where_there_is_nothing_else_a_mistake_is_asked_about() -> None:
    mistake = "I made a mistake and told the crew to go without a pilot."
    assert deeds(mistake) == [mistake]
