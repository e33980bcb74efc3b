"""What an attempt came to: held against the story on paper, the try before, the speaker's own pace."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest

from starproof.api.practising import is_measured, look_as_dict, plan_of, session_as_dict, time_spent
from starproof.errors import PracticeError
from tests.api.practising_at import VAGUE, Room, heard, told


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


ON_THE_WAY = (
    "## Situation\n\nOur crew system failed each week.\n\n## Action\n\nI moved two engineers to it.\n\n"
    "## Result\n\nIt failed half as often.\n\n## Action\n\nThen I gave up the old gate.\n\n"
    "## Result\n\nIt has held for a year and is used by all nine depots.\n"
)


def test_time_is_shown_by_the_section_in_which_it_is_heard(room: Room) -> None:
    guide = room.reviewer.guide
    told(room, ON_THE_WAY)
    look = room.studio.look(told(room, ON_THE_WAY).setup.id)
    assert look.answer is not None
    names, (now, before, plan) = zip(*time_spent(guide, look), strict=True)
    assert names == ("this answer", "the one before", "the plan")
    assert now == before
    by_label = look.answer.timing.sections
    assert now["action"] > by_label["action"] > 0
    assert now["result"] < by_label["result"]
    assert sum(now.values()) == pytest.approx(look.answer.timing.seconds, abs=0.3)
    framework = plan_of(guide, look.assignment)
    assert framework is not None
    assert sum(plan.values()) == pytest.approx(framework.seconds)
    assert not is_measured(look)


def test_where_nothing_was_said_no_time_is_shown(room: Room) -> None:
    session = room.studio.begin("story", story="t1-001", think=0, follow_ups=0)
    session = room.take(session, "skipped")
    assert time_spent(room.reviewer.guide, room.studio.look(session.setup.id)) == ()


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
