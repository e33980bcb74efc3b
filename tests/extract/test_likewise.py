"""Others who do something as well are told by "too", "the same" or "other", or ask for it; the own are none of them."""

from __future__ import annotations

import pytest

from starproof.extract.people.taken_up import taken_up
from tests.level.telling import hear

STORY = (
    "I manage four developers at a nut factory, and I run the sorting desk. I was asked to get the loss under two "
    "percent. We stopped the line for ten minutes in every shift and cleaned the cameras. The loss fell from 4% to 2%. "
    "It has held for two years. "
)


def found(last: str) -> list[str]:
    context = hear(STORY + last)
    return [context.document.quote(span) for span in taken_up(context)]


@pytest.mark.parametrize(
    "last",
    [
        "The walnut line does the ten minutes now too.",
        "It's three seasons, and the gas team's on it too.",
        "The printers' shop downstairs has got a whiteboard as well.",
        "The sister plant in Portugal washes on Saturdays also.",
        "The Ottawa office put their batch jobs on it as well.",
        "The parcel team is also using the pause.",
        "The packaging factory has also joined.",
        "The horse people use it too now, with another brush.",
        "Four other homes have the window.",
        "Two other depots have since put the drain on their list.",
        "Two other sites have printed their own lists.",
        "The cargo department has the same calendar.",
        "The convenience stores have since asked to be switched on.",
        "The tablet group has asked for the page limit.",
        "The regulator took our model.",
        "So now three dairies print with it.",
        "Nineteen universities have it now.",
        "There are five ports using it today.",
        "The harbour crowd do it the same way.",
        "The packaging people have since borrowed the rule.",
        "The state growers' association put our page in their contract.",
        "The flood-warning team nicked it whole.",
        "The pause was borrowed by the shelling division.",
        "The dispatchers have copied the list.",
    ],
)
def test_others_who_do_it_as_well_are_found(last: str) -> None:
    assert len(found(last)) == 1
    assert found(last)[0] in last


@pytest.mark.parametrize(
    "last",
    [
        "My second team does the ten minutes now too.",
        "Maybe make sure the other teams do their homework earlier.",
        "The sorting desk does the ten minutes now too.",
        "The whole team does the ten minutes now too.",
        "The team has a whiteboard as well.",
        "We do the ten minutes at the walnut line too.",
        "The walnut line was too slow.",
        "The walnut line is too slow now.",
        "The walnut line was happy too.",
        "The walnut line noticed too.",
        "The walnut line had lost a camera too.",
        "The other plant has no camera.",
        "The other plant would have the camera.",
        "Other teams have their own way.",
        "Other teams have own owners.",
        "The other plant's loss went down.",
        "The plant took seven weeks.",
        "The plant now runs in two shifts.",
        "There were five plants using it.",
        "The bank took January instead.",
        "The walnut line uses it as well as it can.",
        "The board asked for figures.",
        "The board asked for the list.",
        "The packing line broke the same day.",
        "The night shift took over the same evening.",
        "The list was copied by my own team.",
        "The list has not been copied by any other plant.",
        "The engineers have copied the list.",
    ],
)
def test_the_own_the_displeased_and_what_is_too_much_are_no_others_who_do_it(last: str) -> None:
    assert found(last) == []
