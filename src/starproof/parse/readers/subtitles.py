"""SubRip (.srt) and WebVTT (.vtt): the words that were spoken, with their times.

Read here and not by a library, since those that exist take a cue's name, a ``NOTE`` or a wrong time for
speech, and a cue's last number for the next cue's.
"""

from __future__ import annotations

import html
import re

from starproof.errors import InputError
from starproof.parse.readers.cues import Cue, draft_of
from starproof.parse.readers.draft import Draft, where

_STAMP = r"(?:(\d{1,4}):)?([0-5]?\d):([0-5]?\d)[.,](\d{1,3})"
_TIMES = re.compile(rf"\s*{_STAMP}\s*-->\s*{_STAMP}(?:\s.*)?")
_BEGINS = re.compile(r"\s*[\d:.,]{1,20}\s*-->")
_LINE_END = re.compile(r"\r\n|\r|\n")
_VOICE = re.compile(r"<v(?:\.[^\s>]{1,40})?\s+([^>]{1,60})>")
_TAG = re.compile(r"</?[a-zA-Z0-9][^<>]{0,200}>|<\d[\d:.]{0,20}>|\{\\[^{}]{0,80}\}")
_BLOCKS = ("NOTE", "STYLE", "REGION")


def read_subtitles(text: str, name: str | None) -> Draft:
    """The cues' words as one spoken text.

    Raises:
        InputError: when a time is malformed (with its line), or there is no cue with words.
    """
    cues = []
    lines = _LINE_END.split(text)
    at = 0
    while at < len(lines):
        if "-->" in lines[at] and not lines[at].startswith(_BLOCKS):
            until = _end_of_cue(lines, at + 1)
            cues.append(_cue(lines, at, until, name))
            at = until
        else:
            at = _after(lines, at)
    draft = draft_of([cue for cue in cues if cue.lines])
    if not draft.text:
        raise _no_cues(name)
    return draft


def looks_like_subtitles(text: str) -> bool:
    """Whether text without a name begins as a subtitle file does."""
    head = text.lstrip("\ufeff \t\r\n")[:200].splitlines()[:3]
    return bool(head) and (
        head[0].split(" ")[0].rstrip() == "WEBVTT"
        or (len(head) > 1 and head[0].strip().isdigit() and _TIMES.fullmatch(head[1].rstrip()) is not None)
    )


def _after(lines: list[str], at: int) -> int:
    """The line after this one, or after the whole block where it is a comment or a style."""
    if not lines[at].startswith(_BLOCKS):
        return at + 1
    while at < len(lines) and lines[at].strip():
        at += 1
    return at + 1


def _end_of_cue(lines: list[str], at: int) -> int:
    """A cue ends at a blank line; SubRip without blank lines ends it before the next number and times."""
    while at < len(lines) and lines[at].strip():
        if _BEGINS.match(lines[at]):  # a speaker may well say a --> b
            return at
        if lines[at].strip().isdigit() and at + 1 < len(lines) and _TIMES.fullmatch(lines[at + 1]):
            return at
        at += 1
    return at


def _cue(lines: list[str], at: int, until: int, name: str | None) -> Cue:
    times = _TIMES.fullmatch(lines[at])
    if times is None:
        raise InputError(
            "E-INP-009",
            f"Line {at + 1} of {where(name)} has malformed times: {lines[at].strip()[:60]!r}.",
            "Write them as 00:01:02,345 --> 00:01:04,000.",
        )
    start, end = _seconds(*times.groups()[:4]), _seconds(*times.groups()[4:])
    voice = _VOICE.search(lines[at + 1]) if at + 1 < until else None
    words = tuple(filter(None, (_plain(line) for line in lines[at + 1 : until])))
    speaker = voice[1].strip() if voice else None
    return Cue(words, start, end, speaker) if end >= start else Cue(words, None, None, speaker)


def _seconds(hours: str | None, minutes: str, seconds: str, fraction: str) -> float:
    whole = int(hours or 0) * 3600 + int(minutes) * 60 + int(seconds)
    return whole + int(fraction.ljust(3, "0")) / 1000


def _plain(line: str) -> str:
    return " ".join(html.unescape(_TAG.sub("", line)).split())


def _no_cues(name: str | None) -> InputError:
    return InputError(
        "E-INP-009",
        f"{where(name)} has no subtitle with words in it.",
        "A subtitle is a line of times, 00:00:01,000 --> 00:00:04,000, with its words below.",
    )
