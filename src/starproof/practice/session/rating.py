"""Naming a story, rating an answer, and going on."""

from __future__ import annotations

from starproof.core.practice import GRADES, Session, Step
from starproof.practice.session.checks import check_seconds, refuse
from starproof.practice.session.flow import entered, noted, passed
from starproof.practice.session.grading import naming_grade


def named(session: Session, step: Step) -> Session:
    """A story was named for a question; the grade follows from which and how fast."""
    if step.seconds is None:
        raise refuse(
            "E-SES-030", "A naming needs the time it took", "Give it in 'seconds', measured from the question."
        )
    check_seconds(step)
    seconds = round(step.seconds, 3)
    grade = naming_grade(session.assignment, step.story, seconds)
    known = noted(session, named=step.story, reaction=seconds, grade=grade, rated=step.at, ended=step.at)
    return entered(known, "look", step.at)


def rated(session: Session, step: Step) -> Session:
    """How it went, in the speaker's own eyes, before any verdict is shown."""
    if step.grade not in GRADES:
        raise refuse("E-SES-031", f"{step.grade!r} is no rating", f"Rate it as one of {', '.join(GRADES)}.")
    return entered(noted(session, grade=step.grade, rated=step.at), "look", step.at)


def onward(session: Session, step: Step) -> Session:
    """Seen; what comes next."""
    return passed(session, step.at)
