"""The words of an edited answer with the times at which they were heard.

The text is aligned with the transcript word by word. A word that stands in both keeps its times. Words put in place of
others share the time of those; words put between two others stand right behind the first. So whatever rests on times
can be measured again after any edit.
"""

from __future__ import annotations

import math
import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from itertools import accumulate, pairwise

from starproof.core.document import TimedSpan
from starproof.core.speech import Transcript
from starproof.core.text import Span
from starproof.practice.delivery.voice import Heard, heard

_WORD = re.compile(r"\S+")
_SMALL = 250_000
"""Pairs of words up to which two stretches are compared in full."""
_LETTER = 0.08
"""Seconds given to each letter of a word that nobody heard: those of a slow speaker, 130 words of six a minute."""
Times = tuple[float, float]
Pair = tuple[int, int]


def timed(text: str, transcript: Transcript) -> tuple[TimedSpan, ...]:
    """Each word of the text with its times, in order; times neither overlap nor run backward.

    Returns:
        One span for each run between spaces that holds a letter or a digit, as ``parse(story, timed=...)`` takes
        them; empty where the text has no words, or the transcript none with a time.
    """
    spans = [Span(*found.span()) for found in _WORD.finditer(text) if any(map(str.isalnum, found.group()))]
    words = heard(transcript)
    if all(word.at is None for word in words):
        return ()
    pairs = aligned([key(span.of(text)) for span in spans], [key(word.text) for word in words])
    times = _times([len(span) for span in spans], words, pairs, transcript.seconds)
    return tuple(TimedSpan(span, *at) for span, at in zip(spans, times, strict=True))


def key(word: str) -> str:
    """The word as it is compared: its letters and digits in one case."""
    return "".join(filter(str.isalnum, word.casefold())) or word


def aligned(these: Sequence[str], those: Sequence[str]) -> list[Pair]:
    """Places of words that correspond, both rising. Time grows with the length, but for small stretches."""
    found: list[Pair] = []
    waiting = [(0, len(these), 0, len(those))]
    while waiting:
        a, b, c, d = waiting.pop()
        while a < b and c < d and these[a] == those[c]:
            found.append((a, c))
            a, c = a + 1, c + 1
        while a < b and c < d and these[b - 1] == those[d - 1]:
            b, d = b - 1, d - 1
            found.append((b, d))
        if a == b or c == d:
            continue
        anchors = _anchors(these[a:b], those[c:d])
        if not anchors:
            found += ((a + x, c + y) for x, y in _compared(these[a:b], those[c:d]))
            continue
        edges = [(a - 1, c - 1), *((a + x, c + y) for x, y in anchors), (b, d)]
        found += edges[1:-1]
        waiting += ((x + 1, v, y + 1, w) for (x, y), (v, w) in pairwise(edges))
    return sorted(found)


def _anchors(these: Sequence[str], those: Sequence[str]) -> list[Pair]:
    """The longest rising run of words that either side has just once."""
    here, there = Counter(these), Counter(those)
    places = {word: place for place, word in enumerate(those) if there[word] == 1}
    pairs = [(place, places[word]) for place, word in enumerate(these) if here[word] == 1 and word in places]
    tails: list[int] = []
    lines: list[tuple[Pair, int]] = []
    ends: list[int] = []
    for pair in pairs:
        spot = bisect_left(tails, pair[1])
        lines.append((pair, ends[spot - 1] if spot else -1))
        tails[spot : spot + 1] = [pair[1]]
        ends[spot : spot + 1] = [len(lines) - 1]
    run, last = [], ends[-1] if ends else -1
    while last >= 0:
        pair, last = lines[last]
        run.append(pair)
    return run[::-1]


def _compared(these: Sequence[str], those: Sequence[str]) -> Iterator[Pair]:
    if len(these) * len(those) > _SMALL:
        return
    for block in SequenceMatcher(None, these, those, autojunk=False).get_matching_blocks():
        yield from ((block.a + step, block.b + step) for step in range(block.size))


def _times(letters: Sequence[int], words: Sequence[Heard], pairs: Sequence[Pair], seconds: float) -> list[Times]:
    """Times of each word of the text; words that were heard at no time that can be count as changed."""
    known = {place: word.at for place, word in enumerate(words) if word.at is not None}
    sure = [(here, there) for here, there in pairs if there in known]
    times: list[Times] = []
    for (here, there), (next_here, next_there) in pairwise([(-1, -1), *sure, (len(letters), len(words))]):
        if here >= 0:
            times.append(known[there])
        changed = letters[here + 1 : next_here]
        if changed:
            replaced = [known[place] for place in range(there + 1, next_there) if place in known]
            room = _room(sum(changed) * _LETTER, known.get(there), known.get(next_there), seconds)
            times += _shared(changed, replaced or [room])
    return times


def _room(wanted: float, before: Times | None, after: Times | None, seconds: float) -> Times:
    """Where words are put that were not heard: right behind the word before, in no more time than they need."""
    if before is None:
        end = after[0] if after else 0.0
        return max(0.0, end - wanted), end
    limit = after[0] if after else max(seconds if math.isfinite(seconds) else 0.0, before[1])
    return before[1], min(before[1] + wanted, limit)


def _shared(letters: Sequence[int], pieces: Sequence[Times]) -> Iterator[Times]:
    """The time of the pieces shared out by letters; a word begins and ends in the pieces, never in between."""
    passed = [0.0, *accumulate(end - start for start, end in pieces)]
    done, everything = 0, sum(letters)
    for count in letters:
        begin = passed[-1] * done / everything
        done += count
        end = passed[-1] * done / everything
        first = min(bisect_right(passed, begin), len(pieces)) - 1
        last = max(min(bisect_left(passed, end), len(pieces)) - 1, first)
        yield _inside(pieces[first], begin - passed[first]), _inside(pieces[last], end - passed[last])


def _inside(piece: Times, after: float) -> float:
    return min(max(piece[0] + after, piece[0]), piece[1])
