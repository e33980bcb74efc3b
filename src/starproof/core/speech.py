"""An answer as it was heard: words with their times, and when a voice was heard. Seconds from the recording's start."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class SpokenWord:
    """One word of a transcript."""

    text: str
    """The word with its punctuation and without spaces around it."""
    start: float
    end: float
    sure: float | None = None
    """How sure the engine is of it, 0 to 1, where it says."""


@dataclass(frozen=True, slots=True)
class Stretch:
    """A stretch of time in which a voice was heard."""

    start: float
    end: float


@dataclass(frozen=True, slots=True)
class Transcript:
    """What an engine heard in one recording."""

    words: tuple[SpokenWord, ...]
    voiced: tuple[Stretch, ...]
    """By voice activity, in order and apart; pauses are measured between these and never between words alone."""
    seconds: float
    """The length of the recording."""
    engine: str
    """Name and version, such as ``faster-whisper 1.2.1``."""
    model: str
    """Name of the model, such as ``base.en``."""

    @property
    def text(self) -> str:
        """The words in one line."""
        return " ".join(word.text for word in self.words)
