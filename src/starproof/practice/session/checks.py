"""What a setup and a step must hold."""

from __future__ import annotations

import math
from collections import Counter

from starproof.core.practice import MANNERS, MODES, Asked, Assignment, Session, Setup, Step
from starproof.errors import PracticeError
from starproof.moments import moment_of
from starproof.practice.session.clock import LENIENT, remaining

LONGEST = 100_000
"""Code points of one turn: four hours of speech have fewer, and a review must come back while somebody waits."""

MOST_FOLLOW_UPS = 8
"""More about one answer is an interrogation; an interviewer has a quarter of an hour for it."""


def refuse(code: str, what: str, instead: str) -> PracticeError:
    """The error about a step that lacks something; nothing has changed."""
    return PracticeError(code, f"{what}.", instead)


def check_setup(setup: Setup) -> None:
    """See that a session can be begun.

    Raises:
        PracticeError: naming what is wrong.
    """
    moment_of(setup.at)
    if not setup.id:
        raise refuse("E-SES-020", "A session needs an id", "Give it one.")
    if setup.mode not in MODES:
        raise refuse("E-SES-021", f"There is no mode {setup.mode!r}", f"There are {', '.join(MODES)}.")
    if setup.manner not in MANNERS:
        raise refuse("E-SES-022", f"There is no manner {setup.manner!r}", f"There are {', '.join(MANNERS)}.")
    if not setup.assignments:
        raise refuse("E-SES-023", "There is nothing to answer in this session", "Choose a story or a question.")
    for number, assignment in enumerate(setup.assignments, 1):
        _check_assignment(setup, assignment, number)


def _check_assignment(setup: Setup, assignment: Assignment, number: int) -> None:
    if not assignment.ask.strip():
        raise refuse("E-SES-024", f"Question {number} has no words", "Give what is asked.")
    times = (assignment.think, assignment.seconds or 0.0)
    if any(not math.isfinite(time) or time < 0 for time in times) or assignment.seconds == 0:
        raise refuse("E-SES-025", f"Question {number} has an impossible time", "Give seconds above 0, or none.")
    if not 0 <= assignment.follow_ups <= MOST_FOLLOW_UPS:
        wrong = f"Question {number} cannot have {assignment.follow_ups} follow-ups"
        raise refuse("E-SES-026", wrong, f"Give 0 to {MOST_FOLLOW_UPS}.")
    if setup.mode == "retrieval" and (assignment.seconds is None or assignment.story is None):
        raise refuse(
            "E-SES-027", f"Question {number} has no time or no story to name", "Give both: the drill is about them."
        )


def check_turn(session: Session, step: Step, wanted: int) -> None:
    """See that a step is about the turn that is on, where it names one."""
    if step.turn is not None and step.turn != wanted:
        raise refuse(
            "E-SES-014",
            f"The step is about turn {step.turn}, but turn {wanted} is on",
            "Look where the session stands.",
        )


def check_seconds(step: Step) -> None:
    """See that a length is one."""
    if step.seconds is not None and not (math.isfinite(step.seconds) and step.seconds >= 0):
        raise refuse("E-SES-015", f"{step.seconds!r} is no length", "Give seconds, 0 or more.")


def has_words(text: str) -> bool:
    """Whether anything was said: marks alone are no words."""
    return any(map(str.isalnum, text))


def check_text(text: str) -> None:
    """See that there are words, and not more than anybody says."""
    if not has_words(text):
        raise refuse("E-SES-016", "There are no words in this answer", "Say or type something, or skip it.")
    if len(text) > LONGEST:
        raise refuse(
            "E-SES-017", f"The answer has {len(text):,} characters; it may have {LONGEST:,}", "Answer in fewer words."
        )


def check_question(session: Session, asked: Asked) -> None:
    """See that a follow-up is a new one and points at something that was said."""
    before = Counter(
        key for turn in session.attempt.turns if turn.asked for key in (turn.asked.key, turn.asked.question)
    )
    if before[asked.key] or before[asked.question]:
        raise refuse("E-SES-018", f"{asked.question!r} was asked before", "Ask about another point, or close.")
    if not asked.question.strip() or not 0 <= asked.turn < len(session.attempt.turns):
        raise refuse("E-SES-019", "The follow-up has no words, or quotes a turn that is not there", "Ask another.")


def check_closing(session: Session, step: Step) -> None:
    """See that follow-ups close for a reason that can be."""
    if step.closing is None:
        raise refuse("E-SES-028", "Follow-ups close for a reason", "Give it in 'closing'.")
    left = remaining(session, step.at)
    if step.closing == "time" and (left is None or left > LENIENT):
        much = "there is no limit" if left is None else f"{left:.0f} s are left"
        raise refuse("E-SES-029", f"Time is not up: {much}", "Close as 'speaker' to stop now.")
    if step.closing in ("exhausted", "enough") and session.asking is not None:
        raise refuse(
            "E-SES-032", "A follow-up still waits for its answer", "Answer it, skip it, or close as 'speaker'."
        )
    if session.phase == "answer" and step.closing != "time":
        raise refuse("E-SES-033", "Nothing was said yet that could be closed", "Answer, or skip the question.")
