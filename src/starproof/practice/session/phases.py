"""Which steps a session is open to, by phase, and what to say of any other."""

from __future__ import annotations

from starproof.core.listing import listed
from starproof.core.practice import Phase, Session, Step, StepKind
from starproof.errors import PracticeError

WORDS: dict[Phase, str] = {
    "think": "there is time to think",
    "answer": "an answer is awaited",
    "transcribe": "the recording is still to be transcribed",
    "follow-up": "the follow-ups are on",
    "rate": "a rating is awaited",
    "look": "the answer is looked at",
    "done": "it is over",
}
_BY_PHASE: dict[Phase, tuple[StepKind, ...]] = {
    "think": ("ready", "skipped"),
    "answer": ("answered", "skipped"),
    "transcribe": ("transcribed", "skipped"),
    "follow-up": ("answered", "skipped", "closed"),
    "rate": ("rated", "skipped"),
    "look": ("next",),
    "done": (),
}


def open_steps(session: Session) -> tuple[StepKind, ...]:
    """The kinds of steps that may be taken now, the likeliest first."""
    if session.paused:
        return ("resumed", "ended")
    mending: tuple[StepKind, ...] = ("edited",) if _has_words(session) else ()
    if session.phase == "done":
        return mending
    return (*_forward(session), *mending, "paused", "resumed", "ended")


def check_open(session: Session, step: Step) -> None:
    """See that the session is open to this step.

    Raises:
        PracticeError: saying what, in which phase, and what to do instead.
    """
    if step.kind not in (kinds := open_steps(session)):
        raise PracticeError(
            "E-SES-002",
            f"The session cannot take {step.kind!r} now: {_where(session)}.",
            f"It can take {listed(map(repr, kinds), last='or')}." if kinds else "Begin another session.",
        )
    if step.kind != "edited" and step.assignment != session.at:
        raise PracticeError(
            "E-SES-003",
            f"The step {step.kind!r} is about question {step.assignment + 1}, but question {session.at + 1} is on.",
            "Look at where the session stands now, and go on from there.",
        )


def follow_ups(session: Session) -> int:
    """How many follow-ups were asked about the assignment that is on, the waiting one included."""
    return max(0, len(session.attempt.turns) - 1) + (session.asking is not None)


def _forward(session: Session) -> tuple[StepKind, ...]:
    if session.phase == "answer" and session.setup.mode == "retrieval":
        return ("named", "skipped")
    if session.phase == "answer" and session.assignment.seconds is not None:
        return ("answered", "skipped", "closed")
    if session.phase == "follow-up" and session.asking is None:
        most = session.assignment.follow_ups
        return ("probed", "closed") if follow_ups(session) < most else ("closed",)
    return _BY_PHASE[session.phase]


def _has_words(session: Session) -> bool:
    return any(turn.text for attempt in session.attempts for turn in attempt.turns)


def _where(session: Session) -> str:
    if session.paused:
        return "it is paused"
    number, total = session.at + 1, len(session.setup.assignments)
    if session.phase == "done":
        return WORDS["done"]
    phase = session.phase
    if phase == "follow-up":
        waits = "the next follow-up is awaited" if session.asking is None else "a follow-up waits for its answer"
        return f"{waits} (question {number} of {total}, phase {phase})"
    return f"{WORDS[phase]} (question {number} of {total}, phase {phase})"
