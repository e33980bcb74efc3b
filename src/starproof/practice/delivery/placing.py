"""The words of an edited answer with the times at which they were heard.

The text is aligned with the transcript word by word. A word that stands in both keeps its times. Words put in place of
others share the time of those; words put between two others stand where a voice was heard between them, else right
behind the first. So whatever rests on times can be measured again after any edit.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from difflib import SequenceMatcher
from itertools import accumulate, pairwise

from starproof.core.document import TimedSpan
from starproof.core.speech import Stretch, Transcript
from starproof.core.text import Span
from starproof.practice.delivery.rising import rising
from starproof.practice.delivery.voice import LETTER, SILENCE, Heard, Times, between, letters, settle, spoken, stretches

_WORD = re.compile(r"\S+")
_HASTE = 3
"""How many times faster than ``LETTER`` the fastest speaker is."""
_SMALL = 250_000
"""Pairs of words up to which two stretches are compared in full."""
Pair = tuple[int, int]


def timed(text: str, transcript: Transcript) -> tuple[TimedSpan, ...]:
    """Each word of the text with its times, in order; times neither overlap nor run backward.

    Returns:
        One span for each run between spaces that holds a letter or a digit, as ``parse(story, timed=...)`` takes
        them; empty where the text has no words, or the transcript none with a time.
    """
    spans = [Span(*found.span()) for found in _WORD.finditer(text) if any(map(str.isalnum, found.group()))]
    words, voiced = spoken(transcript), stretches(transcript)
    pairs = aligned([key(span.of(text)) for span in spans], [key(word.text) for word in words])
    for here, there in pairs:
        words[there] = replace(words[there], text=spans[here].of(text))
    known = settle(words, voiced)
    if all(word.at is None for word in known):
        return ()
    times = _times([letters(span.of(text)) for span in spans], known, pairs, voiced)
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
    return [pairs[place] for place in rising([pair[1] for pair in pairs])]


def _compared(these: Sequence[str], those: Sequence[str]) -> Iterator[Pair]:
    if len(these) * len(those) > _SMALL:
        return
    for block in SequenceMatcher(None, these, those, autojunk=False).get_matching_blocks():
        yield from ((block.a + step, block.b + step) for step in range(block.size))


def _times(
    lengths: Sequence[int], words: Sequence[Heard], pairs: Sequence[Pair], voiced: Sequence[Stretch]
) -> list[Times]:
    """Times of each word of the text; words that were heard at no time that can be count as changed."""
    known = {place: word.at for place, word in enumerate(words) if word.at is not None}
    sure = [(here, there) for here, there in pairs if there in known]
    times: list[Times] = []
    for (here, there), (next_here, next_there) in pairwise([(-1, -1), *sure, (len(lengths), len(words))]):
        if here >= 0:
            times.append(known[there])
        changed = lengths[here + 1 : next_here]
        if changed:
            replaced = [known[place] for place in range(there + 1, next_there) if place in known]
            before, after = known.get(there), known.get(next_there)
            times += _shared(changed, replaced or _room(sum(changed) * LETTER, before, after, voiced))
    return times


def _room(wanted: float, before: Times | None, after: Times | None, voiced: Sequence[Stretch]) -> list[Times]:
    """Where words are put that were not heard, in no more time than they need.

    That is where a voice was heard and no words, since engines leave out whole sentences now and then; where there is
    too little of it, right behind the word before.
    """
    since = before[1] if before else 0.0
    until = after[0] if after else max(since, voiced[-1].end if voiced else since)
    unheard = [(max(one.start, since), min(one.end, until)) for one in between(voiced, since, until)]
    if sum(end - start for start, end in unheard) * _HASTE >= wanted:
        return _first(wanted, unheard) if before else _last(wanted, unheard)
    return [(since, min(since + wanted, until))] if before else [(max(0.0, until - wanted), until)]


def _first(wanted: float, pieces: Iterable[Times]) -> list[Times]:
    """As much of the pieces as is wanted, from the front."""
    kept = []
    for start, end in pieces:
        if wanted > 0:
            kept.append((start, min(end, start + wanted)))
        wanted -= end - start
    return kept


def _last(wanted: float, pieces: Sequence[Times]) -> list[Times]:
    """As much of the pieces as is wanted, from the back."""
    turned = _first(wanted, [(-end, -start) for start, end in reversed(pieces)])
    return [(-end, -start) for start, end in reversed(turned)]


def _shared(lengths: Sequence[int], heard_at: Sequence[Times]) -> Iterator[Times]:
    """The time of other words shared out by letters. A word on both sides of a silence goes where most of it falls."""
    pieces = _joined(heard_at)
    passed = [0.0, *accumulate(end - start for start, end in pieces)]
    done, everything = 0, sum(lengths)
    for count in lengths:
        begin = passed[-1] * done / everything
        done += count
        end = passed[-1] * done / everything
        first = min(bisect_right(passed, begin), len(pieces)) - 1
        last = max(min(bisect_left(passed, end), len(pieces)) - 1, first)
        home = max(range(first, last + 1), key=lambda n: min(end, passed[n + 1]) - max(begin, passed[n]))
        yield _inside(pieces[home], begin - passed[home]), _inside(pieces[home], end - passed[home])


def _joined(times: Sequence[Times]) -> list[Times]:
    """Stretches of words between which no silence lies."""
    joined: list[Times] = []
    for start, end in times:
        if joined and start - joined[-1][1] < SILENCE:
            joined[-1] = joined[-1][0], end
        else:
            joined.append((start, end))
    return joined


def _inside(piece: Times, after: float) -> float:
    return min(max(piece[0] + after, piece[0]), piece[1])
