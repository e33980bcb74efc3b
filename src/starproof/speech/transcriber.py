"""What an engine of speech must do, and what is settled before it starts."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from starproof.core.speech import Transcript


class Cancelled(Exception):
    """The transcription was called off. No failure: whoever called it off is told nothing else."""


class Transcriber(Protocol):
    """Turns a recording into words with their times. One is made for each model and kept while it is in use."""

    def transcribe(
        self,
        path: Path,
        *,
        progress: Callable[[float], None],
        cancelled: Callable[[], bool],
        prompt: str | None = None,
    ) -> Transcript:
        """What was said in the recording.

        Args:
            path: an audio file.
            progress: told how much is done, from 0 to 1, never less than before.
            cancelled: asked often; once it says true, the transcriber raises ``Cancelled``.
            prompt: names and terms that may be said, if any.

        Raises:
            InputError: when the file cannot be heard.
            Cancelled: when it was called off.
        """
        ...


@dataclass(frozen=True, slots=True)
class EngineSettings:
    """What an engine is made with."""

    model: Path
    """The folder of the model's files."""
    name: str
    """The model's name, as the transcript gives it."""
    language: str = "en"
    """Two letters, such as ``en``."""
    threads: int = 2


MakeTranscriber = Callable[[EngineSettings], Transcriber]


def ignore(_share: float) -> None:
    """A progress that nobody looks at."""


def never() -> bool:
    """A job that nobody calls off."""
    return False
