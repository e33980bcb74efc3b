"""Whatever is done at a session, it stays in order: random walks through all modes."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise
from typing import Any, get_args

from hypothesis import given, settings
from hypothesis import strategies as st

from starproof.core.practice import (
    CLOSINGS,
    GRADES,
    MODES,
    Asked,
    Phase,
    Session,
    Setup,
    Step,
    StepKind,
)
from starproof.errors import PracticeError
from starproof.practice.session import begin, open_steps, ratings, replay, take, time_left
from tests.practice.session.making import asked, heard, moment, setup

KINDS: tuple[StepKind, ...] = get_args(StepKind)
PHASES: tuple[Phase, ...] = get_args(Phase)

setups = st.builds(
    lambda mode, many, think, follow_ups: setup(
        mode, many=many, think=0.0 if mode == "retrieval" else think, follow_ups=follow_ups
    ),
    st.sampled_from(MODES),
    st.integers(1, 4),
    st.sampled_from([0.0, 20.0]),
    st.integers(0, 3),
)
words = st.none() | st.sampled_from(["We cut it by 18 %.", "", "I did.", " \n"])
moves = st.fixed_dictionaries(
    {
        "assignment": st.sampled_from([None, None, None, None, None, 0, 1, -1]),
        "turn": st.none() | st.integers(-1, 3),
        "text": words,
        "seconds": st.none() | st.floats(allow_nan=True),
        "recording": st.none() | st.just("r1"),
        "transcript": st.none() | st.just(heard()),
        "asked": st.none() | st.builds(asked, st.integers(1, 5), turn=st.integers(0, 3)),
        "story": st.sampled_from([None, "parcels", "ferries", "x"]),
        "grade": st.none() | st.sampled_from(GRADES),
        "closing": st.none() | st.sampled_from(CLOSINGS),
    }
)
Move = tuple[int, int, dict[str, Any] | None]
steady = st.tuples(st.integers(0, 200), st.sampled_from([1, 5, 30, 700]), st.none())
wild = st.tuples(st.integers(0, 200), st.integers(-5, 700), moves)
walks: st.SearchStrategy[list[Move]] = st.lists(steady | steady | steady | wild, min_size=12, max_size=40)


def sound(session: Session, kind: StepKind, pick: int) -> dict[str, Any]:
    """What a step of this kind needs so that it is taken."""
    said = [(one.assignment, number) for one in session.attempts for number, turn in enumerate(one.turns) if turn.text]
    where, turn = said[pick % len(said)] if said else (session.at, 0)
    fields: dict[StepKind, dict[str, Any]] = {
        "answered": {"text": "We cut it by 18 %."} if pick % 3 else {"recording": "r1"},
        "transcribed": {"transcript": heard()},
        "edited": {"assignment": where, "turn": turn, "text": "In other words."},
        "probed": {"asked": asked(len(session.attempt.turns))},
        "closed": {"closing": "speaker" if session.phase == "follow-up" else "time"},
        "named": {"story": ("parcels", "ferries", None)[pick % 3], "seconds": pick / 10},
        "rated": {"grade": GRADES[pick % 4]},
    }
    return fields.get(kind, {})


def drawn(session: Session, move: Move) -> tuple[StepKind, dict[str, Any]]:
    """A step that goes on, as one does; or, of a wild move, any step with anything in it."""
    pick, _, fields = move
    if fields is not None:
        return KINDS[pick % len(KINDS)], {**fields, "assignment": fields["assignment"] or session.at}
    likely, *others = [kind for kind in open_steps(session) if kind != "ended"] or KINDS
    kinds = [likely] * 6 + others
    return kinds[pick % len(kinds)], sound(session, kinds[pick % len(kinds)], pick)


def walked(begun: Setup, walk: list[Move]) -> tuple[list[Session], list[Step]]:
    """Take the steps that are taken; those refused must change nothing and say what else could be done."""
    session, clock = begin(begun), 0
    sessions, steps = [session], []
    for move in walk:
        clock += move[1]
        kind, fields = drawn(session, move)
        step = Step(**{"at": moment(clock), "assignment": session.at, **fields}, kind=kind)
        before = session
        try:
            session = take(session, step)
        except PracticeError as error:
            refused = (error.message, error.hint, session == before)
        else:
            assert kind in open_steps(before)
            sessions.append(session)
            steps.append(step)
            continue
        assert all(refused)
    return sessions, steps


def asked_in(session: Session) -> list[list[Asked]]:
    return [[turn.asked for turn in attempt.turns if turn.asked] for attempt in session.attempts]


def in_order(session: Session) -> None:
    total = len(session.setup.assignments)
    assert session.phase in PHASES
    assert len(session.attempts) == total
    assert 0 <= session.at < total
    assert [attempt.assignment for attempt in session.attempts] == list(range(total))
    assert session.asking is None or session.phase == "follow-up"
    assert session.used >= 0
    assert session.spent >= 0
    assert (session.phase == "transcribe") <= (session.attempt.turns[-1:] != () and not session.attempt.turns[-1].text)
    assert (session.phase == "rate") <= bool(session.attempt.turns)
    for attempt, questions in zip(session.attempts, asked_in(session), strict=True):
        assert len({one.key for one in questions}) == len(questions)
        assert len(questions) <= session.setup.assignments[attempt.assignment].follow_ups
        assert attempt.turns[:1] == () or attempt.turns[0].asked is None
        assert all(turn.seconds is None or turn.seconds >= 0 for turn in attempt.turns)
        assert not (attempt.skipped and attempt.turns)
        assert (attempt.grade is None) == (attempt.rated is None)
    if session.setup.mode != "loop":
        assert all(attempt.began is None for attempt in session.attempts[session.at + 1 :])


@settings(max_examples=150)
@given(setups, walks)
def test_any_walk_keeps_a_session_in_order(begun: Setup, walk: list[Move]) -> None:
    sessions, steps = walked(begun, walk)
    for number, session in enumerate(sessions):
        in_order(session)
        assert session.steps == number
    for before, after in pairwise(sessions):
        assert before.phase != "done" or after.phase == "done"
        assert len(ratings(before)) <= len(ratings(after)) or steps[after.steps - 1].kind == "ended"
    assert len(ratings(sessions[-1])) <= len(begun.assignments)


@settings(max_examples=150)
@given(setups, walks)
def test_a_session_resumes_to_the_same_wherever_it_was_interrupted(begun: Setup, walk: list[Move]) -> None:
    sessions, steps = walked(begun, walk)
    for cut, session in enumerate(sessions):
        assert replay(begun, steps[:cut]) == session


@settings(max_examples=60)
@given(setups, walks, st.floats(0, 5_000), st.floats(0, 5_000))
def test_time_only_runs_down(begun: Setup, walk: list[Move], one: float, other: float) -> None:
    session = walked(begun, walk)[0][-1]
    since = (
        (0 if not session.steps else 100_000) + min(one, other),
        (0 if not session.steps else 100_000) + max(one, other),
    )
    early, late = (time_left(session, moment(at)) for at in since)
    assert (early is None) == (late is None)
    assert early is None or late is None or early >= late >= 0
    assert not session.paused or early == late


@settings(max_examples=60)
@given(setups, walks)
def test_a_pause_anywhere_changes_nothing_but_the_clock(begun: Setup, walk: list[Move]) -> None:
    session = walked(begun, walk)[0][-1]
    if "paused" not in open_steps(session):
        return
    held = take(session, Step(moment(100_000), "paused", session.at))
    again = take(held, Step(moment(200_000), "resumed", session.at))
    assert time_left(again, moment(200_000)) == time_left(session, moment(100_000))
    assert replace(again, steps=session.steps, used=session.used, since=session.since) == session
