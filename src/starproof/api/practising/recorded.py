"""What becomes of a recording once its words are in the bank: it goes, unless it is to be kept."""

from __future__ import annotations

from collections.abc import Iterable
from contextlib import suppress
from typing import TYPE_CHECKING

from starproof.core.practice import Session, StepKind, Turn
from starproof.errors import InputError, NotFound, StarproofError

if TYPE_CHECKING:
    from starproof.api.recordings import Recordings


def let_go(recordings: Recordings, before: Session, after: Session, kind: StepKind, *, now: str) -> None:
    """Let go of the recording that a step turned into words, or set aside.

    The step is in the bank already. A disk that fails here is no reason to say otherwise: the next sweep finds what
    is left.
    """
    turn = _served(before, after, kind)
    if turn is None or turn.recording is None:
        return
    with suppress(StarproofError):
        if turn.transcript is not None:
            recordings.heard(turn.recording)
            recordings.sweep(now)
        elif not recordings.state(turn.recording).kept:  # its words were typed by hand, or nobody wants them
            recordings.forget(turn.recording)


def _served(before: Session, after: Session, kind: StepKind) -> Turn | None:
    """The turn whose recording has served with this step."""
    if kind == "skipped" and before.phase == "transcribe":
        return before.attempt.turns[-1]
    said = after.attempts[before.at].turns[-1:] if kind in ("answered", "transcribed") else ()
    return said[0] if said and said[0].text else None


def forget(recordings: Recordings, ids: Iterable[str]) -> None:
    """Delete the recordings of a session, kept or not; one of somebody's own, such as a file, is not ours."""
    for id_ in ids:
        with suppress(InputError, NotFound):
            recordings.forget(id_)
