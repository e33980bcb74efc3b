"""What counts as time: only between steps, and never while paused. Moments come in; nobody looks at a clock."""

from __future__ import annotations

from starproof.core.practice import Phase, Session
from starproof.moments import moment_of

CLOCKED: tuple[Phase, ...] = ("answer", "follow-up")
"""The phases that use up an assignment's seconds. Transcribing takes the machine's time and not the speaker's."""
LONGEST = 86_400.0
"""Seconds that anybody may think about one answer or give it. More was no answering: a clock was set forward, or the
session lay open for days; so it counts as not measured."""
LENIENT = 1.0
"""Seconds by which time may be called up early: the clock in front of the speaker and ours are never the same."""


def between(start: str, end: str) -> float:
    """Seconds from one moment to another, to the millisecond; 0 where a clock was set back."""
    return max(0.0, round((moment_of(end) - moment_of(start)).total_seconds(), 3))


def counted(session: Session, now: str) -> float:
    """Seconds that count in this phase up to now."""
    return session.used if session.paused else round(session.used + between(session.since, now), 3)


def measured(session: Session, now: str) -> float | None:
    """The same as a length to keep; ``None`` where it is more than can be."""
    seconds = counted(session, now)
    return seconds if seconds <= LONGEST else None


def time_left(session: Session, now: str) -> float | None:
    """Seconds left to think, or to answer with all follow-ups; 0 when time is up.

    Returns:
        ``None`` where no time is set: no limit, or a phase that is not timed.
    """
    left = remaining(session, now)
    return None if left is None else max(0.0, left)


def remaining(session: Session, now: str) -> float | None:
    """The same, below 0 by what was taken too much."""
    if session.phase == "think":
        return round(session.assignment.think - counted(session, now), 3)
    if session.phase not in CLOCKED or session.assignment.seconds is None:
        return None
    return round(session.assignment.seconds - session.spent - counted(session, now), 3)
