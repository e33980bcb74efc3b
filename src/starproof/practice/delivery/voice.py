"""Words heard, brought into the order and the stretches of voice in which they must have been said.

Engines guess when a word was said: times run backward, overlap, and reach into silence, mostly after a pause. Where a
voice was heard is known better than that, so a word that reaches into silence is drawn back to the voice beside it.
"""

from __future__ import annotations

import math
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from starproof.core.speech import SpokenWord, Stretch, Transcript

SILENCE = 0.25
"""Seconds from which a silence counts as a pause in studies of speech; shorter ones belong to the words."""


@dataclass(frozen=True, slots=True)
class Heard:
    """One word between spaces, with times that can be; ``None`` where the engine's own ran astray."""

    text: str
    at: tuple[float, float] | None


def heard(transcript: Transcript) -> list[Heard]:
    """The words that hold a letter or a digit, in order; their times never run backward, overlap or fill a silence."""
    words = [piece for word in transcript.words for piece in _pieces(word)]
    lasting = _lasting([at[0] for _, at in words])
    kept = iter(_settled([words[place][1] for place in lasting], stretches(transcript)))
    right = set(lasting)
    return [Heard(text, next(kept) if place in right else None) for place, (text, _) in enumerate(words)]


def stretches(transcript: Transcript) -> list[Stretch]:
    """The stretches of voice, those joined between which no pause lies; nonsense left out."""
    joined: list[Stretch] = []
    for one in sorted(filter(_is_stretch, transcript.voiced), key=lambda stretch: (stretch.start, stretch.end)):
        if joined and one.start - joined[-1].end < SILENCE:
            joined[-1] = Stretch(joined[-1].start, max(joined[-1].end, one.end))
        else:
            joined.append(one)
    return joined


def voiced_between(voiced: Sequence[Stretch], start: float, end: float) -> float:
    """Seconds between two times in which a voice was heard."""
    first = max(bisect_right(voiced, start, key=lambda one: one.start) - 1, 0)
    found = 0.0
    for one in voiced[first:]:
        if one.start >= end:
            break
        found += max(min(end, one.end) - max(start, one.start), 0.0)
    return found


def _is_stretch(one: Stretch) -> bool:
    return math.isfinite(one.start) and math.isfinite(one.end) and 0 <= one.start < one.end


def _pieces(word: SpokenWord) -> Iterator[tuple[str, tuple[float, float]]]:
    """The word's parts between spaces; they share its time by their letters."""
    parts = [part for part in word.text.split() if any(map(str.isalnum, part))]
    start, end = word.start, max(word.start, word.end)
    letters, done = sum(map(len, parts)), 0
    for part in parts:
        begin = start + (end - start) * done / letters
        done += len(part)
        yield part, (begin, start + (end - start) * done / letters)


def _lasting(starts: Sequence[float]) -> list[int]:
    """Places of the longest run of starts that never goes backward: the words whose times can be believed."""
    tails: list[float] = []
    ends: list[int] = []
    before: list[int] = []
    for place, start in enumerate(starts):
        spot = bisect_right(tails, start) if math.isfinite(start) and start >= 0 else -1
        before.append(ends[spot - 1] if spot > 0 else -1)
        if spot < 0:
            continue
        tails[spot : spot + 1] = [start]
        ends[spot : spot + 1] = [place]
    return _traced(before, ends[-1] if ends else -1)


def _traced(before: Sequence[int], last: int) -> list[int]:
    run = []
    while last >= 0:
        run.append(last)
        last = before[last]
    return run[::-1]


def _settled(times: Sequence[tuple[float, float]], voiced: Sequence[Stretch]) -> list[tuple[float, float]]:
    """The times without overlaps, each within the stretch of voice that it shares most of its time with."""
    settled: list[tuple[float, float]] = []
    home = 0
    for start, end in _apart(times):
        if voiced:
            home = _home(voiced, home, start, end)
            start, end = _within(voiced[home], start), _within(voiced[home], end)
        settled.append((start, end))
    return list(_apart(settled))


def _apart(times: Sequence[tuple[float, float]]) -> Iterator[tuple[float, float]]:
    """Each word ended where the next one begins, at the latest."""
    for (start, end), (after, _) in pairwise([*times, (math.inf, math.inf)]):
        yield start, max(start, min(end, after)) if math.isfinite(end) else start


def _within(one: Stretch, time: float) -> float:
    return min(max(time, one.start), one.end)


def _home(voiced: Sequence[Stretch], home: int, start: float, end: float) -> int:
    """Index of the stretch that a word belongs to, at or after that of the word before."""
    while home + 1 < len(voiced) and _share(voiced[home + 1], start, end) > _share(voiced[home], start, end):
        home += 1
    return home


def _share(one: Stretch, start: float, end: float) -> float:
    """Seconds that a word shares with a stretch; below zero, how far apart they are."""
    return min(end, one.end) - max(start, one.start)
