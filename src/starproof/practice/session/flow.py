"""From one phase to the next, and from one assignment to the next."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from starproof.core.practice import Phase, Session, Step
from starproof.practice.session.clock import CLOCKED, counted


def entered(session: Session, phase: Phase, at: str) -> Session:
    """The session at the start of a phase. What an answer has used of its time goes along."""
    spent = session.spent + counted(session, at) if session.phase in CLOCKED else session.spent
    return replace(session, phase=phase, since=at, used=0.0, spent=round(spent, 3), asking=None, paused=False)


def noted(session: Session, **changes: Any) -> Session:
    """The session with something changed in the attempt that is on."""
    return noted_at(session, session.at, **changes)


def noted_at(session: Session, number: int, **changes: Any) -> Session:
    """The session with something changed in one attempt."""
    attempts = list(session.attempts)
    attempts[number] = replace(attempts[number], **changes)
    return replace(session, attempts=tuple(attempts))


def opened(session: Session, number: int, at: str) -> Session:
    """The session with this assignment asked."""
    moved = replace(session, at=number, phase="think", spent=0.0)
    phase: Phase = "think" if moved.assignment.think > 0 else "answer"
    return noted(replace(entered(moved, phase, at), spent=0.0), began=at)


def settled(session: Session, at: str) -> Session:
    """The answering of an assignment is over. In a loop the next interviewer comes in; all is rated at the end."""
    session = noted(session, ended=at)
    if session.setup.mode == "loop":
        following = _opened_after(session, at)
        return following or _rated_from(session, 0, at)
    return entered(session, "rate", at) if session.attempt.turns else passed(session, at)


def passed(session: Session, at: str) -> Session:
    """The assignment is done with: on to the next, or to the end."""
    if session.setup.mode == "loop":
        return _rated_from(session, session.at + 1, at)
    return _opened_after(session, at) or entered(session, "done", at)


def ended(session: Session, step: Step) -> Session:
    """The speaker has had enough."""
    if session.attempt.ended is None:
        session = noted(session, ended=step.at)
    return entered(session, "done", step.at)


def _opened_after(session: Session, at: str) -> Session | None:
    following = session.at + 1
    return opened(session, following, at) if following < len(session.setup.assignments) else None


def _rated_from(session: Session, number: int, at: str) -> Session:
    """A loop's answers are rated one by one; where nothing was said there is nothing to rate."""
    for attempt in session.attempts[number:]:
        if attempt.turns:
            return entered(replace(session, at=attempt.assignment), "rate", at)
    return entered(session, "done", at)
