"""Timed utterances to one text: speakers told apart, rolling captions told once, times kept."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from starproof.core.document import ParseNote, TimedSpan
from starproof.core.text import Span
from starproof.parse.headings import section_of
from starproof.parse.readers.draft import Draft

_ROLLING_GAP = 0.1
"""Seconds: captions that roll follow each other at once; who repeats himself pauses longer."""
_NAMED = re.compile(r"(?:>>+ ?|- )?([^\W\d_][\w.'’-]{0,24}(?: [\w.'’-]{1,24}){0,2}) ?: (?=\S)")
_CHANGE = re.compile(r">>+ ?")
_ROLE = re.compile(
    r"interviewe[re]|candidate|host|guest|me|moderator|recruiter|manager|q|a|speaker ?\w{0,3}", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Cue:
    """One utterance; times in seconds, ``None`` where the file gives none that can be."""

    lines: tuple[str, ...]
    start: float | None
    end: float | None
    speaker: str | None = None

    @property
    def words(self) -> str:
        """The lines as running text."""
        return " ".join(self.lines)


def draft_of(cues: Sequence[Cue]) -> Draft:
    """The candidate's words joined by single spaces, with their times."""
    rolled, repeats = _once(_named(cues))
    kept, speakers = _candidate(rolled)
    notes = [*_roll_note(repeats), *_speaker_note(speakers, len(rolled) - len(kept)), *_time_note(kept)]
    parts: list[str] = []
    timed: list[TimedSpan] = []
    at = 0
    for cue in kept:
        span = Span(at, at + len(cue.words))
        if cue.start is not None and cue.end is not None:
            timed.append(TimedSpan(span, cue.start, cue.end))
        parts.append(cue.words)
        at = span.end + 1
    return Draft(" ".join(parts), register="spoken", timed=tuple(timed), notes=tuple(notes))


def _named(cues: Sequence[Cue]) -> list[Cue]:
    """Cues whose ``NAME:`` and ``>>`` are taken off, where those stand for a speaker."""
    found = [_NAMED.match(cue.words) for cue in cues]
    counts = Counter(match[1] for match in found if match)
    named = []
    for cue, match in zip(cues, found, strict=True):
        if match and _is_speaker(match[1], counts):
            named.append(Cue((cue.words[match.end() :],), cue.start, cue.end, match[1]))
        else:
            lines = tuple(_CHANGE.sub("", line, count=1) if line.startswith(">>") else line for line in cue.lines)
            named.append(Cue(lines, cue.start, cue.end, cue.speaker))
    return [cue for cue in named if cue.words.strip()]


def _is_speaker(name: str, counts: Counter[str]) -> bool:
    """``MAYA:`` and a repeated ``Maya Rao:`` are speakers; ``Result:`` and ``One thing:`` are not."""
    if section_of(name)[0]:
        return False
    if _ROLE.fullmatch(name) or (name.isupper() and len(name) > 1):
        return True
    return counts[name] > 1 and all(word[0].isupper() for word in name.split())


def _once(cues: Iterable[Cue]) -> tuple[list[Cue], int]:
    """Captions that show the last line again, or grow word by word, told once; and how often that was."""
    told: list[Cue] = []
    before: tuple[str, ...] = ()
    ended: float | None = None
    repeats = 0
    for cue in cues:
        lines = cue.lines
        if cue.start is not None and ended is not None and cue.start - ended <= _ROLLING_GAP:
            lines = _new_lines(before, lines)
        repeats += lines != cue.lines
        before, ended = cue.lines, cue.end
        if lines:
            told.append(Cue(lines, cue.start, cue.end, cue.speaker or _open_speaker(told, lines != cue.lines)))
        else:
            told[-1] = Cue(told[-1].lines, told[-1].start, cue.end, told[-1].speaker)
    return told, repeats


def _open_speaker(told: list[Cue], rolling: bool) -> str | None:
    return told[-1].speaker if told and rolling else None


def _new_lines(before: tuple[str, ...], lines: tuple[str, ...]) -> tuple[str, ...]:
    for shared in range(min(len(before), len(lines)), 0, -1):
        if before[-shared:] == lines[:shared]:
            return lines[shared:]
    if lines[0].startswith(before[-1] + " "):
        return (lines[0][len(before[-1]) + 1 :], *lines[1:])
    return lines


def _candidate(cues: list[Cue]) -> tuple[list[Cue], Counter[str]]:
    """The cues of who speaks most; a cue without a name continues the last named one."""
    speakers: Counter[str] = Counter()
    owners: list[str | None] = []
    current: str | None = None
    for cue in cues:
        current = cue.speaker or current
        owners.append(current)
        if current:
            speakers[current] += len(cue.words.split())
    if len(speakers) < 2:
        return cues, speakers
    main = speakers.most_common(1)[0][0]
    return [cue for cue, owner in zip(cues, owners, strict=True) if owner == main], speakers


def _roll_note(repeats: int) -> list[ParseNote]:
    return [ParseNote("rolling-captions", f"{repeats} captions repeat the one before; told once.")] * bool(repeats)


def _speaker_note(speakers: Counter[str], left_out: int) -> list[ParseNote]:
    if len(speakers) < 2:
        return []
    main, *others = (name for name, _ in speakers.most_common())
    message = f"{main} speaks most and is taken for the candidate; {left_out} captions of {', '.join(others)} left out."
    return [ParseNote("several-speakers", message)]


def _time_note(cues: list[Cue]) -> list[ParseNote]:
    bare = sum(cue.start is None or cue.end is None for cue in cues)
    return [ParseNote("untimed", f"{bare} captions end before they start; their times are left out.")] * bool(bare)
