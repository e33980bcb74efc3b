"""What comes now, in which order, and why in words."""

from __future__ import annotations

import pytest

from starproof.core.practice import CardKey, Grade, Rated
from starproof.practice.schedule import Known, cards, due
from tests.practice.schedule.making import NOW, key, rating, stories


def because(log: list[Rated], universe: list[Known], *, now: str = NOW, **more: str) -> list[str]:
    return [found.because for found in due(cards(log, universe, now=now, **more), now, **more)]


@pytest.mark.parametrize(
    ("at", "grade", "says"),
    [
        ("2026-04-28T09:00:00Z", "hard", "due: you rated it hard on Tuesday"),
        ("2026-04-30T09:00:00Z", "again", "due: you rated it again yesterday"),
        ("2026-03-03T09:00:00Z", "good", "due: you rated it good on 3 March"),
        ("2025-12-03T09:00:00Z", "easy", "due: you rated it easy on 3 December 2025"),
    ],
)
def test_a_card_that_fades_says_when_it_was_rated_and_how(at: str, grade: Grade, says: str) -> None:
    assert because([rating("a", at, grade)], stories("a")) == [says]


def test_the_day_is_said_in_the_owners_zone() -> None:
    log = [rating("a", "2026-04-27T23:00:00Z", "hard")]
    assert because(log, stories("a")) == ["due: you rated it hard on Monday"]
    assert because(log, stories("a"), zone="Europe/Berlin") == ["due: you rated it hard on Tuesday"]


def test_a_new_card_says_what_rests_on_it() -> None:
    universe = [
        Known(key("a"), rests=("Dive Deep",)),
        Known(key("b"), rests=("Dive Deep", "Ownership")),
        Known(key("c")),
        Known(CardKey("question", question="q")),
        Known(CardKey("figure", story="a", figure="$2M")),
        Known(key("d"), rests=("A", "B", "C", "D")),
    ]
    assert set(because([], universe)) == {
        "new: no telling aloud yet, and Dive Deep rests on it",
        "new: no telling aloud yet, and Dive Deep and Ownership rest on it",
        "new: no telling aloud yet, and A, B and 2 more rest on it",
        "new: no telling aloud yet",
        "new: not answered yet",
        "new: not defended yet",
    }


def test_what_only_the_loop_calls_for_says_so() -> None:
    log = [rating("a", "2026-05-23T09:00:00Z", "easy", spoken=True)]
    typed = [rating("a", "2026-05-23T09:00:00Z", "easy")]
    says = because(log, stories("a"), now="2026-05-29T08:00:00Z", loop_on="2026-06-01")
    assert says == ["before the loop on Monday: last told six days ago"]
    says = because(typed, stories("a"), now="2026-05-29T08:00:00Z", loop_on="2026-06-01")
    assert says == ["before the loop on Monday: last practised six days ago"]
    assert because(log, stories("a"), now="2026-05-29T08:00:00Z") == []


def test_the_weakest_comes_first_and_what_the_loop_leaves_out_last() -> None:
    log = [
        rating("strong", "2026-04-20T09:00:00Z", "easy"),
        rating("weak", "2026-04-20T09:00:00Z", "again"),
        rating("other", "2026-04-20T09:00:00Z", "again"),
    ]
    universe = [*stories("strong", "weak", "new"), *stories("other", planned=False)]
    found = due(cards(log, universe, now=NOW, loop_on="2026-05-02"), NOW, loop_on="2026-05-02")
    assert [one.card.key.story for one in found] == ["new", "weak", "strong", "other"]


def test_in_the_last_days_stories_make_room_for_what_the_rehearsal_leaves_out() -> None:
    figure = Known(CardKey("figure", story="a", figure="$2M"))
    order = {
        on: [one.card.key.kind for one in due(cards([], [figure, *stories("a")], now=NOW), NOW, loop_on=on)]
        for on in ("2026-05-02", "2026-05-03", "2026-05-04", "2026-05-05")
    }
    assert order == {
        "2026-05-02": ["story", "figure"],
        "2026-05-03": ["figure", "story"],
        "2026-05-04": ["figure", "story"],
        "2026-05-05": ["story", "figure"],
    }


def test_without_a_loop_new_cards_come_after_those_that_fade() -> None:
    log = [rating("old", "2026-04-20T09:00:00Z", "again")]
    found = due(cards(log, stories("new", "old"), now=NOW), NOW)
    assert [one.card.key.story for one in found] == ["old", "new"]


def test_of_new_cards_the_one_on_which_most_rests_comes_first_and_then_the_worse() -> None:
    universe = [
        Known(key("good"), rests=("A",), points=900),
        Known(key("bad"), rests=("A",), points=100),
        Known(key("busy"), rests=("A", "B"), points=900),
    ]
    assert [one.card.key.story for one in due(cards([], universe, now=NOW), NOW)] == ["busy", "bad", "good"]


def test_no_more_than_asked_for() -> None:
    found = cards([], stories(*"abc"), now=NOW)
    assert [len(due(found, NOW, most=most)) for most in (0, 2, 9, -1)] == [0, 2, 3, 0]


def test_what_was_told_today_does_not_come_today() -> None:
    log = [rating("a", "2026-05-01T07:00:00Z", "again")]
    assert because(log, stories("a"), loop_on="2026-05-02") == []
    assert because(log, stories("a")) == []
