"""How fast somebody usually speaks, from what they said before."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from datetime import datetime
from heapq import nlargest

from starproof.core.practice import Attempt, Session
from starproof.moments import moment_of
from starproof.practice.delivery import own_pace, pace_of
from starproof.practice.delivery.own import MOST

_TOLD = ("story", "loop")


def usual_pace(
    attempt: Attempt, sessions: Callable[[], Iterable[Session]], opened: Callable[[str], Session]
) -> float | None:
    """The speaker's own words a minute in what they told aloud before an answer.

    Args:
        attempt: the answer that is to be held against it.
        sessions: gives all there are, with or without transcripts.
        opened: gives a session by its id, with them.

    Returns:
        ``None`` where the answer was not heard, or too few were before it.
    """
    if attempt.began is None or not any(turn.transcript for turn in attempt.turns[:1]):
        return None
    last = sorted(nlargest(MOST, _aloud(sessions(), moment_of(attempt.began))))
    known = {id_: opened(id_) for _, id_, _ in last}
    return own_pace(pace for _, id_, number in last for pace in _paces(known[id_].attempts[number]))


def _aloud(sessions: Iterable[Session], until: datetime) -> Iterator[tuple[datetime, str, int]]:
    """When each answer was begun, in which session, and which of it."""
    told = (one for one in sessions if one.setup.mode in _TOLD)
    for session, attempt in ((one, attempt) for one in told for attempt in one.attempts):
        if attempt.began and any(turn.spoken for turn in attempt.turns[:1]):
            began = moment_of(attempt.began)
            if began < until:
                yield began, session.setup.id, attempt.assignment


def _paces(attempt: Attempt) -> Iterator[float]:
    first = attempt.turns[0]
    pace = pace_of(first.text, first.transcript) if first.transcript else None
    if pace is not None:
        yield pace
