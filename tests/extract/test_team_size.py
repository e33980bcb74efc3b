from __future__ import annotations

import pytest

from starproof.core.document import Story
from starproof.extract.people.team_size import team_size
from starproof.extract.text.rows import row_of
from starproof.parse import parse
from tests.level.telling import told


def size(text: str) -> tuple[float, str] | None:
    document = parse(Story("story", text))
    found = team_size(row_of(document))
    return None if found is None else (found.value, document.quote(found.span))


@pytest.mark.parametrize(
    ("text", "value", "quote"),
    [
        ("In Split we are six, and we make the ferry timetable.", 6, "we are six"),
        ("I run the depot screens, we're seven so it is a small lot.", 7, "we're seven"),
        ("I was the chief and we were four, one of them on leave.", 4, "we were four"),
        ("So we are a small team, nine, in Tartu.", 9, "we are a small team, nine"),
        ("My team is eight, firmware mostly.", 8, "My team is eight"),
        ("My team = 4, alarms at night.", 4, "My team = 4"),
        ("My little crew was eleven, and the season was short.", 11, "My little crew was eleven"),
        ("I had the label printers, me and three, in a cellar.", 3, "me and three"),
        ("It was me and five others.", 5, "me and five others"),
        ("Small shop (3 + me), Linz.", 3, "3 + me"),
        ("I've three lads and a van.", 3, "I've three lads"),
        ("So my five boys were in from two.", 5, "my five boys"),
        ("I am the manager of the map-drawing team (6) of a rowing club.", 6, "team (6"),
        ("I manage Shelf Ops (7), and the shelves are ours.", 7, "I manage Shelf Ops (7"),
        ("I'd nine in the team and no tester.", 9, "nine in the team"),
        ("There's five in my team, all of them new.", 5, "five in my team"),
        ("I was manager of the winch team, seven, all in one room.", 7, "manager of the winch team, seven"),
        ("I'm the EM of ten and we do the gates.", 10, "EM of ten"),
        ("6 ppl, one room, no window.", 6, "6 ppl"),
    ],
)
def test_a_bare_number_of_the_tellers_own_people_is_heard(text: str, value: float, quote: str) -> None:
    assert size(text) == (value, quote)


@pytest.mark.parametrize(
    "text",
    [
        "We were four weeks late.",
        "We are six months into it.",
        "We're 30% behind.",
        "We were two of the five bidders.",
        "We were seven in the morning at the quay.",
        "My team was two days ahead.",
        "The vendor's team was nine, mostly in Riga.",
        "They were six, and they came from the bank.",
        "The team, two weeks later, had it.",
        "Now all the mentors, we are five, from all the teams.",
        "She asked me and two of the vendors.",
        "We were one, and I was tired.",
        "The children were four and six.",
    ],
)
def test_other_numbers_are_no_team(text: str) -> None:
    assert size(text) is None


def test_the_larger_of_two_groups_counts_wherever_it_stands() -> None:
    assert size("We were four. Later my team was nine, all in one hall.") == (9, "my team was nine")
    assert size("Later my team was nine, all in one hall. We were four.") == (9, "my team was nine")


def test_people_of_a_trade_say_more_than_a_bare_number() -> None:
    found = told("We were six. I led 21 engineers in two teams.").engineers
    assert found is not None
    assert found.value == 21


def test_reports_that_people_write_are_no_people_led() -> None:
    assert told("I led the map desk. Eighty reports came in by the form in April.").engineers is None
    assert told("I led the map desk. I took a week and I read eighty visit reports by hand.").engineers is None
    reports = told("I had eleven reports and a budget.").engineers
    assert reports is not None
    assert reports.value == 11
