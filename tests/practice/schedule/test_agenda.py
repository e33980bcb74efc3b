"""Sessions up to the loop: weak first, as much as fits, a dress rehearsal at the end, and a calendar file of it."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from icalendar import Calendar

from starproof.core.practice import GRADES, CardKey
from starproof.errors import PracticeError
from starproof.practice.schedule import Agenda, Known, agenda, agenda_calendar, cards
from tests.practice.schedule.making import NOW, key, rating, stories

FIGURE = Known(CardKey("figure", story="a", figure="$2M"), title="$2M a year")
QUESTION = Known(CardKey("question", question="q"), title="Tell me of a conflict")


def planned(
    universe: list[Known], log: Any = (), *, on: str | None = "2026-05-15", now: str = NOW, **more: Any
) -> Agenda:
    return agenda(cards(log, universe, now=now, loop_on=on), now, loop_on=on, **more)


def events(found: Agenda) -> list[Any]:
    return list(Calendar.from_ical(agenda_calendar(found, now=NOW)).walk("VEVENT"))


def test_it_ends_in_a_dress_rehearsal_of_every_story_and_the_loop() -> None:
    found = planned([*stories(*"abcd"), FIGURE]).sessions
    assert [(one.kind, one.on) for one in found[-2:]] == [("rehearsal", "2026-05-14"), ("loop", "2026-05-15")]
    assert found[-2].cards == tuple(key(name) for name in "abcd")
    assert found[-2].minutes == 48


def test_every_card_comes_up_again_in_the_last_days() -> None:
    universe = [*stories(*"abcd"), FIGURE, QUESTION]
    found = planned(universe)
    late = {one for session in found.sessions[:-2] if session.on >= "2026-05-12" for one in session.cards}
    assert late == {known.key for known in universe}
    assert found.unfitted == ()


def test_a_loop_far_away_still_has_practice_in_its_last_days() -> None:
    found = planned(stories(*"ab"), on="2027-05-15")
    assert found.sessions[0].on >= "2027-01-10"
    assert any("2027-05-12" <= one.on < "2027-05-14" for one in found.sessions)


def test_what_is_weak_is_practised_before_what_is_strong() -> None:
    log = [rating("a", "2026-04-25T09:00:00Z", "easy"), rating("b", "2026-04-25T09:00:00Z", "again")]
    order = [one for session in planned(stories(*"ab"), log).sessions for one in session.cards]
    assert order[0] == key("b")


def test_a_title_names_the_stories_and_counts_the_rest() -> None:
    figures = [Known(CardKey("figure", story="a", figure=f"${n}M")) for n in range(2)]
    assert (
        planned([*stories("a"), *figures, QUESTION]).sessions[0].title == "Practise “a”, two figures and one question"
    )
    assert planned(figures[:1]).sessions[0].title == "Practise one figure"
    assert planned(stories(*"abcde"), minutes=60).sessions[0].title == "Practise “a”, “b” and three more"
    assert "Defend “$0M” for the first time, 2 minutes." in planned(figures).sessions[0].what


def test_what_cannot_be_fitted_is_said() -> None:
    found = planned([*stories(*"abcd"), FIGURE, QUESTION], on="2026-05-03")
    says = {one.title: one.because for one in found.unfitted}
    only = "no time is left for it before the loop on Sunday but in the dress rehearsal, and it was never practised"
    assert says["d"] == only
    done = {one for session in found.sessions if session.kind == "practice" for one in session.cards}
    assert {one.key for one in found.unfitted} == {known.key for known in [*stories(*"abcd"), FIGURE, QUESTION]} - done


def test_on_the_day_of_the_loop_nothing_is_pretended() -> None:
    found = planned([*stories(*"ab"), QUESTION], on="2026-05-01")
    assert [one.kind for one in found.sessions] == ["loop"]
    assert {one.because for one in found.unfitted} == {
        "no time is left for it before the loop today, and it was never practised"
    }


def test_today_counts_while_its_session_can_still_begin() -> None:
    assert planned(stories("a")).sessions[0].on == "2026-05-01"
    assert planned(stories("a"), now="2026-05-01T19:00:01Z").sessions[0].on == "2026-05-02"


def test_only_the_owners_days_are_used_but_for_the_rehearsal() -> None:
    found = planned(stories(*"abcd"), days=("sat",)).sessions
    assert {date.fromisoformat(one.on).weekday() for one in found if one.kind == "practice"} == {5}


def test_without_a_loop_two_weeks_are_looked_ahead_and_nothing_is_rehearsed() -> None:
    found = planned(stories(*"abcd"), on=None)
    assert {one.kind for one in found.sessions} == {"practice"}
    assert found.sessions[-1].on < "2026-05-15"
    assert planned(stories(*"abcd"), on="2026-04-01").loop_on is None


def test_before_a_loop_what_it_does_not_tell_is_left_alone() -> None:
    found = planned([*stories("a"), *stories("b", planned=False)])
    assert all(key("b") not in one.cards for one in found.sessions)


@pytest.mark.parametrize("start", ["evening", "", "25:00", "19:00+02:00"])
def test_a_start_that_is_no_time_is_refused(start: str) -> None:
    with pytest.raises(PracticeError, match="no time of day"):
        planned([], start=start)


def test_a_day_that_is_none_is_refused() -> None:
    with pytest.raises(PracticeError, match="'monday' is no day of the week"):
        planned([], days=("monday",))


@given(
    st.integers(0, 40),
    st.integers(1, 90),
    st.integers(1, 12),
    st.lists(st.tuples(st.integers(0, 11), st.integers(0, 30), st.sampled_from(GRADES)), max_size=20),
)
@settings(max_examples=80)
def test_no_session_is_after_the_loop_nor_longer_than_asked(left: int, minutes: int, many: int, log: Any) -> None:
    on = date(2026, 5, 1) + timedelta(days=left)
    universe = stories(*(f"s{n}" for n in range(many)))
    past = [rating(f"s{n}", f"{date(2026, 5, 1) - timedelta(days=ago)}T06:00:00Z", grade) for n, ago, grade in log]
    found = planned(universe, past, on=str(on), minutes=minutes)
    assert found == planned(universe, past[::-1], on=str(on), minutes=minutes)
    assert all(one.on <= str(on) for one in found.sessions)
    assert [one.on for one in found.sessions] == sorted({one.on for one in found.sessions})
    for one in found.sessions:
        if one.kind == "practice":
            assert one.minutes is not None
            assert one.minutes <= minutes or len(one.cards) == 1


def test_the_calendar_holds_each_session_at_its_local_time() -> None:
    found = planned([*stories(*"abcd"), FIGURE], start="07:15")
    read = events(found)
    assert [str(one["summary"]) for one in read] == [one.title for one in found.sessions]
    first, last = read[0], read[-1]
    assert first["dtstart"].dt.tzinfo is None
    assert first["dtstart"].dt.isoformat() == f"{found.sessions[0].on}T07:15:00"
    assert first["dtend"].dt - first["dtstart"].dt == timedelta(minutes=found.sessions[0].minutes or 0)
    assert last["dtstart"].dt == date(2026, 5, 15)
    assert str(first["description"]) == found.sessions[0].what


def test_ids_are_unique_and_stay_when_the_agenda_is_made_anew() -> None:
    early = [str(one["uid"]) for one in events(planned(stories(*"abcd")))]
    log = [rating("a", "2026-05-01T07:00:00Z", "again")]
    late = {one["dtstart"].dt: str(one["uid"]) for one in events(planned(stories(*"abcd"), log))}
    assert len(set(early)) == len(early)
    assert {str(one["uid"]) for one in events(planned(stories(*"abcd")))} & set(late.values())


@given(st.text(max_size=120))
@settings(max_examples=60)
def test_no_title_can_break_out_of_its_event(title: str) -> None:
    hostile = [Known(key("a"), title=f"{title}\r\nBEGIN:VEVENT")]
    found = planned(hostile)
    text = agenda_calendar(found, now=NOW)
    assert text.count("\r\nBEGIN:VEVENT\r\n") == len(found.sessions) == len(events(found))
    assert all(len(line.encode()) <= 75 for line in text.split("\r\n"))
