"""Practice from end to end: a real bank, a real reviewer, a real interviewer, and a clock that the test turns."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from typing import Any

import pytest

from starproof.api.loops import keep_loop
from starproof.core.practice import GRADES, MODES, Mode, Step, StepKind
from starproof.errors import BankError, NotFound, PracticeError
from starproof.guides import load_guide
from starproof.practice.interviewer import Heard
from starproof.practice.session import replay
from tests.api.practising_at import LOOP, VAGUE, Clock, Room, heard, through_follow_ups, told


def test_one_story_is_asked_probed_rated_reviewed_and_comes_back(room: Room) -> None:
    session = room.studio.begin("story", story="t1-001")
    assert session.assignment.ask == room.bank.get("t1-001").draft.question
    session = room.take(session, "ready")
    session = room.take(session, "answered", text=VAGUE, seconds=70.0)
    assert session.asking is not None
    assert all(one.quote in VAGUE and one.span.of(VAGUE) == one.quote for one in session.asking.evidence)
    session = through_follow_ups(room, session)
    assert session.phase == "rate"
    session = room.take(session, "rated", grade="hard")
    look = room.studio.look(session.setup.id)
    assert look.review is not None
    assert look.review.document.text == look.text
    assert look.text.startswith(VAGUE)
    assert look.lost is not None
    assert look.lost.dropped
    session = room.take(session, "next")
    assert session.phase == "done"
    room.clock.turn(days=30)
    due = {(one.card.key.kind, one.card.key.story): one.because for one in room.studio.due()}
    assert due[("story", "t1-001")].startswith("due: you rated it hard")


def test_no_follow_up_comes_twice(room: Room) -> None:
    session = room.studio.begin("story", story="t1-001", think=0, follow_ups=8, manner="bar-raiser")
    session = room.take(session, "answered", text=VAGUE)
    session = through_follow_ups(room, session, "We did that because it seemed right, and it improved a lot.")
    asked = [turn.asked.question for turn in session.attempt.turns if turn.asked]
    assert len(asked) >= 2
    assert len(set(asked)) == len(asked)
    assert session.attempt.closing in ("exhausted", "enough")


def test_a_step_from_another_window_is_refused_and_changes_nothing(room: Room) -> None:
    session = room.studio.begin("story", story="t1-001")
    room.take(session, "ready")
    with pytest.raises(BankError, match="moved on"):
        room.take(session, "ready")
    assert room.studio.open(session.setup.id).phase == "answer"


def test_only_the_interviewer_asks(room: Room) -> None:
    id_ = room.studio.begin("story", story="t1-001", think=0).setup.id
    with pytest.raises(PracticeError, match="Only the interviewer"):
        room.studio.step(id_, "probed")


def test_an_illegal_step_is_not_kept(room: Room) -> None:
    session = room.studio.begin("story", story="t1-001")
    with pytest.raises(PracticeError, match="cannot take 'rated'"):
        room.take(session, "rated", grade="good")
    assert room.studio.history(session.setup.id) == ()


def test_a_session_resumes_to_the_same_wherever_it_was_left(room: Room) -> None:
    session = room.studio.begin("story", story="t1-002", think=0)
    id_ = session.setup.id
    stands = [session]
    stands.append(room.take(session, "answered", recording="r-1", seconds=30.0))
    stands.append(room.take(stands[-1], "transcribed", text=VAGUE))
    stands.append(room.take(stands[-1], "paused"))
    stands.append(room.take(stands[-1], "resumed"))
    for stand in stands[1:]:
        setup, steps = room.bank.practice.open(id_)
        assert replay(setup, steps[: stand.steps]) == stand
    assert room.enter().open(id_) == stands[-1]
    assert [one.setup.id for one in room.studio.unfinished()] == [id_]


def test_a_follow_up_that_a_crash_left_unasked_is_asked_when_the_session_is_opened(room: Room) -> None:
    session = room.studio.begin("story", story="t1-001", think=0)
    asked = room.take(session, "answered", text=VAGUE)
    id_ = room.studio.begin("story", story="t1-001", think=0, seed=asked.setup.seed).setup.id
    answered = replace(room.studio.history(session.setup.id)[0], at=room.clock())
    room.bank.practice.take(id_, answered, after=0)
    again = room.enter().open(id_)
    assert again.asking == asked.asking
    assert again.steps == 2
    assert room.studio.open(id_) == again


def test_an_interviewer_that_fails_keeps_nobody_from_going_on(room: Room) -> None:
    def deaf(text: str, question: str | None = None) -> Heard:
        raise ZeroDivisionError(text, question)

    session = room.studio.begin("story", story="t1-001", think=0)
    object.__setattr__(room.studio, "hear", deaf)
    with pytest.warns(UserWarning, match="interviewer failed: ZeroDivisionError"):
        session = room.take(session, "answered", text=VAGUE)
    assert (session.phase, session.attempt.turns[0].text) == ("rate", VAGUE)


def test_who_is_warm_asks_the_same(room: Room) -> None:
    asked = []
    for warm in (False, True):
        studio = room.enter()
        if warm:
            studio.warm()
        session = room.studio.begin("story", story="t1-001", think=0, seed=3)
        asked.append(room.take(session, "answered", text=VAGUE).asking)
    assert asked[0] is not None
    assert asked[0] == asked[1]


def test_two_windows_that_open_it_at_once_are_asked_the_same(room: Room) -> None:
    session = room.studio.begin("story", story="t1-001", think=0)
    asked = room.take(session, "answered", text=VAGUE)
    assert asked.asking is not None
    for _ in range(5):
        session = room.studio.begin("story", story="t1-001", think=0, seed=asked.setup.seed)
        step = Step(room.clock(), "answered", 0, text=VAGUE)
        room.bank.practice.take(session.setup.id, step, after=0)
        with ThreadPoolExecutor(4) as windows:
            stands = list(windows.map(room.studio.open, [session.setup.id] * 4))
        assert {(stand.steps, stand.asking and stand.asking.key) for stand in stands} == {(2, asked.asking.key)}


def test_a_question_in_anybodys_words_finds_its_story(room: Room) -> None:
    ask = room.bank.get("t1-001").draft.question
    session = room.studio.begin("story", question=ask)
    assert session.assignment.story == "t1-001"
    assert session.assignment.card.question == ask
    session = room.studio.begin("story", question="OW-Q02", story="t1-003")
    assert (session.assignment.ask, session.assignment.story) == ("Describe your biggest failure.", "t1-003")
    assert (
        room.studio.begin("story", question=" ow-q02 ").assignment
        == room.studio.begin("story", question="OW-Q02").assignment
    )
    with pytest.raises(PracticeError, match="no words"):
        room.studio.begin("story", question="  ")
    with pytest.raises(NotFound, match="no question 'OW-Q99'"):
        room.studio.begin("story", question="OW-Q99")


def test_the_same_seed_draws_the_same_and_a_question_asked_lately_does_not_come_again(room: Room) -> None:
    one = room.studio.begin("story", draw="asked", seed=3)
    other = room.studio.begin("story", draw="asked", seed=3)
    assert one.assignment.ask != other.assignment.ask
    room.clock.turn(days=15)
    assert room.studio.begin("story", draw="asked", seed=3).assignment == one.assignment


@pytest.mark.parametrize(
    ("mode", "wishes", "says"),
    [
        ("retrieval", {"story": "t1-001"}, "'retrieval' does not take 'story'. It takes draw, manner"),
        ("story", {"block": 5}, "'story' does not take 'block'"),
        ("defence", {"figure": "18 %"}, "Name its story too"),
        ("chat", {}, "no mode 'chat'"),
        ("story", {"manner": "rude"}, "no manner 'rude'"),
        ("story", {"seconds": -5.0}, "impossible time"),
        ("story", {"follow_ups": 99}, "99 follow-ups"),
    ],
)
def test_wishes_that_make_no_sense_are_refused(room: Room, mode: Mode, wishes: dict[str, Any], says: str) -> None:
    with pytest.raises(PracticeError) as caught:
        room.studio.begin(mode, **wishes)
    assert says in f"{caught.value.message} {caught.value.hint}"
    assert room.studio.sessions() == ()


def test_a_dropped_session_leaves_nothing(room: Room) -> None:
    session = told(room)
    room.studio.drop(session.setup.id)
    assert room.studio.sessions() == ()
    assert room.studio.ratings() == ()
    with pytest.raises(BankError, match="no practice session"):
        room.studio.open(session.setup.id)


@pytest.mark.parametrize("grade", GRADES)
def test_ratings_come_out_as_they_were_given(room: Room, grade: str) -> None:
    told(room, grade=grade)
    assert [(one.grade, one.card.story) for one in room.studio.ratings()] == [(grade, "t1-001")]


SCRIPTS: dict[Mode, list[tuple[StepKind, dict[str, object]]]] = {
    "story": [
        ("ready", {}),
        ("paused", {}),
        ("resumed", {}),
        ("answered", {"recording": "r", "seconds": 30.0}),
        ("transcribed", {"transcript": heard(VAGUE)}),
        ("edited", {"turn": 0, "text": VAGUE + " I decided it."}),
        ("answered", {"text": "From 22 percent."}),
        ("closed", {"closing": "speaker"}),
        ("rated", {"grade": "good"}),
        ("next", {}),
    ],
    "retrieval": [("named", {"story": "t1-001", "seconds": 3.5}), ("next", {}), ("skipped", {}), ("ended", {})],
    "defence": [("answered", {"text": VAGUE}), ("rated", {"grade": "hard"}), ("next", {}), ("skipped", {})],
    "loop": [
        ("ready", {}),
        ("answered", {"text": VAGUE}),
        ("closed", {"closing": "speaker"}),
        ("skipped", {}),
        ("rated", {"grade": "good"}),
        ("next", {}),
    ],
    "essay": [("answered", {"text": VAGUE}), ("rated", {"grade": "easy"}), ("next", {})],
}


@pytest.mark.parametrize("mode", MODES)
def test_who_leaves_after_every_step_comes_to_where_nobody_left(room: Room, mode: Mode) -> None:
    keep_loop(room.folder, LOOP, guide=load_guide())
    begun, ends = room.clock.at, []
    for leaves in (False, True):
        room.clock.at = begun
        story = None if mode in ("loop", "retrieval") else "t1-001"
        session = room.studio.begin(mode, seed=5, story=story)
        for kind, said in SCRIPTS[mode]:
            if leaves:
                assert room.enter().open(session.setup.id) == session
            session = room.take(session, kind, **said)
        assert room.studio.open(session.setup.id) == session
        ends.append(replace(session, setup=replace(session.setup, id="")))
        room.studio.drop(session.setup.id)
    assert ends[0] == ends[1]


def test_a_clock_tells_milliseconds() -> None:
    assert Clock()() == "2026-03-31T09:00:00.000Z"
