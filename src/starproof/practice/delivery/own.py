"""The pace that a speaker has of their own: what a new answer is held against once a few were heard."""

from __future__ import annotations

from collections.abc import Iterable
from statistics import median

from starproof.core.speech import Transcript
from starproof.practice.delivery.norms import norms
from starproof.practice.delivery.placing import timed
from starproof.practice.delivery.sections import pace

LEAST = 3
"""Answers below which a pace is one of the day and not of the speaker."""
MOST = 8
"""So many answers count, the last ones: a pace that was practised becomes one's own."""


def pace_of(text: str, transcript: Transcript) -> float | None:
    """Words a minute of one answer, pauses included; ``None`` where it is too short to have a pace."""
    words = timed(text, transcript)
    told = pace(len(words), words[-1].end - words[0].start, None) if words else None
    return told.with_pauses if told and told.words >= norms()["pace"].numbers["words"] else None


def own_pace(paces: Iterable[float]) -> float | None:
    """The middle one of the last paces of a speaker, in the order spoken; ``None`` where there are too few."""
    last = list(paces)[-MOST:]
    return median(last) if len(last) >= LEAST else None
