"""One step of a session from what a form sent."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from starproof.core.practice import Session, StepKind
from starproof.core.speech import Transcript
from starproof.errors import PracticeError, StarproofError
from starproof.practice.session import has_words
from starproof.practice.session.clock import counted
from starproof.web.desk import Desk
from starproof.web.hearing import Hearing
from starproof.web.practising.keeping import set_aside

KINDS: tuple[StepKind, ...] = (
    "ready", "answered", "transcribed", "edited", "closed", "named", "rated", "skipped", "next", "paused", "resumed",
    "ended",
)  # fmt: skip
OVER = "over"
"""What a page sends when time is up: the answer, if anything was typed or recorded; else that time is up."""


@dataclass(frozen=True, slots=True)
class Sent:
    """The fields of a form about a step; those that are empty do not count."""

    kind: str
    text: str = ""
    recording: str = ""
    seconds: str = ""
    milliseconds: str = ""
    grade: str = ""
    story: str = ""
    assignment: int | None = None
    turn: int | None = None

    @property
    def worded(self) -> bool:
        """Whether there are words in it."""
        return has_words(self.text)


def take(desk: Desk, hearing: Hearing, session: Session, sent: Sent, *, after: int) -> Session:
    """Take the step.

    Raises:
        PracticeError: when the state forbids it, or a field is none that can be.
        NotFound: when its words are in a recording alone, and that is not there.
        BankError: when the session has moved on since ``after``.
    """
    kind = _kind(sent)
    taken = desk.studio.step(session.setup.id, kind, after=after, **_said(desk, hearing, session, sent, kind))
    if kind in ("answered", "transcribed") and sent.recording and taken.phase != "transcribe":
        hearing.transcribing.forget(sent.recording)
    if kind == "paused" and sent.worded:
        desk.studio.keep_words(session.setup.id, sent.text)
    if kind == "ended":
        set_aside(desk, taken, sent.text)
    return taken


def _kind(sent: Sent) -> StepKind:
    if sent.kind == OVER:
        return "answered" if sent.worded or sent.recording else "closed"
    if sent.kind not in KINDS:
        raise PracticeError("E-SES-047", f"There is no step {sent.kind!r}.", f"There are {', '.join(KINDS)}.")
    return sent.kind


def _said(desk: Desk, hearing: Hearing, session: Session, sent: Sent, kind: StepKind) -> dict[str, Any]:
    if kind in ("answered", "transcribed"):
        return _answer(hearing, sent)
    if kind == "edited":
        return {"text": sent.text, "turn": sent.turn, "assignment": sent.assignment}
    if kind == "named":
        return {"story": sent.story or None, "seconds": _reaction(desk, session, sent)}
    if kind == "rated":
        return {"grade": sent.grade}
    if kind == "closed":
        return {"closing": "time" if sent.kind == OVER else "speaker"}
    return {}


def _answer(hearing: Hearing, sent: Sent) -> dict[str, Any]:
    heard, joined = _heard(hearing, sent.recording) if sent.recording else (None, None)
    if sent.recording and heard is None and not sent.worded:
        hearing.recordings.state(sent.recording)  # refuses one that is not there: nothing could ever be heard in it
    return {
        "turn": sent.turn,
        "text": sent.text if sent.worded or not sent.recording else None,
        "seconds": None if heard else _number(sent.seconds),
        "recording": sent.recording or None,
        "transcript": heard,
        "joined": joined,
    }


def _heard(hearing: Hearing, recording: str) -> tuple[Transcript | None, Path | None]:
    """What was heard in a recording, once it is written down, and in which of its files."""
    try:
        joined = hearing.transcribing.path(recording)
        return hearing.transcribing.result(recording), joined
    except StarproofError:  # not begun, not done, or failed: the words can be typed, or written down later
        return None, None


def _reaction(desk: Desk, session: Session, sent: Sent) -> float:
    """Seconds as the page measured them; without a page that measures, as they passed here."""
    measured = _number(sent.milliseconds)
    return counted(session, desk.studio.now()) if measured is None else measured / 1000


def _number(said: str) -> float | None:
    try:
        return float(said) if said.strip() else None
    except ValueError:
        raise PracticeError("E-SES-048", f"{said!r} is no time.", "Send a number.") from None
