"""When a voice was heard, by Silero's model, which comes inside faster-whisper."""

from __future__ import annotations

from typing import TYPE_CHECKING

from starproof.core.speech import Stretch
from starproof.speech.decoding import RATE
from starproof.speech.needs import speech_package

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

SHORTEST_PAUSE_MS = 200
"""A shorter silence is the gap before a hard consonant, not a pause."""
SHORTEST_VOICE_MS = 100


def voiced(samples: NDArray[np.float32]) -> tuple[Stretch, ...]:
    """The stretches with a voice, in order and apart; none in silence or noise."""
    vad = speech_package("faster_whisper.vad")
    options = vad.VadOptions(
        min_silence_duration_ms=SHORTEST_PAUSE_MS, min_speech_duration_ms=SHORTEST_VOICE_MS, speech_pad_ms=0
    )
    found = vad.get_speech_timestamps(samples, options)
    return tuple(Stretch(round(one["start"] / RATE, 3), round(one["end"] / RATE, 3)) for one in found)
