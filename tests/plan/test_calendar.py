"""The practice calendar: sensible days, weak first, the same file each time."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise
from typing import Any

import pytest
from icalendar import Calendar

from starproof.core.planning import Interviewer, Loop, LoopPlan, Practice
from starproof.errors import InputError
from starproof.plan import plan_loop
from starproof.plan.loop.calendar import calendar_of
from starproof.plan.sought import Names
from tests.plan.making import GUIDE, story

NAMES = Names(GUIDE)
NOW = "2026-05-01T08:00:00Z"


def plan(*, on: str | None = "2026-06-01", **practice: Any) -> LoopPlan:
    asked = ("ownership", "dive-deep", "earn-trust", "have-backbone")
    people = tuple(Interviewer(f"I{n}", (NAMES.find(name),)) for n, name in enumerate(asked))
    loop = Loop(people, company="Northwind; Sons, Ltd.", on=on, practice=Practice(**practice))
    stories = [
        story("Ünïcode 🎈 line\r\nBEGIN:VEVENT", "ownership"),
        story("b", "dive-deep", reads_as="below"),
        story("c", "earn-trust"),
    ]
    return plan_loop(loop, stories)


def events(text: str) -> list[Any]:
    return list(Calendar.from_ical(text).walk("VEVENT"))


def test_practice_ends_in_a_rehearsal_and_the_loop() -> None:
    found = events(calendar_of(plan(), now=NOW))
    assert str(found[-1]["summary"]) == "Interviews at Northwind; Sons, Ltd."
    assert found[-1]["dtstart"].dt == date(2026, 6, 1)
    assert str(found[-2]["summary"]) == "Rehearse the whole loop"
    assert found[-2]["dtstart"].dt.date() == date(2026, 5, 31)


def test_what_is_weakest_comes_first_and_sessions_are_spaced() -> None:
    found = events(calendar_of(plan(), now=NOW))[:-2]
    assert str(found[0]["summary"]) == "Practise Have Backbone and Dive Deep"
    days = [event["dtstart"].dt.date() for event in found]
    assert all(two - one >= timedelta(days=3) for one, two in pairwise(days))
    assert min(days) >= date(2026, 5, 3)


def test_each_question_is_practised_twice_where_there_is_time() -> None:
    texts = [str(event["description"]) for event in events(calendar_of(plan(), now=NOW))[:-2]]
    assert sum("Earn Trust" in text for text in texts) == 2


def test_times_float_and_last_as_long_as_asked() -> None:
    event = events(calendar_of(plan(start="07:15", minutes=45), now=NOW))[0]
    start, end = event["dtstart"].dt, event["dtend"].dt
    assert start.tzinfo is None
    assert (start.hour, start.minute) == (7, 15)
    assert end - start == timedelta(minutes=45)


def test_only_the_owners_days_are_used() -> None:
    found = events(calendar_of(plan(days=("sat",)), now=NOW))[:-2]
    assert {event["dtstart"].dt.weekday() for event in found} == {5}


def test_little_time_packs_every_question_in() -> None:
    found = events(calendar_of(plan(on="2026-05-04"), now=NOW))
    assert [event["dtstart"].dt for event in found][-1] == date(2026, 5, 4)
    assert all(name in str(found[0]["description"]) for name in ("Ownership", "Dive Deep", "Earn Trust"))


def test_a_loop_tomorrow_has_no_time_to_practise() -> None:
    assert len(events(calendar_of(plan(on="2026-05-02"), now=NOW))) == 1


def test_the_same_plan_gives_the_same_file() -> None:
    assert calendar_of(plan(), now=NOW) == calendar_of(plan(), now=NOW)


def test_ids_are_unique_and_stay_when_the_file_is_made_again_later() -> None:
    early, late = (events(calendar_of(plan(), now=now)) for now in (NOW, "2026-05-02T09:00:00Z"))
    ids = [str(event["uid"]) for event in early]
    assert len(set(ids)) == len(ids)
    assert set(ids) == {str(event["uid"]) for event in late}


def test_no_title_can_break_out_of_its_event() -> None:
    text = calendar_of(plan(), now=NOW)
    assert text.count("\r\nBEGIN:VEVENT\r\n") == len(events(text))
    assert all(len(line.encode()) <= 75 for line in text.split("\r\n"))


def test_without_a_date_or_after_it_there_is_nothing_to_practise_for() -> None:
    with pytest.raises(InputError, match="no date"):
        calendar_of(plan(on=None), now=NOW)
    with pytest.raises(InputError, match="it is over"):
        calendar_of(plan(on="2026-04-30"), now=NOW)
