"""Whisper's JSON, faster-whisper's and whisper.cpp's: segments of speech with their times."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping, Sequence
from typing import Any, TypeGuard

from starproof.errors import InputError
from starproof.parse.readers.cues import Cue, draft_of
from starproof.parse.readers.draft import Draft, where

Times = Callable[[Mapping[str, Any]], tuple[Any, Any]]


def is_transcript(data: object) -> bool:
    """Whether this JSON is a recording's transcript and not a story."""
    if isinstance(data, Mapping):
        return isinstance(data.get("segments"), list) or isinstance(data.get("transcription"), list)
    if not isinstance(data, Sequence) or isinstance(data, str) or not data:
        return False
    first = data[0]
    return isinstance(first, Mapping) and "text" in first and {"start", "end"} <= set(first)


def read_transcript(data: Any, name: str | None) -> Draft:
    """The words of all segments as one spoken text.

    Raises:
        InputError: when a segment lacks its words or has times that are no numbers; names the segment.
    """
    if isinstance(data, Mapping) and isinstance(data.get("transcription"), list):
        cues = _cues(data["transcription"], "transcription", _milliseconds, name)
    elif isinstance(data, Mapping):
        cues = _cues(data["segments"], "segments", _seconds, name)
    else:
        cues = _cues(data, "", _seconds, name)
    draft = draft_of(cues)
    if draft.text:
        return draft
    text = data.get("text") if isinstance(data, Mapping) else None
    if isinstance(text, str) and text.strip():
        return Draft(text, register="spoken")
    raise InputError(
        "E-INP-010",
        f"The transcript in {where(name)} has no words.",
        "Check the recording, or transcribe it again.",
    )


def _cues(segments: Sequence[Any], field: str, times: Times, name: str | None) -> list[Cue]:
    return [_cue(segment, f"{field}[{at}]", times, name) for at, segment in enumerate(segments)]


def _cue(segment: Any, place: str, times: Times, name: str | None) -> Cue:
    if not isinstance(segment, Mapping) or not isinstance(segment.get("text"), str):
        raise _wrong(place, "has no text", name)
    start, end = times(segment)
    if not (_is_time(start) and _is_time(end)):
        raise _wrong(place, f"has the times {start!r:.40} and {end!r:.40}, which are no seconds", name)
    words = " ".join(segment["text"].split())
    lines = (words,) if words else ()
    speaker = segment.get("speaker")
    who = speaker if isinstance(speaker, str) and speaker.strip() else None
    return Cue(lines, float(start), float(end), who) if start <= end else Cue(lines, None, None, who)


def _seconds(segment: Mapping[str, Any]) -> tuple[Any, Any]:
    return segment.get("start"), segment.get("end")


def _milliseconds(segment: Mapping[str, Any]) -> tuple[Any, Any]:
    offsets = segment.get("offsets")
    if not isinstance(offsets, Mapping):
        return None, None
    start, end = offsets.get("from"), offsets.get("to")
    return (start / 1000 if _is_time(start) else start), (end / 1000 if _is_time(end) else end)


def _is_time(value: object) -> TypeGuard[float]:
    """A finite number of seconds from zero up; a float can hold it."""
    if isinstance(value, bool) or not isinstance(value, int | float):
        return False
    return 0 <= value < 1e9 and math.isfinite(value)


def _wrong(place: str, what: str, name: str | None) -> InputError:
    return InputError(
        "E-INP-010",
        f"Segment {place} of the transcript in {where(name)} {what}.",
        'A segment looks like {"start": 0.0, "end": 3.2, "text": "I ran three teams."}.',
    )
