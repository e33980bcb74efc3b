"""Drills, figures that are defended, loops against the clock, essays; and what of it comes back."""

from __future__ import annotations

import pytest

from starproof.api.loops import keep_loop
from starproof.errors import NotFound, PracticeError
from starproof.guides import load_guide
from starproof.questions import load_questions
from tests.api.practising_at import LOOP, VAGUE, Room, through_follow_ups, told


def test_rapid_retrieval_asks_ten_that_the_stories_answer_and_grades_by_itself(room: Room) -> None:
    session = room.studio.begin("retrieval")
    assignments = session.setup.assignments
    assert len(assignments) == 10
    assert len({one.ask for one in assignments}) == 10
    for number, one in enumerate(assignments):
        named = {"story": one.story, "seconds": 2.0} if number % 2 else {"story": None, "seconds": 4.0}
        session = room.take(session, "named", **named)
        session = room.take(session, "next")
    assert session.phase == "done"
    assert [one.grade for one in room.studio.ratings()] == ["again", "easy"] * 5
    room.clock.turn(days=1)
    again = room.studio.begin("retrieval")
    missed = [one.card.question for one in assignments[::2]]
    assert set(missed) <= {one.card.question for one in again.setup.assignments}
    assert again.setup.assignments[0].because.startswith("due: you rated it again")


def test_a_drill_needs_stories(room: Room) -> None:
    for id_ in room.bank.ids():
        room.bank.archive(id_)
    with pytest.raises(PracticeError, match="answer no question"):
        room.studio.begin("retrieval")
    with pytest.raises(PracticeError, match="no figure"):
        room.studio.begin("defence")
    with pytest.raises(NotFound, match="no story 't1-001' to tell"):
        room.studio.begin("story", story="t1-001")
    assert room.studio.begin("story").assignment.story is None


def test_a_figure_is_defended_and_held_against_its_card(room: Room) -> None:
    session = room.studio.begin("defence", story="t1-001")
    assert {one.story for one in session.setup.assignments} == {"t1-001"}
    card = session.assignment.answer
    assert card is not None
    session = room.take(session, "answered", text="I do not remember where that one came from.")
    assert session.phase == "rate"
    session = room.take(session, "rated", grade="again")
    look = room.studio.look(session.setup.id)
    assert look.written is not None
    assert look.written.document.text == card
    room.clock.turn(days=1)
    again = room.studio.begin("defence")
    assert again.assignment.card == session.setup.assignments[0].card
    assert again.assignment.because.startswith("due: you rated it again")


def test_one_figure_can_be_named(room: Room) -> None:
    first = room.studio.begin("defence", story="t1-001").setup.assignments[1].card.figure
    assert first is not None
    session = room.studio.begin("defence", story="t1-001", figure=first)
    assert [one.card.figure for one in session.setup.assignments] == [first]


def test_a_loop_runs_by_its_plan_and_an_interviewer_moves_on_when_time_is_up(room: Room) -> None:
    keep_loop(room.folder, LOOP, guide=load_guide())
    session = room.studio.begin("loop", think=0)
    first, second = session.setup.assignments
    assert [(one.interviewer, one.manner, one.seconds) for one in (first, second)] == [
        ("Ada", None, 1200.0),
        ("Bo", "bar-raiser", 1200.0),
    ]
    assert first.story != second.story
    session = room.take(session, "answered", wait=1190, text=VAGUE)
    assert session.asking is not None
    session = room.take(session, "answered", wait=20, text="Our delays, which I measured in May 2024.")
    assert (session.attempts[0].closing, session.at, session.phase) == ("time", 1, "answer")
    session = through_follow_ups(room, room.take(session, "answered", text=VAGUE))
    for number in (0, 1):
        assert (session.phase, session.at) == ("rate", number)
        session = room.take(session, "rated", grade="good")
        session = room.take(session, "next")
    assert session.phase == "done"
    assert [one.card.kind for one in room.studio.ratings()] == ["story", "story"]


def test_a_loop_can_be_rehearsed_faster(room: Room) -> None:
    keep_loop(room.folder, LOOP, guide=load_guide())
    assert room.studio.begin("loop", block=15).assignment.seconds == 300.0


def test_without_a_loop_there_is_none_to_rehearse(room: Room) -> None:
    with pytest.raises(PracticeError, match="no loop"):
        room.studio.begin("loop")


def test_the_loop_decides_what_is_due_and_stands_in_the_calendar(room: Room) -> None:
    keep_loop(room.folder, LOOP, guide=load_guide())
    planned = {slot.first.story for slot in room.studio.planned().plan.slots if slot.first}  # type: ignore[union-attr]
    assert {one.card.key.story for one in room.studio.due()[: len(planned)]} <= planned
    assert room.studio.agenda().loop_on == "2026-04-20"
    assert "BEGIN:VEVENT" in room.studio.calendar()
    before = room.studio.planned()
    assert room.studio.planned() is before
    room.bank.archive(sorted(planned)[0])
    changed = room.studio.planned()
    assert changed is not None
    assert sorted(planned)[0] not in {slot.first.story for slot in changed.plan.slots if slot.first}


def test_a_question_that_was_answered_comes_back_in_its_words_and_counts_where_the_loop_may_ask_it(room: Room) -> None:
    for question in ("DD-Q01", "CO-Q01", "What would your team say of you?"):
        session = room.studio.begin("story", question=question, think=0, follow_ups=0)
        room.take(room.take(session, "answered", text=VAGUE), "rated", grade="hard")
    asked = {one.known.title: one.known.planned for one in room.studio.cards() if one.key.kind == "question"}
    pool = {one.id: one.text for one in load_questions()}
    assert asked == {pool["DD-Q01"]: True, pool["CO-Q01"]: True, "What would your team say of you?": False}
    keep_loop(room.folder, LOOP, guide=load_guide())
    asked = {one.known.title: one.known.planned for one in room.enter().cards() if one.key.kind == "question"}
    assert asked == {pool["DD-Q01"]: True, pool["CO-Q01"]: False, "What would your team say of you?": False}
    room.clock.turn(days=3)
    assert pool["DD-Q01"] in {one.card.known.title for one in room.studio.due()}


def test_cards_of_stories_put_away_and_of_figures_taken_out_never_come_up(room: Room) -> None:
    told(room)
    (figure, *_) = [one.key.figure for one in room.studio.cards() if one.key.kind == "figure"]
    drill = room.studio.begin("defence", story="t1-001", many=1)
    room.take(room.take(drill, "answered", text=VAGUE), "rated", grade="hard")
    room.bank.edit("t1-001", text=VAGUE)
    room.bank.refresh()
    assert not any(one.key.figure == figure for one in room.studio.cards())
    room.bank.archive("t1-001")
    assert not any(one.key.story == "t1-001" for one in room.studio.cards())
    room.clock.turn(days=9)
    assert not any(one.card.key.story == "t1-001" for one in room.studio.due())


def test_an_essay_is_written_against_the_clock_and_its_words_survive(room: Room) -> None:
    session = room.studio.begin("essay", story="t1-002")
    room.clock.turn(600)
    assert room.studio.time_left(session) == 3000.0
    room.studio.keep_words(session.setup.id, "Half a narra")
    assert room.enter().words(session.setup.id) == "Half a narra"
    session = room.take(session, "answered", text=room.bank.get("t1-002").draft.text)
    assert session.phase == "rate"
    assert room.studio.words(session.setup.id) is None
    look = room.studio.look(session.setup.id)
    assert look.review is not None
    assert look.review.text.register == "written"
    assert look.lost is not None
    assert look.lost.dropped == ()
