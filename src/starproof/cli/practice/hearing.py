"""Spoken answers in a terminal: from a file or a microphone, written down on this machine while progress is shown."""

from __future__ import annotations

from dataclasses import dataclass, field
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

from starproof.cli.listening import agreed, fetch, listen
from starproof.errors import InputError
from starproof.files import at_home

if TYPE_CHECKING:
    from starproof.api.recordings import Recordings
    from starproof.core.speech import Transcript


@dataclass(slots=True)
class Hearing:
    """How answers are heard in one session.

    Args:
        recordings: where the microphone's sound is kept while it is recorded.
        files: recordings to take the next answers from, in order.
        microphone: whether answers are recorded here.
        model: a name or a folder; ``None`` for the usual one.
        keep: whether recordings stay after they were heard.
    """

    recordings: Recordings
    files: list[Path] = field(default_factory=list)
    microphone: bool = False
    model: str | None = None
    keep: bool = False

    def check(self) -> None:
        """See before anything is asked that answers can be heard at all.

        Raises:
            MissingExtra: without the speech extra.
            InputError: when a file is not there, or there is no microphone.
            NotFound: when no model is here and nobody agreed to fetch one.
        """
        for file in self.files:
            if file.is_dir():
                raise InputError("E-INP-140", f"{str(file)!r} is a folder.", "Name one recording in it.")
            if not file.is_file():
                raise InputError("E-INP-140", f"There is no recording {str(file)!r}.", "Check the name.")
        if self.microphone:
            from starproof.cli.practice.microphone import find_microphone

            find_microphone()
        self.model = ready_model(self.model)

    def transcribe(self, path: Path) -> Transcript:
        """Write down what is said in a file.

        Raises:
            StarproofError: why it cannot be heard.
        """
        return listen(path, label="  Writing it down", model=self.model)


def ready_model(wanted: str | None) -> str:
    """The model to use: the one that was named, else the usual one, else one that is here; fetched with consent.

    Raises:
        MissingExtra: without the speech extra.
        NotFound: when it is not here and nobody agreed to fetch it; the hint says how to get it.
    """
    from starproof.api.transcribing import MODEL, models_folder, speech_model, speech_models
    from starproof.speech.models import find_kept
    from starproof.speech.needs import speech_package

    if find_spec("faster_whisper") is None:  # loading it would take seconds that the worker's process takes anyway
        speech_package("faster_whisper")
    if wanted is None:
        here = [one.model.name for one in speech_models() if one.here]
        wanted = here[0] if here and MODEL not in here else MODEL
    if at_home(wanted).is_dir():
        find_kept(wanted, models_folder())  # says what it lacks
        return wanted
    kept = speech_model(wanted)
    if not kept.here and agreed(kept, asking="  Fetch the speech model"):
        fetch(kept, label="  Fetching", consent=True)
    find_kept(wanted, models_folder())  # says how to get it where it is not here
    return wanted
