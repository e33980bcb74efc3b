"""Practice from end to end: a real bank, a real reviewer, a real interviewer, and a clock that the test turns."""

from __future__ import annotations

import json
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from starproof.api.loops import keep_loop
from starproof.api.practising import look_as_dict, session_as_dict
from starproof.bank import Bank
from starproof.core.planning import Interviewer, Loop, Sought
from starproof.core.practice import GRADES, MODES, Mode, Session, Step, StepKind
from starproof.core.speech import SpokenWord, Stretch, Transcript
from starproof.engine import Reviewer
from starproof.errors import BankError, NotFound, PracticeError
from starproof.guides import load_guide
from starproof.practice.interviewer import Heard
from starproof.practice.session import replay
from starproof.questions import load_questions
from tests.api.practising_at import Clock, Room

VAGUE = (
    "When I took over the team we had a lot of delays. We looked into it together and decided to change the handover. "
    "After that it got much better, by about 30 percent, and everybody was happy with it."
)
ADA = Interviewer("Ada", (Sought("dive-deep", "Dive Deep", ("dive-deep",)),), minutes=30)
BO = Interviewer("Bo", (Sought("ownership", "Ownership", ("ownership",)),), bar_raiser=True, minutes=30)
LOOP = Loop((ADA, BO), company="Parcels", on="2026-04-20")


@pytest.fixture
def room(bank: Bank, reviewer: Reviewer, tmp_path: Path) -> Room:
    return Room(bank, reviewer, tmp_path)


def heard(text: str) -> Transcript:
    words = tuple(SpokenWord(word, at * 0.4, at * 0.4 + 0.3) for at, word in enumerate(text.split()))
    return Transcript(words, (Stretch(0.0, words[-1].end),), words[-1].end + 0.5, "an engine 1", "base.en")


def through_follow_ups(room: Room, session: Session, text: str = "It was my decision, in May 2024.") -> Session:
    while session.phase == "follow-up":
        session = room.take(session, "answered", text=text)
    return session


def told(room: Room, text: str = VAGUE, *, grade: str = "good", story: str = "t1-001") -> Session:
    session = room.studio.begin("story", story=story, think=0)
    session = through_follow_ups(room, room.take(session, "answered", wait=60, text=text))
    return room.take(room.take(session, "rated", grade=grade), "next")


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
    def deaf(text: str) -> Heard:
        raise ZeroDivisionError(text)

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


def test_a_spoken_answer_waits_for_its_words_and_its_recording_goes(room: Room) -> None:
    recordings = room.studio.recordings
    assert recordings is not None
    for id_ in ("gone", "kept"):
        recordings.begin(id_, mime="audio/webm", at=room.clock())
        recordings.keep_chunk(id_, 0, b"sound")
        recordings.finish(id_, chunks=1)
        recordings.join(id_)
    recordings.keep("kept")
    for id_ in ("gone", "kept"):
        session = room.studio.begin("story", story="t1-001", think=0)
        session = room.take(session, "answered", recording=id_, seconds=20.0)
        assert (session.phase, session.attempt.turns[0].text) == ("transcribe", "")
        session = room.take(session, "transcribed", transcript=heard(VAGUE))
        assert session.attempt.turns[0].transcript == heard(VAGUE)
    assert [one.id for one in recordings.all()] == ["kept"]
    look = room.studio.look(session.setup.id)
    assert look.review is not None
    assert look.review.text.register == "spoken"
    assert look.delivery is not None
    assert look.delivery.pace is not None


def test_only_what_was_heard_of_a_recording_counts_as_heard(room: Room) -> None:
    recordings = room.studio.recordings
    assert recordings is not None
    recordings.begin("r-1", mime="audio/webm", at=room.clock())
    recordings.keep_chunk("r-1", 0, b"sound")
    joined = recordings.join("r-1")
    recordings.keep_chunk("r-1", 1, b"which came late")
    recordings.join("r-1")  # to listen to
    session = room.studio.begin("story", story="t1-001", think=0)
    room.take(session, "answered", recording="r-1", transcript=heard(VAGUE), joined=joined)
    room.clock.turn(days=2)
    assert room.studio.sweep().forgotten == ()
    assert [one.id for one in room.studio.orphans()] == ["r-1"]


@pytest.mark.parametrize("typed", [True, False])
def test_a_recording_that_a_crash_left_behind_its_words_goes_with_the_next_sweep(room: Room, typed: bool) -> None:
    recordings = room.studio.recordings
    assert recordings is not None
    for id_ in ("served", "kept", "unheard"):
        recordings.begin(id_, mime="audio/webm", at=room.clock())
        recordings.keep_chunk(id_, 0, b"sound")
        recordings.finish(id_, chunks=1)
        if not typed:
            recordings.join(id_)
    recordings.keep("kept")
    for id_ in ("served", "kept"):
        session = room.studio.begin("story", story="t1-001", think=0)
        said = Step(room.clock(), "answered", 0, text=VAGUE, recording=id_, transcript=None if typed else heard(VAGUE))
        room.bank.practice.take(session.setup.id, said, after=0)
    assert room.enter().sweep().forgotten == (("served",) if not typed else ())
    assert [one.id for one in recordings.all()] == ["kept", "unheard"]
    assert room.studio.orphans() == ()
    room.clock.turn(days=2)
    assert [one.id for one in room.studio.orphans()] == ["unheard"]
    assert room.studio.sweep().orphans == room.studio.orphans()


def test_a_recording_set_aside_is_deleted_and_the_question_asked_again(room: Room) -> None:
    recordings = room.studio.recordings
    assert recordings is not None
    recordings.begin("r-1", mime="audio/webm", at=room.clock())
    recordings.keep_chunk("r-1", 0, b"sound")
    session = room.studio.begin("story", story="t1-001", think=0)
    session = room.take(session, "answered", recording="r-1")
    session = room.take(session, "skipped")
    assert session.phase == "answer"
    assert recordings.all() == ()


def test_edited_words_change_all_that_comes_after_but_not_what_was_asked(room: Room) -> None:
    session = room.studio.begin("story", story="t1-001", think=0)
    session = room.take(session, "answered", recording="r", transcript=heard(VAGUE))
    question = session.asking
    session = room.take(session, "edited", turn=0, text=VAGUE.replace("30 percent", "13 percent"))
    assert session.asking == question
    look = room.studio.look(session.setup.id)
    assert look.review is not None
    assert [one.value for one in look.review.quantities] == [13.0]
    assert look.attempt.turns[0].transcript == heard(VAGUE)


def test_a_log_without_transcripts_gives_the_same_ratings(room: Room) -> None:
    session = room.studio.begin("story", story="t1-001", think=0, follow_ups=0)
    session = room.take(session, "answered", recording="r")
    session = room.take(session, "transcribed", transcript=heard(VAGUE))
    session = room.take(session, "rated", grade="easy")
    (rated,) = room.studio.ratings()
    assert (rated.grade, rated.seconds, rated.spoken) == ("easy", session.attempt.turns[0].seconds, True)
    assert room.studio.log().rehearsals == 1


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


def test_the_answer_is_held_against_the_length_that_was_practised(room: Room) -> None:
    short = "I ran crew systems. I found the cause at the gate, and delay fell from 19 to 13 minutes."
    room.bank.put_version("t1-001", 2, short)
    session = room.studio.begin("story", story="t1-001", minutes=2, think=0, follow_ups=0)
    session = room.take(session, "answered", text=VAGUE)
    look = room.studio.look(session.setup.id)
    assert look.written is not None
    assert look.written.document.text == short


def test_a_second_try_stands_beside_the_first_at_the_same_card(room: Room) -> None:
    paper = room.bank.get("t1-001").draft.text
    first = told(room)
    told(room, story="t1-002")
    room.clock.turn(days=1)
    session = room.studio.begin("essay", story="t1-001")
    session = room.take(session, "answered", text=paper)
    assert room.studio.look(session.setup.id).before is None
    session = told(room, paper)
    look = room.studio.look(session.setup.id)
    assert look.before is not None
    assert look.retry is not None
    assert look.before.session.setup.id == first.setup.id
    assert look.before.lost is not None
    assert look.retry.found is not None
    assert [one.figure.quote for one in look.retry.found]
    assert not look.retry.gone
    assert look.retry.says
    assert room.studio.look(first.setup.id).before is None


def test_pace_is_held_against_the_speakers_own_once_a_few_answers_were_heard(room: Room) -> None:
    slow = heard(VAGUE * 2)  # 150 words a minute
    swift = replace(slow, words=tuple(replace(w, start=w.start * 0.8, end=w.end * 0.8) for w in slow.words))
    advice = []
    for transcript in (slow, slow, swift, slow, swift):
        session = room.studio.begin("story", story="t1-001", think=0, follow_ups=0)
        session = room.take(session, "answered", wait=70, recording="r.wav", transcript=transcript)
        delivery = room.studio.look(session.setup.id).delivery
        assert delivery is not None
        advice.append([one.says for one in delivery.advice if one.topic == "pace"])
    assert advice[:2] == [[], []]
    assert [len(one) for one in advice[2:]] == [1, 0, 1]
    assert "the usual 130 to 175" in advice[2][0]
    assert "your own 150" in advice[4][0]


def test_only_what_there_is_can_be_looked_at(room: Room) -> None:
    id_ = room.studio.begin("story", story="t1-001").setup.id
    for wrong in (-1, 1):
        with pytest.raises(PracticeError, match="to look at"):
            room.studio.look(id_, wrong)


def test_nothing_said_is_nothing_to_review(room: Room) -> None:
    look = room.studio.look(room.studio.begin("story", story="t1-001").setup.id)
    assert (look.text, look.review, look.delivery, look.lost) == ("", None, None, None)


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


def test_a_session_and_a_look_are_json_and_a_drill_does_not_give_its_answers_away(room: Room) -> None:
    drill = room.studio.begin("retrieval")
    shown = json.loads(json.dumps(session_as_dict(drill, now=room.clock()), allow_nan=False))
    assert (shown["time_left"], shown["open"][:2]) == (10.0, ["named", "skipped"])
    assert {(one["story"], one["fitting"]) for one in shown["assignments"]} == {(None, None)}
    drill = room.take(drill, "skipped")
    assert session_as_dict(drill, now=room.clock())["assignments"][0]["story"] == drill.assignment.story
    told(room)
    session = room.studio.begin("story", story="t1-001", think=0)
    session = room.take(session, "answered", recording="r", transcript=heard(VAGUE))
    look = json.loads(json.dumps(look_as_dict(room.studio.look(session.setup.id)), allow_nan=False))
    assert look["review"]["schema"] == "starproof.review/1"
    assert look["lost"]["dropped"][0]["figure"].keys() == {"start", "end", "quote"}
    assert look["before"]["session"] != look["session"]
    assert session_as_dict(session, now=room.clock())["asking"]["question"] == session.asking.question  # type: ignore[union-attr]


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
