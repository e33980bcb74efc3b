"""Spoken answers: they wait for their words, and their recordings go once those are in the bank."""

from __future__ import annotations

import pytest

from starproof.core.practice import Step
from tests.api.practising_at import VAGUE, Room, heard


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
