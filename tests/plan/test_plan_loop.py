"""The loop plan: who tells what, why, and what cannot be."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from starproof.core.bank import Use
from starproof.core.document import Story
from starproof.core.planning import Interviewer, Lock, Loop, LoopPlan, Told
from starproof.core.results import Evidence
from starproof.core.text import Span
from starproof.errors import InputError, NotFound, UsageError
from starproof.plan import coverage, plan_loop
from starproof.plan.sought import SIXTEEN, Names
from tests.growth import assert_under
from tests.plan.making import GUIDE, made_up, story

NAMES = Names(GUIDE)


def asks(name: str, *principles: str, **more: Any) -> Interviewer:
    return Interviewer(name, tuple(NAMES.find(principle) for principle in principles), **more)


def loop(*interviewers: Interviewer, **more: Any) -> Loop:
    return Loop(interviewers, **{"company": "Northwind", "on": "2026-06-01", **more})


def told(plan: LoopPlan) -> dict[tuple[str, str], str | None]:
    return {(slot.interviewer, slot.principle): slot.first and slot.first.story for slot in plan.slots}


ANA = asks("Ana", "ownership")


def test_each_question_gets_its_own_story_and_a_backup() -> None:
    plan = plan_loop(loop(ANA, asks("Bo", "ownership")), [story(name, "ownership") for name in "abcd"])
    assert told(plan) == {("Ana", "ownership"): "a", ("Bo", "ownership"): "b"}
    assert [slot.backup and slot.backup.story for slot in plan.slots] == ["c", "d"]
    assert plan.aims.covered == plan.aims.backups == 2


def test_the_bar_raiser_gets_the_strongest() -> None:
    stories = [story("a", "ownership", reads_as="unclear"), story("b", "ownership")]
    plan = plan_loop(loop(ANA, asks("Bo", "ownership", bar_raiser=True)), stories)
    assert told(plan) == {("Ana", "ownership"): "a", ("Bo", "ownership"): "b"}


@pytest.mark.parametrize(
    "weaker",
    [
        story("a", "ownership", uses=[Use("2025-01-01", "northwind ")]),
        story("a", "ownership", uses=[Use("2025-01-01", "Contoso")] * 5),
        story("a", "ownership", uses=[Use("2025-01-01", "Contoso", principle="ownership", went="badly")]),
        story("a", "ownership", happened="2012"),
        story("a", "ownership", reads_as="below"),
        story("a", "ownership", flags=("blame", "low-impact")),
        story("a", "ownership", errors=2),
        story("a", "ownership", ratings=(("structure", 1),)),
        story("a", "dive-deep", "ownership"),
    ],
    ids=["told here", "told often", "went badly", "stale", "below", "flags", "wrong figures", "ratings", "second tag"],
)
def test_what_speaks_against_a_story_costs_it_its_place(weaker: Any) -> None:
    plan = plan_loop(loop(ANA), [weaker, story("b", "ownership")])
    assert told(plan) == {("Ana", "ownership"): "b"}


def test_what_the_loop_file_tells_of_the_past_counts_too() -> None:
    stories = [story("a", "ownership"), story("b", "ownership")]
    plan = plan_loop(loop(ANA, told=(Told("a", "NORTHWIND", "2025-05-01"),)), stories)
    assert told(plan) == {("Ana", "ownership"): "b"}
    assert plan.slots[0].backup is not None
    assert plan.slots[0].backup.minding == ("you told it to NORTHWIND before, on 2025-05-01",)


def test_a_story_told_here_is_still_better_than_silence() -> None:
    plan = plan_loop(loop(ANA), [story("a", "ownership", uses=[Use("2025-01-01", "Northwind")])])
    assert told(plan) == {("Ana", "ownership"): "a"}


def test_two_stories_of_one_project_go_to_different_people() -> None:
    stories = [
        story("a1", "ownership", labels=("project:billing",)),
        story("a2", "dive-deep", labels=("project:billing",)),
        story("b1", "ownership", labels=("project:search",), reads_as="unclear"),
        story("b2", "dive-deep", reads_as="at", flags=("jargon",)),
    ]
    plan = plan_loop(loop(asks("Ana", "ownership", "dive-deep")), stories)
    assert told(plan) == {("Ana", "ownership"): "a1", ("Ana", "dive-deep"): "b2"}


def test_a_project_that_is_told_twice_is_pointed_out() -> None:
    stories = [story("a", "ownership", terms=["kiln"] * 1), story("b", "dive-deep", terms=["kiln"])]
    plan = plan_loop(loop(asks("Ana", "ownership", "dive-deep")), stories)
    assert "Ana hears two stories of what seems one project; no other choice was better." in plan.notes


def test_locked_choices_are_kept() -> None:
    stories = [story("a", "ownership"), story("b", "ownership", reads_as="below"), story("c", "dive-deep")]
    locks = (Lock("Ana", "ownership", "b"), Lock("Ana", "ownership", "c", "backup"))
    plan = plan_loop(loop(ANA, locked=locks), stories)
    slot = plan.slots[0]
    assert slot.first is not None
    assert slot.backup is not None
    assert (slot.first.story, slot.first.locked) == ("b", True)
    assert slot.backup.story == "c"
    assert slot.backup.minding == ("it does not show this: you locked it here",)


def test_a_lock_on_a_story_that_is_not_there_says_so() -> None:
    with pytest.raises(NotFound, match="'x', which is not there"):
        plan_loop(loop(ANA, locked=(Lock("Ana", "ownership", "x"),)), [story("a", "ownership")])
    with pytest.raises(NotFound) as slip:
        plan_loop(loop(ANA, locked=(Lock("Ana", "ownership", "the-mve"),)), [story("the-move", "ownership")])
    assert slip.value.hint == "Did you mean the-move?"
    with pytest.raises(InputError, match="archived"):
        plan_loop(loop(ANA, locked=(Lock("Ana", "ownership", "a"),)), [story("a", "ownership", archived=True)])


def test_no_stories_is_an_honest_answer() -> None:
    plan = plan_loop(loop(ANA), [])
    assert plan.slots[0].uncovered == "There are no stories to choose from."
    assert plan.notes[0] == "One question of 1 cannot be covered with no stories."


def test_a_principle_that_nothing_shows_stays_open_and_says_why() -> None:
    plan = plan_loop(loop(ANA), [story("a", "dive-deep")])
    assert plan.slots[0].uncovered == "No story shows Ownership; the nearest, “A”, is about something else."


def test_a_story_that_is_needed_elsewhere_is_named_with_its_place() -> None:
    plan = plan_loop(loop(ANA, asks("Bo", "ownership")), [story("a", "ownership")])
    assert plan.slots[1].uncovered == (
        "The one story that shows Ownership is told elsewhere: “A” goes to Ana on Ownership. One more is needed."
    )


def test_stories_left_out_are_not_told() -> None:
    plan = plan_loop(loop(ANA, leave_out=("a",)), [story("a", "ownership"), story("b", "ownership", reads_as="below")])
    assert told(plan) == {("Ana", "ownership"): "b"}


def test_a_story_that_the_file_speaks_of_and_nobody_has_is_pointed_out() -> None:
    plan = plan_loop(loop(ANA, leave_out=("x",), told=(Told("y", "Contoso"),)), [story("a", "ownership")])
    missing = [note for note in plan.notes if "which is not there" in note]
    assert ["'y'" in missing[0], "'x'" in missing[1]] == [True, True]


def test_what_is_no_story_is_not_told() -> None:
    plan = plan_loop(loop(ANA), [story("a", "ownership", genre="plan")])
    assert told(plan) == {("Ana", "ownership"): None}
    assert plan.left_out[0].because == "It is a plan; nothing has happened yet."


def test_the_other_eight_principles_are_answered_by_what_they_are_near_to() -> None:
    plan = plan_loop(
        loop(asks("Ana", "think-big")), [story("a", "invent-and-simplify"), story("b", "hire-and-develop")]
    )
    first = plan.slots[0].first
    assert first is not None
    assert first.story == "a"
    assert any("answer this" in because for because in first.because)


@pytest.mark.parametrize(
    ("more", "minutes"),
    [
        ({"style": "brief, please"}, 2),
        ({"style": "deep diver"}, 4),
        ({"minutes": 25}, 3),
        ({"minutes": 18}, 2),
        ({"minutes": 60}, 4),
        ({}, 3),
    ],
)
def test_the_length_follows_the_interviewer(more: dict[str, Any], minutes: int) -> None:
    plan = plan_loop(loop(asks("Ana", "ownership", **more)), [story("a", "ownership", minutes=(2, 3, 4))])
    first = plan.slots[0].first
    assert first is not None
    assert first.telling == f"tell your {minutes}-minute version"


@pytest.mark.parametrize(("seconds", "now"), [(90.0, "1 min 30 s"), (120.0, "2 min"), (59.4, "59 s")])
def test_how_long_a_story_runs_is_said_as_everywhere_else(seconds: float, now: str) -> None:
    plan = plan_loop(loop(asks("Ana", "ownership", style="deep")), [story("a", "ownership", seconds=seconds)])
    first = plan.slots[0].first
    assert first is not None
    assert first.telling == f"tell it in 4 minutes; it runs {now} now"


def test_what_to_take_along_stands_with_the_story() -> None:
    plan = plan_loop(loop(ANA), [story("a", "ownership", flags=("jargon", "blame"))])
    first = plan.slots[0].first
    assert first is not None
    assert first.opening == "This is how a began."
    assert first.figures == ("kept $1.4M a year", "from 19 to 13 minutes")
    assert first.flag == "Blaming others"


def test_a_clause_with_two_figures_is_taken_along_once() -> None:
    quotes = ("it rose two points, worth $3M a year", "down to 11%", "it rose two points, worth $3M a year")
    figures = tuple(Evidence(Span(at, at + 3), quote) for at, quote in enumerate(quotes))
    first = plan_loop(loop(ANA), [story("a", "ownership", figures=figures)]).slots[0].first
    assert first is not None
    assert first.figures == quotes[:2]


def test_texts_are_reviewed_on_the_way() -> None:
    text = "I owned billing. Nobody had asked me, but I stayed until the fault could not come back, for two years."
    plan = plan_loop(loop(ANA), [Story("x", text, principle="ownership")])
    assert told(plan) == {("Ana", "ownership"): "x"}


@settings(max_examples=8)
@given(st.permutations(range(14)))
def test_the_order_of_the_stories_does_not_matter(order: list[int]) -> None:
    stories = made_up(14, seed=7)
    asked = loop(asks("Ana", "ownership", "dive-deep"), asks("Bo", "earn-trust", "think-big", bar_raiser=True))
    assert plan_loop(asked, [stories[place] for place in order]) == plan_loop(asked, stories)


def test_a_large_loop_is_planned_in_time() -> None:
    people = [asks(f"I{n}", *(SIXTEEN[(n * 4 + k) % 16] for k in range(4)), bar_raiser=n == 0) for n in range(12)]
    stories = made_up(200, seed=1)
    plan = plan_loop(loop(*people), stories)
    assert_under(6.0, lambda: plan_loop(loop(*people), stories))  # three times the bar: others share the machine
    assert plan.aims.covered == 48
    seats = [choice.story for slot in plan.slots for choice in (slot.first, slot.backup) if choice is not None]
    assert len(seats) == len(set(seats))


@pytest.mark.parametrize("today", ["nope", "", "2026-13-01"])
def test_a_today_that_is_no_date_is_refused(today: str) -> None:
    with pytest.raises(UsageError, match="no date"):
        plan_loop(loop(ANA), [], today=today)
    with pytest.raises(UsageError, match="no date"):
        coverage([], today=today)
