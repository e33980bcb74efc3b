"""Recordings of the desk's bank and the one worker that writes them down, for pages and REST alike."""

from __future__ import annotations

from dataclasses import dataclass
from threading import Lock
from typing import Annotated

from fastapi import Depends, Request

from starproof.api.recordings import Recordings
from starproof.api.transcribing import MODEL, Progress, Transcribing
from starproof.speech.models import status
from starproof.web.desk import OnDesk

_MAKING = Lock()


@dataclass(frozen=True, slots=True)
class Hearing:
    """What turns recordings into words. A job is named as its recording is. One for the whole app."""

    recordings: Recordings
    transcribing: Transcribing

    def begin(self, recording: str, *, as_far: bool = False) -> Progress:
        """Begin to write a recording down; one that was begun goes on.

        Args:
            recording: its id.
            as_far: take it up to its first gap, where pieces are missing.

        Raises:
            NotFound: when there is no such recording, or no model on this machine; the hint says how to get one.
            InputError: when nothing was recorded, or pieces are missing.
        """
        path = self.recordings.join(recording, as_far=as_far)
        self.transcribing.model = self._model()
        return self.transcribing.start(recording, path)

    def forget(self, recording: str) -> None:
        """Delete a recording and what was heard in it."""
        self.transcribing.forget(recording)
        self.recordings.forget(recording)

    def _model(self) -> str:
        """The usual model; another that is on this machine where the usual one is not."""
        here = [one.model.name for one in status(self.transcribing.models) if one.here]
        return here[0] if here and MODEL not in here else MODEL


def _hearing(request: Request, desk: OnDesk) -> Hearing:
    state = request.app.state
    with _MAKING:
        known: tuple[str, Hearing] | None = getattr(state, "hearing", None)
        if known is None or known[0] != desk.bank.where:
            if known:
                known[1].transcribing.close()
            recordings = desk.studio.recordings or Recordings.beside(desk.home, desk.bank.where)
            made = Hearing(recordings, Transcribing(desk.home / "models"))
            known = state.hearing = (desk.bank.where, made)
        return known[1]


OnHearing = Annotated[Hearing, Depends(_hearing)]
"""A parameter of this type receives the app's recordings and transcriptions."""
