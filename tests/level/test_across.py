"""Scope and complexity rest on the same teams, and the page on top says what carries the level."""

from __future__ import annotations

import pytest

from starproof.core.results import Dimension, Flag, Level
from starproof.extract.people.across import across
from starproof.level import read_level
from tests.level.telling import hear

TOLD = "The depot lost parcels each spring, and I was to end it. "


def dimension(level: Level, name: str) -> Dimension:
    return next(d for d in level.dimensions if d.id == name)


@pytest.mark.parametrize(
    "text",
    [
        "I sat down with finance and we agreed on a count.",
        "I brought both teams into one room and we agreed on a list.",
        "I told the sales team to stop the launch.",
    ],
)
def test_scope_and_complexity_both_hear_other_teams_that_take_part(text: str) -> None:
    level = read_level(hear(TOLD + text), ())
    assert (dimension(level, "scope").reads_as, dimension(level, "complexity").reads_as) == ("at", "at")


@pytest.mark.parametrize(
    "text",
    [
        "I told my boss about it.",
        "I had to go and tell marketing, which was no fun.",
        "I told the sales team that it would be late.",
        "I asked HR for a form.",
        "On Fridays I walked through department and asked who had time.",
        "I sat with her for an hour.",
        "I brought the team together.",
        "I took it to the steering committee.",
        "I asked her to design a form.",
        "We had to deal with the finance people, who never answered.",
        "Each week I met with finance and sales to make sure that everyone was on the same page.",
    ],
)
def test_a_superior_or_one_person_is_no_work_across_teams(text: str) -> None:
    context = hear(TOLD + text)
    assert not across(context.facts, context.document.text)
    level = read_level(context, ())
    assert (dimension(level, "scope").reads_as, dimension(level, "complexity").reads_as) == ("unclear", "unclear")


def test_no_signal_of_others_speaks_against_the_flag_that_none_takes_part() -> None:
    flag = Flag("single-team", "raised", "warning", "All of it stays inside the team.")
    level = read_level(hear(TOLD + "I sat down with finance and we agreed on a count."), (flag,))
    assert (dimension(level, "scope").reads_as, dimension(level, "complexity").reads_as) == ("below", "below")


def test_teams_called_by_their_work_are_counted_where_no_number_is_told() -> None:
    level = read_level(hear(TOLD + "I paired her with the lab systems team, and the gate crew joined us."), ())
    assert dimension(level, "scope").because == dimension(level, "complexity").because == "Involves 3 teams."
    assert dimension(level, "scope").evidence[0].quote == "lab systems team"


def test_teams_called_by_their_work_say_nothing_of_how_many_people_were_moved() -> None:
    level = read_level(hear(TOLD + "I paired her with the lab systems team, and the gate crew joined us."), ())
    assert dimension(level, "influence").reads_as == "unclear"


def test_places_that_are_only_served_by_a_small_team_are_not_above_the_level() -> None:
    text = "I had eight people. Our beds service ran in all 14 hospitals of the group. Two other teams copied it."
    assert dimension(read_level(hear(text), ()), "scope").reads_as == "at"


def test_most_dimensions_and_the_people_led_hold_a_story_at_the_level() -> None:
    text = (
        "I led fifteen engineers, and I sat down with finance and the depots department for nine months over it. "
        "The lab systems team took our form over, and it has run for two years since."
    )
    assert read_level(hear(text), ()).reads_as == "at"


def test_a_story_about_a_person_is_asked_what_people_could_do_afterwards_and_not_what_it_earned() -> None:
    text = "She was late with every list. I asked her why, and she showed me. He had told her to wait for him."
    asked = dimension(read_level(hear(text), ()), "impact").missing[0]
    assert asked.startswith("What could the team do afterwards")
    assert dimension(read_level(hear(TOLD), ()), "impact").missing[0].startswith("What was it worth in a year")


def test_of_what_is_not_told_at_all_the_level_asks_what_there_is_and_not_whether_there_is_more() -> None:
    told = "I led six engineers. We rewrote the label printer in two weeks, and I learned to ask. Nobody else saw it."
    alone = Flag("single-team", "raised", "warning", "All of it stays inside the team.")
    brief = Flag("short-horizon", "raised", "warning", "Nothing looks ahead.")
    asks = {d.id: d.missing[0] for d in read_level(hear(told), (alone, brief)).dimensions}
    assert asks["scope"].startswith("What did the work cover, and who beyond your own team relied on it?")
    assert asks["complexity"].startswith("Which other teams had to change what they did")
    assert asks["influence"].startswith("Did it change how more engineers work than those you tell of?")


def test_the_tellers_own_teams_are_led_and_other_functions_make_it_complex() -> None:
    level = read_level(
        hear("I manage 26 engineers in three teams. I sat down with finance and we agreed on a count."), ()
    )
    assert dimension(level, "scope").because == "Leads 3 teams."
    assert dimension(level, "complexity").because == "Other teams or functions had to be brought along."


def test_teams_told_apart_from_the_tellers_people_are_involved() -> None:
    level = read_level(hear("I manage 26 engineers. Late parcels hurt everybody. I moved three teams to one list."), ())
    assert dimension(level, "scope").because == dimension(level, "complexity").because == "Involves 3 teams."


def test_where_nothing_is_told_one_question_names_both_levels_and_none_asks_for_more_than_was_said() -> None:
    asks = {d.id: d.missing for d in read_level(hear(TOLD), ()).dimensions}
    assert len(asks["impact"]) == 1
    assert "; L7: $10M or more a year." in asks["impact"][0]
    assert "more than you say" not in asks["impact"][0]


def test_a_story_about_a_person_that_tells_no_worth_is_asked_for_one_and_not_for_more() -> None:
    text = "She was late with every list. I asked her why, and she showed me. He had told her to wait for him."
    small = Flag("low-impact", "raised", "warning", "Nothing is told that shows a worth.")
    asked = dimension(read_level(hear(text), (small,)), "impact").missing
    assert asked[0].startswith("What could the team do afterwards")
