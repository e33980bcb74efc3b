"""A team whose work is told behind the word for it is the same team: no order of words costs a story anything."""

from __future__ import annotations

import pytest

from starproof.extract.people.work_behind import fronted
from starproof.extract.people.yielding import yielding
from tests.level.telling import hear, told

SCENE = "I manage four testers at a museum and the ticket form was slow. I sat at the desk for two days and asked why. "


@pytest.mark.parametrize(
    "text",
    [
        "Four people share the night call with team of dispatch.",
        "We agreed it with the department of purchasing.",
        "I convinced team logistics.",
        "The team which makes billing agreed to it.",
        "With team of the payments we changed it.",
    ],
)
def test_a_team_called_by_its_work_behind_takes_part_as_any_other(text: str) -> None:
    named = told(text).named_teams
    assert named is not None
    assert named.value == 2


@pytest.mark.parametrize(
    "text",
    [
        "I lead the team of payments.",
        "I built a team of design, engineering and data.",
        "I worked with a team of support agents.",
        "I sat with the team planning the launch.",
        "I asked the team for support.",
        "I worked with a team of ten.",
    ],
)
def test_what_a_team_consists_of_or_does_is_no_name_of_another(text: str) -> None:
    assert told(text).named_teams is None


def test_the_order_of_the_words_changes_nothing_but_their_place() -> None:
    even = fronted("I took it to team of dispatch, and they agreed.")
    assert even.text == "I took it to the dispatch team, and they agreed."
    assert even.back(even.text.index("the dispatch"), even.text.index(", and")) == (13, 29)


@pytest.mark.parametrize(
    "middle",
    [
        "Four people now share it with dispatch, whose manager I had to convince during two meetings.",
        "I went to the claims desk and their lead I finally persuaded.",
        "The department of insurance agreed to drop the second signature.",
        "Their manager had to be convinced first.",
    ],
)
def test_the_head_of_another_team_is_won_over_in_any_order_of_words(middle: str) -> None:
    assert list(yielding(hear(SCENE + middle)))


@pytest.mark.parametrize(
    "middle",
    [
        "I wrote to the desk whose manager I could not convince.",
        "They came from a firm whose manager I had to report to.",
        "My manager, whom I had to convince, read it on the train.",
        "It was for sales, whose head I had to convince, and he refused.",
    ],
)
def test_a_head_who_is_not_won_over_or_is_the_tellers_own_moves_no_team(middle: str) -> None:
    assert not list(yielding(hear(SCENE + middle)))
