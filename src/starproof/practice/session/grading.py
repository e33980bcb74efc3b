"""Grades that nobody gives by hand, and the ratings that a session leaves in the log.

A story that comes to mind at once will come in the interview; one that takes most of the time allowed will not when
somebody waits and watches. So the grade of a naming falls with the time it took, in shares of the time allowed, which
keeps the rule the same for faster drills. Another story that answers the question as well is worth one grade less: the
question is safe, but the best story for it did not come. A wrong name, none, and a late one are all ``again``.
"""

from __future__ import annotations

from collections.abc import Iterator

from starproof.core.practice import Assignment, Attempt, Grade, Rated, Session

QUICK = 0.3
"""Up to this share of the time a naming is easy: 3 of 10 seconds, about as long as reading the question takes."""
STEADY = 0.6
"""Up to this share it is good; from here to the end it is hard."""
LATE = 0.05
"""The share over the time that is forgiven: keys and clocks are a little late themselves."""
SEEN: Grade = "again"
"""The grade of a drill that was passed over: its answer was shown without having been said."""
_LESS: dict[Grade, Grade] = {"easy": "good", "good": "hard", "hard": "hard", "again": "again"}


def naming_grade(assignment: Assignment, named: str | None, seconds: float) -> Grade:
    """How well a story was named for a question.

    Args:
        named: the id of the story, or ``None`` where none was.
        seconds: from the question to the name.
    """
    right = named is not None and named == assignment.story
    if not right and (named is None or named not in assignment.fitting):
        return "again"
    grade = _by_time(seconds / assignment.seconds if assignment.seconds else 0.0)
    return grade if right else _LESS[grade]


def _by_time(share: float) -> Grade:
    if share > 1 + LATE:
        return "again"
    if share > STEADY:
        return "hard"
    return "good" if share > QUICK else "easy"


def ratings(session: Session) -> tuple[Rated, ...]:
    """What the session leaves in the practice log, in the order of its assignments."""
    return tuple(_rated(session))


def _rated(session: Session) -> Iterator[Rated]:
    for attempt in session.attempts:
        at = attempt.rated or attempt.ended
        grade = _grade(session, attempt)
        if grade is not None and at is not None:
            yield Rated(
                card=session.setup.assignments[attempt.assignment].card,
                at=at,
                grade=grade,
                session=session.setup.id,
                assignment=attempt.assignment,
                mode=session.setup.mode,
                seconds=_seconds(attempt),
                spoken=any(turn.spoken for turn in attempt.turns),
            )


def _grade(session: Session, attempt: Attempt) -> Grade | None:
    drilled = session.setup.mode in ("retrieval", "defence")
    return SEEN if attempt.grade is None and attempt.skipped and drilled else attempt.grade


def _seconds(attempt: Attempt) -> float | None:
    if attempt.reaction is not None:
        return attempt.reaction
    return attempt.turns[0].seconds if attempt.turns else None
