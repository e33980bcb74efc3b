"""The interviewer's turn in a session."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING
from warnings import warn

from starproof.core.practice import Asked, Closing, Session, Step
from starproof.errors import StarproofError
from starproof.practice.session import time_left

if TYPE_CHECKING:
    from starproof.practice.interviewer import Heard

Hear = Callable[..., "Heard"]
_ASKING = ("story", "loop")
"""Modes that ask as an interviewer does; a drill asks about a figure, and names a story."""
_SAID = "I led a team of five and decided to stop the pilot, which cut errors by 30 percent."
"""Words in which there is something of all that an interviewer listens for."""


def asks(session: Session, hear: Hear, *, at: str) -> Step:
    """The step that the interviewer takes after an answer: the next follow-up, or the end of them."""
    if time_left(session, at) == 0:
        return Step(at, "closed", session.at, closing="time")
    try:
        found = _next(session, hear)
    except StarproofError:
        raise
    except Exception as error:  # a fault of ours: the answer is kept, and the session can still be gone on with
        warn(f"The interviewer failed: {type(error).__name__}: {error}. Please report it.", stacklevel=2)
        found = "exhausted"
    if isinstance(found, Asked):
        return Step(at, "probed", session.at, asked=found)
    return Step(at, "closed", session.at, closing=found)


def warm(hear: Hear) -> None:
    """Load all that the interviewer reads by, so that the first answer of a process waits for none of it."""
    from starproof.practice.interviewer import next_question

    next_question([hear(_SAID)], [], manner="neutral", most=1, seed=0)


def _next(session: Session, hear: Hear) -> Asked | Closing:
    from starproof.practice.interviewer import next_question

    asked = session.assignment.ask if session.setup.mode in _ASKING else None
    return next_question(
        [hear(turn.text) if turn.asked else hear(turn.text, asked) for turn in session.attempt.turns],
        [turn.asked for attempt in session.attempts for turn in attempt.turns if turn.asked],
        manner=session.assignment.manner or session.setup.manner,
        most=session.assignment.follow_ups,
        seed=session.setup.seed,
    )
