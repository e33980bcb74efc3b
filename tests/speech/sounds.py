"""Sounds for tests: made, read aloud, and packed as recorders pack them."""

from __future__ import annotations

import io
import shutil
import subprocess
from pathlib import Path

import av
import numpy as np
import pytest

RATE = 16_000


def read_aloud(text: str, path: Path, *, words_per_minute: int = 150) -> Path:
    """A text read by espeak-ng into a WAV file."""
    if not shutil.which("espeak-ng"):
        pytest.skip("espeak-ng is not installed: apt-get install espeak-ng")
    subprocess.run(["espeak-ng", "-v", "en-us", "-s", str(words_per_minute), "-w", str(path), text], check=True)
    return path


def sox(*arguments: str | Path) -> None:
    if not shutil.which("sox"):
        pytest.skip("sox is not installed: apt-get install sox")
    subprocess.run(["sox", *map(str, arguments)], check=True)


def tone(seconds: float, *, rate: int = 48_000) -> np.ndarray:
    """A tone that wavers, as 16-bit samples."""
    at = np.arange(int(seconds * rate)) / rate
    return (8000 * np.sin(2 * np.pi * 220 * at) * np.sin(np.pi * at)).astype(np.int16)


def packed(samples: np.ndarray, form: str, codec: str, *, rate: int = 48_000, **options: str) -> bytes:
    """Samples as a file of this form, one channel."""
    out = io.BytesIO()
    with av.open(out, "w", format=form, options=options) as container:
        stream = container.add_stream(codec, rate=rate, layout="mono")
        for start in range(0, len(samples), 960):
            frame = av.AudioFrame.from_ndarray(samples[None, start : start + 960], format="s16", layout="mono")
            frame.sample_rate, frame.pts = rate, start
            container.mux(stream.encode(frame))
        container.mux(stream.encode(None))
    return out.getvalue()


def film(frames: int = 5) -> bytes:
    """A film without sound."""
    out = io.BytesIO()
    with av.open(out, "w", format="matroska") as container:
        stream = container.add_stream("mpeg4", rate=25)
        stream.width = stream.height = 32
        for _ in range(frames):
            container.mux(stream.encode(av.VideoFrame.from_ndarray(np.zeros((32, 32, 3), np.uint8), format="rgb24")))
        container.mux(stream.encode(None))
    return out.getvalue()
