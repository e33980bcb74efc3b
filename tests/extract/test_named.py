"""Teams called by their work: who is counted, and who merely stands there."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.growth import assert_even, seconds
from tests.level.telling import told


@pytest.mark.parametrize(
    ("text", "teams"),
    [
        ("I paired her with the lab systems team.", 2),
        ("The reporting team had to change their export for it.", 2),
        ("We got the data team and the mobile team to use it as well.", 3),
        ("I brought the data and mobile teams into one plan.", 3),
        ("Got crane team and customs team to freeze their interfaces.", 3),
        ("I asked the manager of the rendering team for her view.", 2),
        ("The claims department has since adopted it.", 2),
        ("The pricing people use it too.", 2),
        ("I lent two of mine to the night dispatch desk.", 2),
        ("I had the app team and the search team, and both were late.", 2),
        ("I led the app and search teams.", 2),
        ("I led app and search teams.", 2),
        ("I was having the shop, like, team and the live events team.", 2),
        ("I lead the search team. The payments team took our form over.", 2),
        ("I lead the parts catalogue team. I sat with the catalogue team, and the depot crew joined.", 2),
        ("The platform team agreed. The platform group signed.", 2),
        ("I got one person from core network, one from billing, and one from my team.", 3),
        ("The people in billing changed their job for us.", 2),
        ("I asked two analysts from finance to count it.", 2),
        ("The recipes are now used by the irrigation + lighting teams.", 3),
        ("after: w/ desk + payments teams -> release freeze from 15 Dec", 3),
        ("The checklist was copied by the kiln and glaze teams.", 3),
        ("I had to choose and then walked the sales lot through it.", 2),
        ("I had to choose and then walked sales lot through it.", 2),
    ],
)
def test_teams_that_take_part_are_counted_with_the_speakers_own(text: str, teams: float) -> None:
    named = told(text).named_teams
    assert named is not None
    assert named.value == teams


@pytest.mark.parametrize(
    "text",
    [
        "He was the one in charge of design.",
        "The people in billing never changed a thing.",
        "I was in marketing for years.",
        "The sheet was made by the kiln team.",
        "The kiln was used by the glaze team and never again.",
        "I lead the search team.",
        "EM of the gate team.",
        "My parts team met on Mondays, and I asked the parts team what it needs.",
        "They gave me the survey team.",
        "The infra team wouldn't give us any machines.",
        "The backend team never changed it.",
        "I asked the whole team.",
        "I sat with the right people.",
        "I asked the other side.",
        "We met the steering group.",
        "I trained the customer team of the vendor group.",
        "The night crew was tired.",
        "If the pricing team would use it, it would help them.",
        "We tested it with the control group.",
        "I asked the young people.",
        "The team agreed.",
    ],
)
def test_the_speakers_own_team_and_those_who_do_nothing_for_it_are_not_counted(text: str) -> None:
    assert told(text).named_teams is None


def test_the_words_of_the_first_team_are_quoted() -> None:
    text = "I lead the search team. Then the lab systems team took our form over."
    named = told(text).named_teams
    assert named is not None
    assert named.span.of(text) == "lab systems team"


@given(
    st.lists(
        st.sampled_from("the my team teams and crane with i lead data people group agreed . , of".split()), max_size=40
    )
)
def test_any_row_of_words_gives_a_count_with_its_words_or_nothing(row: list[str]) -> None:
    text = " ".join(row) or "a"
    named = told(text).named_teams
    assert named is None or (named.value >= 2 and named.span.of(text))


def test_a_long_row_of_teams_is_read_in_linear_time() -> None:
    text = "I sat with the crane team and the customs team, i had the data team and "
    assert_even(lambda times: seconds(lambda: told(text * times)), 300, 1200)


def test_the_own_team_and_its_people_are_one_team() -> None:
    assert (
        told("I lead the online services team, and I had five backend engineers. It went through it.").named_teams
        is None
    )
    both = told("I lead the depot team and the crane team.").named_teams
    assert both is not None
    assert both.value == 2


def test_people_who_are_only_questioned_take_no_part() -> None:
    asked = "I planned the work with Maja, who interviewed eight colleagues from claims. "
    assert told("I manage the tools team. " + asked).named_teams is None
    joined = told("I manage the tools team. I worked with two colleagues from claims.").named_teams
    assert joined is not None
    assert joined.value == 2
