"""Who works along with the teller is told by a list, by standing in one row with them, or by where it was tried."""

from __future__ import annotations

import pytest

from starproof.extract.people.joining import joins
from starproof.extract.people.yielding import yielding
from tests.growth import assert_even, seconds
from tests.level.telling import hear, told

SCENE = "I manage four testers at a museum and the ticket form was slow. I sat at the desk for two days and asked why. "


@pytest.mark.parametrize(
    "words",
    [
        "With the lab, nursing and the vendor we rewrote the matching rule.",
        "Together with finance and the plant we set a new cut-off.",
        "We drafted the rules together with legal and the claims team.",
        "So with sales, marketing and two of their analysts I redrew the offer.",
        "With team of billing and the office we changed the letter.",
    ],
)
def test_a_list_of_units_with_whom_it_was_done_tells_of_others(words: str) -> None:
    assert joins(words) is not None


@pytest.mark.parametrize(
    "words",
    [
        "With time and patience we rewrote it.",
        "With my lead and my deputy I drew it up.",
        "With data and a good test we fixed it.",
        "With two engineers and a tester I built it.",
        "With the old system and the new one we ran both.",
        "We tested it together with Ana and Rui.",
    ],
)
def test_a_list_of_things_or_of_the_tellers_own_does_not(words: str) -> None:
    assert joins(words) is None


@pytest.mark.parametrize(
    ("text", "teams"),
    [
        ("There you had the fraud team and the mobile team and us.", 3),
        ("My job was keeping the art team and the backend team in step with her.", 3),
        ("It took the web team and us.", 2),
    ],
)
def test_teams_in_one_row_with_the_teller_or_kept_along_take_part(text: str, teams: float) -> None:
    named = told(text).named_teams
    assert named is not None
    assert named.value == teams


@pytest.mark.parametrize(
    "text",
    [
        "The fraud team blamed us, and we waited.",
        "We had the web team and we were late.",
        "The art team was out of step.",
        "The billing team and us had no contact.",
    ],
)
def test_teams_that_stand_apart_do_not(text: str) -> None:
    assert told(text).named_teams is None


@pytest.mark.parametrize(
    ("middle", "moved"),
    [
        ("I took that to the head of the call centre, who did not want to hear it. We ran it on one floor.", 1),
        ("I brought it to the manager of the depot. In the end we tried it in two bays.", 1),
        ("I took that to the head of the call centre. She said no.", 0),
        ("I took that to the head of engineering. We ran it on one server.", 0),
    ],
)
def test_a_trial_where_the_other_sits_is_an_agreement(middle: str, moved: int) -> None:
    assert len(list(yielding(hear(SCENE + middle)))) == moved


def test_a_list_without_end_takes_even_time() -> None:
    assert_even(lambda n: seconds(lambda: joins("with a b c, d e and " * n)), 40, 400)
