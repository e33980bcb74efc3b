"""What becomes of a recording once its words are in the bank: it goes, unless it is to be kept."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from contextlib import suppress
from typing import TYPE_CHECKING

from starproof.core.practice import Session, StepKind, Turn
from starproof.errors import InputError, NotFound, StarproofError

if TYPE_CHECKING:
    from pathlib import Path

    from starproof.api.recordings import Recordings, Swept


def let_go(
    recordings: Recordings, before: Session, after: Session, kind: StepKind, *, joined: Path | None, now: str
) -> None:
    """Let go of the recording that a step turned into words, or set aside.

    The step is in the bank already. A disk that fails here is no reason to say otherwise: the next sweep finds what
    is left.

    Args:
        joined: what of the recording was heard; ``None`` where it is not known.
    """
    turn = _served(before, after, kind)
    if turn is None or turn.recording is None:
        return
    with suppress(StarproofError):
        if turn.transcript is not None:
            recordings.heard(turn.recording, joined)
            recordings.sweep(now)
        elif not recordings.state(turn.recording).kept:  # its words were typed by hand, or nobody wants them
            recordings.forget(turn.recording)


def _served(before: Session, after: Session, kind: StepKind) -> Turn | None:
    """The turn whose recording has served with this step."""
    if kind == "skipped" and before.phase == "transcribe":
        return before.attempt.turns[-1]
    said = after.attempts[before.at].turns[-1:] if kind in ("answered", "transcribed") else ()
    return said[0] if said and said[0].text else None


def settle(recordings: Recordings, sessions: Callable[[], Iterable[Session]], *, now: str) -> Swept:
    """Sweep, once what a crash kept from being let go is let go: recordings whose words came into the bank."""
    waiting = {one.id for one in recordings.all() if one.unheard and one.heard is None and not one.kept}
    if waiting:
        turns = (turn for session in sessions() for attempt in session.attempts for turn in attempt.turns)
        for id_ in {turn.recording for turn in turns if turn.text and turn.recording} & waiting:
            _served_late(recordings, id_)
    return recordings.sweep(now)


def _served_late(recordings: Recordings, id_: str) -> None:
    try:
        recordings.heard(id_)
    except InputError:  # it was never joined, so its words were typed by hand
        recordings.forget(id_)


def forget(recordings: Recordings, ids: Iterable[str]) -> None:
    """Delete the recordings of a session, kept or not; one of somebody's own, such as a file, is not ours."""
    for id_ in ids:
        with suppress(InputError, NotFound):
            recordings.forget(id_)
