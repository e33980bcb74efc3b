"""How a drill of naming stories went."""

from __future__ import annotations

from dataclasses import dataclass

from starproof.core.practice import Session
from starproof.web.desk import Desk
from starproof.web.practising.naming import grade_name, titles


@dataclass(frozen=True, slots=True)
class Named:
    """One question of a drill, and what came of it."""

    ask: str
    named: str | None
    """The title of the story that was named."""
    seconds: float | None
    verdict: str
    """In words."""
    tone: str
    """``good``, ``open`` or ``bad``."""
    fitting: tuple[tuple[str, str], ...]
    """Stories that answer it, best first: id and title."""
    comes_back: str
    """The grade that follows."""


def results(desk: Desk, session: Session) -> tuple[Named, ...]:
    """What came of every question that was shown."""
    known = titles(desk)
    found = []
    for attempt in session.attempts:
        one = session.setup.assignments[attempt.assignment]
        if attempt.reaction is None and not attempt.skipped:
            continue
        best = tuple(dict.fromkeys(story for story in (one.story, *one.fitting) if story))
        verdict, tone = _verdict(attempt.named, one.story, one.fitting)
        title = None if attempt.named is None else known.get(attempt.named, attempt.named)
        fitting = tuple((story, known.get(story, story)) for story in best)
        late = one.seconds is not None and attempt.reaction is not None and attempt.reaction > one.seconds
        if late and attempt.named is not None:
            verdict, tone = f"{verdict}, after the time", "bad"
        grade = grade_name(attempt.grade if attempt.grade else "again")
        found.append(Named(one.ask, title, attempt.reaction, verdict, tone, fitting, grade))
    return tuple(found)


def _verdict(named: str | None, story: str | None, fitting: tuple[str, ...]) -> tuple[str, str]:
    if named is None:
        return "none named", "bad"
    if named == story:
        return "the best one", "good"
    return ("answers it too", "open") if named in fitting else ("does not answer it", "bad")
