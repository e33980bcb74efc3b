"""The engine that starproof comes with: Whisper's models run by faster-whisper, on the processor, in whole numbers."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from starproof.core.speech import SpokenWord, Transcript
from starproof.errors import InputError, UsageError
from starproof.speech.decoding import RATE, decode
from starproof.speech.needs import speech_package
from starproof.speech.transcriber import Cancelled, EngineSettings
from starproof.speech.voice import voiced

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

SEED = 1
"""Where Whisper draws lots, it draws the same each time."""


class WhisperTranscriber:
    """A Whisper model, loaded and kept.

    Raises:
        MissingExtra: when faster-whisper is not installed.
        InputError: when the folder holds no model that it can load.
        UsageError: when the model does not hear the language.
    """

    def __init__(self, settings: EngineSettings) -> None:
        package = speech_package("faster_whisper")
        self.settings = settings
        self.engine = f"faster-whisper {package.__version__}"
        try:
            self.model: Any = package.WhisperModel(
                str(settings.model),
                device="cpu",
                compute_type="int8",
                cpu_threads=settings.threads,
                local_files_only=True,
            )
        except (RuntimeError, ValueError, OSError) as error:
            raise InputError(
                "E-SPE-020",
                f"The speech model in {str(settings.model)!r} cannot be loaded: {error}",
                "Fetch it again with `starproof speech download`, or give the folder of another.",
            ) from error
        _must_know(settings, self.model.supported_languages)

    def transcribe(
        self,
        path: Path,
        *,
        progress: Callable[[float], None],
        cancelled: Callable[[], bool],
        prompt: str | None = None,
    ) -> Transcript:
        """What was said; no words where no voice was heard. See ``Transcriber``."""
        samples = decode(path, cancelled=cancelled)
        voices = voiced(samples)
        words: tuple[SpokenWord, ...] = ()
        if voices and not cancelled():
            words = tuple(_in_order(self._heard(samples, progress, cancelled, prompt)))
        if cancelled():
            raise Cancelled
        progress(1.0)
        return Transcript(words, voices, round(len(samples) / RATE, 3), self.engine, self.settings.name)

    def _heard(
        self,
        samples: NDArray[np.float32],
        progress: Callable[[float], None],
        cancelled: Callable[[], bool],
        prompt: str | None,
    ) -> Iterator[SpokenWord]:
        speech_package("ctranslate2").set_random_seed(SEED)
        segments, _ = self.model.transcribe(
            samples,
            language=self.settings.language,
            word_timestamps=True,
            vad_filter=True,
            hotwords=prompt or None,  # an initial prompt would be gone after half a minute
            condition_on_previous_text=False,  # or a slip is repeated to the end
            temperature=(0.0, 0.2, 0.4),  # above 0 it draws lots, and only where it was lost: in a loop, or unsure
        )
        for segment in segments:
            if cancelled():
                raise Cancelled
            yield from _joined(segment.words or ())
            progress(min(segment.end * RATE / len(samples), 1.0))


def _must_know(settings: EngineSettings, languages: Sequence[str]) -> None:
    """Refuse a language that the model does not hear; left to itself, one for English would hear English in it.

    Raises:
        UsageError: when it does not.
    """
    if settings.language in languages:
        return
    what = f"The speech model {settings.name!r} hears no language {settings.language!r}"
    if len(languages) == 1:
        raise UsageError(
            "E-SPE-021",
            f"{what}, only {languages[0]!r}.",
            "Name a model for most languages with --model, such as base, or leave --language away.",
        )
    known = ", ".join(sorted(languages))
    raise UsageError("E-SPE-021", f"{what}.", f"It hears: {known}.")


def _joined(pieces: Iterable[Any]) -> Iterator[SpokenWord]:
    """Words as written with spaces: Whisper cuts ``1.5`` and ``45%`` in two."""
    kept: list[SpokenWord] = []
    for piece in pieces:
        text, sure = piece.word.strip(), round(piece.probability, 3)
        if not text:
            continue
        if kept and not piece.word.startswith(" "):
            last = kept[-1]
            kept[-1] = SpokenWord(last.text + text, last.start, piece.end, min(last.sure or 0.0, sure))
        else:
            kept.append(SpokenWord(text, piece.start, piece.end, sure))
    return iter(kept)


def _in_order(words: Iterable[SpokenWord]) -> Iterator[SpokenWord]:
    """The same words, none starting before the one before it has ended, none ending before it starts."""
    clock = 0.0
    for word in words:
        start = max(float(word.start), clock)
        clock = max(float(word.end), start)
        yield SpokenWord(word.text, round(start, 3), round(clock, 3), word.sure)
