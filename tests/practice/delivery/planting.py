"""Stories read aloud with pauses and fillers put in, so that the truth about their delivery is known to the sample."""

from __future__ import annotations

import io
import random
import subprocess
import wave
from array import array
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from starproof.core.document import Label
from starproof.parse.words import tokens, words_in
from starproof.practice.delivery.fillers import fillers

RATE = 22050
"""Samples a second that espeak-ng writes."""
_HUSH = 40
"""Samples up to this loudness, an eight-hundredth of the loudest, are silence."""
FILLERS = ("um", "uh", "you know")
LONG = (1.0, 4.0)
"""Seconds of the pauses that are to be found."""
SHORT = (0.2, 0.7)
"""Seconds of the breaths between sentences, which are not."""


@dataclass(frozen=True)
class Gap:
    """A pause that was put in."""

    start: float
    seconds: float
    after: int
    """Index of the word before it."""
    inside: bool
    """Whether the sentence goes on after it."""


@dataclass(frozen=True)
class Told:
    """One sentence with the seconds from its first sound to the first of the next; the last ends with its sound."""

    text: str
    label: Label
    seconds: float


@dataclass(frozen=True)
class Reading:
    """A story as it was read, and all that is true about it."""

    samples: array[int]
    sentences: tuple[Told, ...]
    gaps: tuple[Gap, ...]

    @property
    def fillers(self) -> int:
        """How many were said: those put in, and the speaker's own."""
        return len(fillers(self.text, list(tokens(self.text))))

    @property
    def text(self) -> str:
        """The words that were said."""
        return " ".join(sentence.text for sentence in self.sentences)

    @property
    def seconds(self) -> float:
        """From the first sound to the last."""
        return sum(sentence.seconds for sentence in self.sentences)

    def write(self, path: Path) -> Path:
        """Half a second of silence, the reading, and half a second more."""
        hush = array("h", bytes(RATE // 2 * 2))
        with wave.open(str(path), "wb") as file:
            file.setnchannels(1)
            file.setsampwidth(2)
            file.setframerate(RATE)
            file.writeframes((hush + self.samples + hush).tobytes())
        return path


LEAD = 0.5
"""Seconds of silence before the first sound of a written reading."""


@dataclass(frozen=True)
class _Piece:
    words: str
    silence: float
    """Seconds put in behind it."""
    planted: bool = False
    """Whether that is one of the pauses to be found."""


def planted(sentences: Sequence[tuple[str, Label]], *, seed: int, pauses: int = 8, filled: int = 6) -> Reading:
    """Read a story with so many pauses of ``LONG`` between and inside sentences, and so many fillers."""
    dice = random.Random(seed)
    chosen = set(dice.sample(range(len(sentences)), min(filled, len(sentences))))
    texts = [(_filled(text, dice) if place in chosen else text) for place, (text, _) in enumerate(sentences)]
    paused = set(dice.sample(range(len(texts) - 1), min(pauses, len(texts) - 1)))
    samples, told, gaps, words = array("h"), [], [], 0
    for place, text in enumerate(texts):
        began = len(samples)
        pieces = list(_pieces(text, place in paused, last=place == len(texts) - 1, dice=dice))
        for piece in pieces:
            samples += _said(piece.words)
            words += words_in(piece.words)
            if piece.planted:
                gaps.append(Gap(LEAD + len(samples) / RATE, piece.silence, words - 1, piece is not pieces[-1]))
            samples += array("h", bytes(2 * round(piece.silence * RATE)))
        told.append(Told(text, sentences[place][1], (len(samples) - began) / RATE))
    return Reading(samples, tuple(told), tuple(gaps))


def _filled(text: str, dice: random.Random) -> str:
    words = text.split()
    place = dice.randrange(1, max(len(words), 2))
    filler = dice.choice(FILLERS)
    before = words[place - 1].rstrip(",;:") if place <= len(words) else ""
    return " ".join([*words[: place - 1], f"{before}, {filler},", *words[place:]])


def _pieces(text: str, paused: bool, *, last: bool, dice: random.Random) -> Iterator[_Piece]:
    """A sentence whole, or cut in two where it pauses inside; every other pause falls behind the sentence."""
    words = text.split()
    breath = 0.0 if last else dice.uniform(*SHORT)
    if paused and len(words) > 5 and dice.random() < 0.5:
        place = dice.randrange(2, len(words) - 2)
        yield _Piece(" ".join(words[:place]), dice.uniform(*LONG), planted=True)
        yield _Piece(" ".join(words[place:]), breath)
    else:
        yield _Piece(text, dice.uniform(*LONG) if paused else breath, planted=paused)


def _said(words: str) -> array[int]:
    """The sound of some words, without the silence around it."""
    command = ["espeak-ng", "-v", "en-us", "-s", "150", "--stdin", "--stdout"]
    spoken = subprocess.run(command, input=words.encode(), check=True, capture_output=True).stdout
    with wave.open(io.BytesIO(spoken)) as file:
        assert file.getframerate() == RATE
        samples = array("h", file.readframes(file.getnframes()))
    loud = [place for place, sample in enumerate(samples) if abs(sample) > _HUSH]
    return samples[loud[0] : loud[-1] + 1] if loud else array("h")
