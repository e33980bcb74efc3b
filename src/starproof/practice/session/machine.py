"""Begin a session, take one step, or replay them all. Every function gives a new session; none looks at a clock."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace

from starproof.core.practice import Attempt, Session, Setup, Step, StepKind
from starproof.moments import moment_of
from starproof.practice.session import answering, flow, rating
from starproof.practice.session.checks import check_setup
from starproof.practice.session.clock import counted
from starproof.practice.session.phases import check_open


def begin(setup: Setup) -> Session:
    """The session before its first step.

    Raises:
        PracticeError: when there is nothing to answer, or the setup contradicts itself.
    """
    check_setup(setup)
    attempts = tuple(Attempt(number) for number in range(len(setup.assignments)))
    return flow.opened(Session(setup, "think", 0, attempts, 0, setup.at), 0, setup.at)


def take(session: Session, step: Step) -> Session:
    """The session after one more step.

    Raises:
        PracticeError: when the state forbids the step, or something is missing in it. The session given is as it was.
    """
    moment_of(step.at)
    check_open(session, step)
    return replace(_HOW[step.kind](session, step), steps=session.steps + 1)


def replay(setup: Setup, steps: Iterable[Step]) -> Session:
    """The session after all of these steps.

    Raises:
        PracticeError: as ``begin`` and ``take``.
    """
    session = begin(setup)
    for step in steps:
        session = take(session, step)
    return session


def _paused(session: Session, step: Step) -> Session:
    return replace(session, used=counted(session, step.at), paused=True)


def _resumed(session: Session, step: Step) -> Session:
    """After a pause; without one somebody comes back after a crash, and what ran meanwhile counts for nothing."""
    return replace(session, since=step.at, paused=False)


_HOW: Mapping[StepKind, Callable[[Session, Step], Session]] = {
    "ready": answering.ready,
    "answered": answering.answered,
    "transcribed": answering.transcribed,
    "edited": answering.edited,
    "probed": answering.probed,
    "closed": answering.closed,
    "skipped": answering.skipped,
    "named": rating.named,
    "rated": rating.rated,
    "next": rating.onward,
    "paused": _paused,
    "resumed": _resumed,
    "ended": flow.ended,
}
