"""When a voice was heard, against readings with pauses of known length."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import numpy as np

from starproof.speech.decoding import RATE, decode
from starproof.speech.voice import voiced
from tests.speech.sounds import read_aloud

SENTENCES = (
    "We had three teams and no owner.",
    "I decided to stop the pilot, and told the vice president why.",
    "The error rate fell from 4 percent to 2 percent in six weeks.",
    "Two other teams have adopted it since.",
)
PAUSES = (0.5, 1.1, 2.0, 4.0)


def test_planted_pauses_are_measured_within_a_tenth_of_a_second(tmp_path: Path) -> None:
    rng = np.random.default_rng(3)
    parts: list[np.ndarray] = []
    planted: list[tuple[float, float]] = []
    for number, (sentence, pause) in enumerate(zip(SENTENCES, PAUSES, strict=True)):
        samples = decode(read_aloud(sentence, tmp_path / f"{number}.wav"))
        loud = np.flatnonzero(abs(samples) > 0.003)
        parts += [samples[loud[0] : loud[-1]], np.zeros(int(pause * RATE), np.float32)]
        end = sum(map(len, parts)) / RATE
        planted.append((end - pause, end))
    parts.append(parts[0])
    whole = np.concatenate(parts)
    stretches = voiced((whole + rng.normal(0, 0.001, len(whole))).astype(np.float32))
    silences = [(before.end, after.start) for before, after in pairwise(stretches)]
    assert all(before.end < after.start for before, after in pairwise(stretches))
    for start, end in planted:
        nearest = min(silences, key=lambda silence: abs(silence[0] - start) + abs(silence[1] - end))
        assert abs((nearest[1] - nearest[0]) - (end - start)) <= 0.1
        assert abs(nearest[0] - start) <= 0.15
    assert len([1 for start, end in silences if end - start >= 1.0]) == 3
