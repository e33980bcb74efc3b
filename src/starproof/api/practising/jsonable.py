"""Sessions and looks as JSON values, the same for the terminal and for REST. Keys may be added, not changed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from typing import TYPE_CHECKING, Any

from starproof.core.practice import Assignment, Attempt, Session, Turn
from starproof.core.results import Evidence, Review
from starproof.practice.session import open_steps, time_left
from starproof.report import as_dict as review_as_dict

if TYPE_CHECKING:
    from starproof.api.practising.looking import Look

Data = dict[str, Any]


def session_as_dict(session: Session, *, now: str) -> Data:
    """Where a session stands.

    Args:
        session: as the studio gives it.
        now: the moment in UTC, for the time that is left.
    """
    setup = session.setup
    return {
        "schema": "starproof.session/1",
        "id": setup.id,
        "mode": setup.mode,
        "manner": setup.manner,
        "seed": setup.seed,
        "begun": setup.at,
        "guide": setup.guide,
        "phase": session.phase,
        "at": session.at,
        "steps": session.steps,
        "paused": session.paused,
        "open": list(open_steps(session)),
        "time_left": time_left(session, now),
        "asking": plain(session.asking),
        "assignments": [_assignment(session, one, number) for number, one in enumerate(setup.assignments)],
        "attempts": [_attempt(one) for one in session.attempts],
    }


def look_as_dict(look: Look) -> Data:
    """What an attempt came to."""
    return {
        "schema": "starproof.look/1",
        "session": look.session.setup.id,
        "assignment": look.attempt.assignment,
        "text": look.text,
        "starts": list(look.starts),
        "review": _review(look.review),
        "written": _review(look.written),
        "delivery": plain(look.delivery),
        "lost": plain(look.lost),
        "before": _before(look.before),
        "retry": plain(look.retry),
    }


def plain(value: Any) -> Any:
    """Data of the core as JSON values: fields by name, evidence as in a review, tuples as lists."""
    if isinstance(value, Evidence):
        return {"start": value.span.start, "end": value.span.end, "quote": value.quote}
    if is_dataclass(value) and not isinstance(value, type):
        return {one.name: plain(getattr(value, one.name)) for one in fields(value)}
    if isinstance(value, Mapping):
        return {str(key): plain(held) for key, held in value.items()}
    return [plain(one) for one in value] if isinstance(value, tuple | list) else value


def _assignment(session: Session, one: Assignment, number: int) -> Data:
    """What is asked. What should be said to it is told once it was answered, or passed over."""
    attempt = session.attempts[number]
    told = attempt.ended is not None
    secret = session.setup.mode in ("retrieval", "defence") and not told
    hidden = {"story", "fitting", "answer"} if secret else set()
    known = {name: held for name, held in plain(one).items() if name != "card"}
    return {name: None if name in hidden else held for name, held in known.items()}


def _attempt(one: Attempt) -> Data:
    return {**plain(one), "turns": [_turn(turn) for turn in one.turns]}


def _turn(turn: Turn) -> Data:
    """A turn without its word times, which come by the hundred."""
    heard = turn.transcript
    return {
        "asked": plain(turn.asked),
        "text": turn.text,
        "seconds": turn.seconds,
        "spoken": turn.spoken,
        "recording": turn.recording,
        "engine": heard.engine if heard else None,
        "model": heard.model if heard else None,
    }


def _review(review: Review | None) -> Data | None:
    return None if review is None else review_as_dict(review)


def _before(look: Look | None) -> Data | None:
    if look is None:
        return None
    attempt = look.attempt
    return {"session": look.session.setup.id, "assignment": attempt.assignment, "at": attempt.began, "text": look.text}
