"""What a session refuses, and how it says so."""

from __future__ import annotations

from typing import Any

import pytest

from starproof.core.practice import Mode, Step, StepKind
from starproof.errors import PracticeError
from starproof.practice.session import begin, take
from tests.practice.session.making import Table, asked, heard, setup


@pytest.mark.parametrize(
    ("mode", "kind", "fields", "says"),
    [
        ("story", "answered", {"text": "Too soon."}, "question 1 of 1, phase think). It can take 'ready'"),
        ("retrieval", "answered", {"text": "A story."}, "It can take 'named', 'skipped'"),
        ("retrieval", "named", {"story": "parcels"}, "Give it in 'seconds'"),
        ("retrieval", "named", {"story": "parcels", "seconds": float("nan")}, "no length"),
        ("defence", "answered", {"text": " \u200b\n"}, "no words"),
        ("defence", "answered", {"transcript": heard()}, "needs its recording"),
        ("defence", "answered", {}, "its words or its recording"),
        ("defence", "answered", {"text": "x", "seconds": -1.0}, "no length"),
        ("defence", "answered", {"text": "x", "turn": 1}, "turn 1, but turn 0 is on"),
        ("defence", "answered", {"text": "x" * 100_001}, "100,001 characters"),
        ("defence", "answered", {"text": "x", "assignment": 1}, "question 2, but question 1 is on"),
        ("defence", "closed", {"closing": "speaker"}, "Nothing was said yet"),
        ("defence", "closed", {}, "for a reason"),
        ("essay", "closed", {"closing": "time"}, "Time is not up"),
        ("essay", "edited", {"turn": 0, "text": "x"}, "cannot take 'edited'"),
        ("story", "next", {}, "cannot take 'next'"),
        ("story", "resumed", {"at": "noon"}, "no moment"),
    ],
)  # fmt: skip
def test_a_step_out_of_place_is_refused_in_words(mode: Mode, kind: StepKind, fields: dict[str, Any], says: str) -> None:
    table = Table.of(mode)
    before = table.session
    with pytest.raises(PracticeError) as caught:
        take(before, Step(**({"at": table.now, "assignment": 0} | fields), kind=kind))
    assert says in f"{caught.value.message} {caught.value.hint}"
    assert caught.value.hint
    assert table.session == before


def test_a_follow_up_is_never_asked_twice_and_quotes_what_was_said() -> None:
    table = Table.of("story", think=0.0, follow_ups=3)
    table.take("answered", text="An answer.")
    table.take("probed", asked=asked(1))
    with pytest.raises(PracticeError, match="closed"):
        table.take("probed", asked=asked(2))
    with pytest.raises(PracticeError, match="still waits"):
        table.take("closed", closing="exhausted")
    table.take("answered", text="More.")
    with pytest.raises(PracticeError, match="asked before"):
        table.take("probed", asked=asked(1))
    with pytest.raises(PracticeError, match="not there"):
        table.take("probed", asked=asked(2, turn=2))
    with pytest.raises(PracticeError, match="needs its question"):
        table.take("probed")
    table.take("closed", closing="speaker")
    assert table.session.attempt.closing == "speaker"


def test_while_paused_nothing_goes_on() -> None:
    table = Table.of("story")
    table.take("paused")
    with pytest.raises(PracticeError, match=r"it is paused\. It can take 'resumed' or 'ended'"):
        table.take("ready")


def test_after_the_end_nothing_goes_on() -> None:
    table = Table.of("story")
    table.take("ended")
    with pytest.raises(PracticeError, match=r"it is over\. Begin another session"):
        table.take("resumed")


def test_words_are_changed_only_where_there_are_some() -> None:
    table = Table.of("story", think=0.0, many=2)
    table.take("answered", text="An answer.")
    for wrong in (
        {"assignment": 1, "turn": 0},
        {"assignment": 0, "turn": 1},
        {"assignment": 2, "turn": 0},
        {"turn": -1},
    ):
        with pytest.raises(PracticeError, match=r"There is no"):
            table.take("edited", text="x", **wrong)
    with pytest.raises(PracticeError, match="no words"):
        table.take("edited", turn=0, text="")


@pytest.mark.parametrize(
    ("mode", "changes", "says"),
    [
        ("story", {"ask": "  "}, "Question 1 has no words"),
        ("story", {"think": -1.0}, "impossible time"),
        ("loop", {"seconds": float("inf")}, "impossible time"),
        ("loop", {"seconds": 0.0}, "impossible time"),
        ("story", {"follow_ups": 9}, "9 follow-ups"),
        ("retrieval", {"story": None}, "no story to name"),
        ("retrieval", {"seconds": None}, "no time"),
    ],
)
def test_a_setup_that_makes_no_sense_is_refused(mode: Mode, changes: dict[str, Any], says: str) -> None:
    with pytest.raises(PracticeError, match=says):
        begin(setup(mode, **changes))


def test_a_session_needs_something_to_answer() -> None:
    with pytest.raises(PracticeError, match="nothing to answer"):
        begin(setup(many=0))
