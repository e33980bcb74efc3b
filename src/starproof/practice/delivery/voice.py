"""Words heard, brought into the order and the stretches of voice in which they must have been said.

Engines guess when a word was said: times run backward, overlap, and reach into silence, mostly after a pause. Where a
voice was heard is known better than that, so a word that reaches into silence is drawn back to the voice beside it.
"""

from __future__ import annotations

import math
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from starproof.core.speech import SpokenWord, Stretch, Transcript
from starproof.practice.delivery.rising import rising

SILENCE = 0.25
"""Seconds from which a silence counts as a pause in studies of speech; shorter ones belong to the words."""
LETTER = 0.08
"""Seconds that a letter takes a slow speaker, who says 130 words of six letters a minute."""
_DIGIT = 5
TIPPED = 0.2
"""Seconds by which words and the edges of voice are off now and then: within them a mark tells where a pause is.

At 80 silences of known place Silero had voice end 0.03 s late and begin 0.04 s late, up to 0.19 s; so the length of a
pause needs no correction, but on which side of it a short word stands does."""
Times = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Heard:
    """One word between spaces, with times that can be; ``None`` where the engine's own ran astray."""

    text: str
    at: Times | None


def spoken(transcript: Transcript) -> list[SpokenWord]:
    """The words that hold a letter or a digit, in order; each without spaces."""
    return [piece for word in transcript.words for piece in _pieces(word)]


def settle(words: Sequence[SpokenWord], voiced: Sequence[Stretch]) -> list[Heard]:
    """The same words with times that never run backward, overlap or fill a silence.

    Args:
        words: marks at their ends tell where a speaker may have paused, so best as the user has corrected them.
        voiced: as ``stretches`` gives them.
    """
    timely = [place for place, word in enumerate(words) if math.isfinite(word.start) and word.start >= 0]
    lasting = [timely[place] for place in rising([words[place].start for place in timely])]
    known = dict(zip(lasting, _settled([words[place] for place in lasting], voiced), strict=True))
    return [Heard(word.text, known.get(place)) for place, word in enumerate(words)]


def stretches(transcript: Transcript) -> list[Stretch]:
    """The stretches of voice, those joined between which no pause lies; nonsense left out."""
    joined: list[Stretch] = []
    for one in sorted(filter(_is_stretch, transcript.voiced), key=lambda stretch: (stretch.start, stretch.end)):
        if joined and one.start - joined[-1].end < SILENCE:
            joined[-1] = Stretch(joined[-1].start, max(joined[-1].end, one.end))
        else:
            joined.append(one)
    return joined


def letters(word: str) -> int:
    """Letters that are spoken in a word; a digit is a word of five of its own."""
    return sum(_DIGIT if character.isdigit() else character.isalpha() for character in word) or 1


def between(voiced: Sequence[Stretch], start: float, end: float) -> Iterator[Stretch]:
    """The stretches that share some time with that between two times, in order."""
    first = max(bisect_right(voiced, start, key=lambda one: one.start) - 1, 0)
    for place in range(first, len(voiced)):
        if voiced[place].start >= end:
            return
        if voiced[place].end > start:
            yield voiced[place]


def voiced_between(voiced: Sequence[Stretch], start: float, end: float) -> float:
    """Seconds between two times in which a voice was heard."""
    return sum(min(end, one.end) - max(start, one.start) for one in between(voiced, start, end))


def _is_stretch(one: Stretch) -> bool:
    return math.isfinite(one.start) and math.isfinite(one.end) and 0 <= one.start < one.end


def _pieces(word: SpokenWord) -> Iterator[SpokenWord]:
    """The word's parts between spaces; they share its time by their letters."""
    parts = [part for part in word.text.split() if any(map(str.isalnum, part))]
    start, end = word.start, max(word.start, word.end)
    whole, done = sum(map(letters, parts)), 0
    for part in parts:
        begin = start + (end - start) * done / whole
        done += letters(part)
        yield SpokenWord(part, begin, start + (end - start) * done / whole)


def _settled(words: Sequence[SpokenWord], voiced: Sequence[Stretch]) -> list[Times]:
    """The times without overlaps, each within one stretch of voice."""
    apart = list(_apart([(word.start, word.end) for word in words]))
    if not voiced:
        return apart
    settled: list[Times] = []
    home = 0
    for place, (start, end) in enumerate(apart):
        home = _home(voiced, home, _slot(words, apart, place))
        settled.append((_within(voiced[home], start), _within(voiced[home], end)))
    return list(_apart(settled))


def _apart(times: Sequence[Times]) -> Iterator[Times]:
    """Each word ended where the next one begins, at the latest."""
    for (start, end), (after, _) in pairwise([*times, (math.inf, math.inf)]):
        yield start, max(start, min(end, after)) if math.isfinite(end) else start


def _within(one: Stretch, time: float) -> float:
    return min(max(time, one.start), one.end)


@dataclass(frozen=True, slots=True)
class _Slot:
    """One word between its neighbours, as the engine has it."""

    start: float
    end: float
    since: float
    """When the word before it ended."""
    said: float
    """When that must have been said by a slow speaker: engines let words last into silence."""
    until: float
    """When the word after it begins."""
    wanted: float
    """Seconds that it takes to say it."""
    closes: bool
    """Whether a mark stands behind it, where speakers pause."""
    opens: bool
    """Whether a mark stands before it."""


def _slot(words: Sequence[SpokenWord], apart: Sequence[Times], place: int) -> _Slot:
    word, before = words[place].text, words[place - 1].text if place else ""
    return _Slot(
        *apart[place],
        since=apart[place - 1][1] if place else -math.inf,
        said=_said(before, apart[place - 1]) if place else -math.inf,
        until=apart[place + 1][0] if place + 1 < len(apart) else math.inf,
        wanted=letters(word) * LETTER,
        closes=not word[-1].isalnum(),
        opens=bool(before) and not before[-1].isalnum(),
    )


def _said(word: str, at: Times) -> float:
    return min(at[1], at[0] + letters(word) * LETTER)


def _home(voiced: Sequence[Stretch], least: int, slot: _Slot) -> int:
    """Index of the stretch that a word belongs to, at or after that of the word before.

    A word that lies within one stretch stays there. One that reaches into silence was said on either side of it: on
    the one where its neighbours leave it more of the voice, up to what it takes to say it.
    """
    first = max(bisect_right(voiced, slot.start, key=lambda one: one.start) - 1, least)
    if voiced[first].start <= slot.start and slot.end <= voiced[first].end:
        return first
    last = max(bisect_left(voiced, slot.end, key=lambda one: one.start), first)
    return max(range(first, min(last, len(voiced) - 1) + 1), key=lambda n: _fit(voiced[n], slot))


def _fit(one: Stretch, slot: _Slot) -> tuple[float, float]:
    """How well a word fits into a stretch: by the room it has there, then by the engine's own times."""
    since = slot.since if slot.since <= one.end else slot.said
    room = min(slot.until, one.end) - max(since, one.start)
    tipped = TIPPED * (slot.closes if one.start <= slot.start else slot.opens)
    return min(room, slot.wanted) + tipped, min(slot.end, one.end) - max(slot.start, one.start)
