"""Recordings of the desk's bank and the one worker that writes them down, for pages and REST alike."""

from __future__ import annotations

from dataclasses import dataclass
from threading import Lock
from typing import Annotated

from fastapi import Depends, Request

from starproof.api.fetching import Fetching
from starproof.api.recordings import Recordings
from starproof.api.transcribing import MODEL, Progress, Transcribing
from starproof.speech.models import PLACE
from starproof.web.desk import OnDesk

_MAKING = Lock()


@dataclass(frozen=True, slots=True)
class Hearing:
    """What turns recordings into words. A job is named as its recording is. One for the whole app."""

    recordings: Recordings
    transcribing: Transcribing
    fetching: Fetching

    def begin(self, recording: str, *, as_far: bool = False) -> Progress:
        """Begin to write a recording down; one that was begun goes on.

        Args:
            recording: its id.
            as_far: take it up to its first gap, where pieces are missing.

        Raises:
            NotFound: when there is no such recording, or no model on this machine; the hint says how to get one.
            InputError: when nothing was recorded, or pieces are missing.
        """
        path = self.recordings.join(recording, as_far=as_far)  # another file as soon as more pieces came
        self.transcribing.model = self.model or MODEL
        return self.transcribing.start(recording, path)

    def forget(self, recording: str) -> None:
        """Delete a recording and what was heard in it."""
        self.transcribing.forget(recording)
        self.recordings.forget(recording)

    @property
    def model(self) -> str | None:
        """The model that hears: the usual one, or another that is on this machine; ``None`` where there is none."""
        here = [one.model.name for one in self.fetching.models() if one.here]
        return MODEL if MODEL in here else next(iter(here), None)


def _hearing(request: Request, desk: OnDesk) -> Hearing:
    state = request.app.state
    with _MAKING:
        known: tuple[str, Hearing] | None = getattr(state, "hearing", None)
        if known is None or known[0] != desk.bank.where:
            if known:
                known[1].transcribing.close()
                known[1].fetching.close()
            recordings = desk.studio.recordings or Recordings.beside(desk.home, desk.bank.where)
            models = desk.home / "models"
            made = Hearing(recordings, Transcribing(models), Fetching(models, place=PLACE))
            known = state.hearing = (desk.bank.where, made)
        return known[1]


OnHearing = Annotated[Hearing, Depends(_hearing)]
"""A parameter of this type receives the app's recordings and transcriptions."""
