"""Attempts as the practice log counts them, read from sessions."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from starproof.core.practice import Attempt, CardKey, Grade, Mode, Session


@dataclass(frozen=True, slots=True)
class Try:
    """One attempt."""

    session: str
    at: str
    """The moment in UTC at which it began."""
    mode: Mode
    card: CardKey
    story: str | None
    """The story that was told; ``None`` where none is known."""
    spoken: bool
    """Whether its answer was said aloud."""
    seconds: float | None
    """Of the answer itself, without follow-ups; ``None`` where that was not measured."""
    aloud: float
    """Seconds spoken in all, with follow-ups."""
    follow_ups: int
    grade: Grade | None
    reaction: float | None
    """Seconds until a story was named, in rapid retrieval; ``None`` where none was."""


def tries(sessions: Iterable[Session]) -> tuple[Try, ...]:
    """What was tried in the sessions, in their order. What was skipped, or never begun, is no attempt."""
    return tuple(one for session in sessions for one in _tried(session))


def _tried(session: Session) -> Iterator[Try]:
    for attempt in session.attempts:
        if attempt.skipped or not (attempt.turns or attempt.named or attempt.reaction is not None):
            continue
        yield _try(session, attempt)


def _try(session: Session, attempt: Attempt) -> Try:
    assignment = session.setup.assignments[attempt.assignment]
    first = attempt.turns[0] if attempt.turns else None
    return Try(
        session=session.setup.id,
        at=attempt.began or attempt.ended or session.setup.at,
        mode=session.setup.mode,
        card=assignment.card,
        story=attempt.named or assignment.story or assignment.card.story,
        spoken=first is not None and first.spoken,
        seconds=first.seconds if first else None,
        aloud=sum(turn.seconds or 0.0 for turn in attempt.turns if turn.spoken),
        follow_ups=sum(turn.asked is not None for turn in attempt.turns),
        grade=attempt.grade,
        reaction=attempt.reaction if attempt.named else None,
    )
