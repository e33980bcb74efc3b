"""Transcripts as JSON: what the worker process sends, and what the command line prints."""

from __future__ import annotations

from dataclasses import asdict
from typing import Any

from starproof.core.speech import SpokenWord, Stretch, Transcript


def as_dict(transcript: Transcript) -> dict[str, Any]:
    """A transcript in plain dicts, lists, strings and numbers."""
    return asdict(transcript)


def from_dict(data: dict[str, Any]) -> Transcript:
    """The transcript that ``as_dict`` was given."""
    return Transcript(
        words=tuple(SpokenWord(**word) for word in data["words"]),
        voiced=tuple(Stretch(**stretch) for stretch in data["voiced"]),
        seconds=data["seconds"],
        engine=data["engine"],
        model=data["model"],
    )
