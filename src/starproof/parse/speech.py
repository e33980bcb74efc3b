"""Turns of speech: where a transcript without punctuation goes on to the next utterance.

Every gap between two words is scored by the words around it, with weights learned from stories whose sentences are
known (``tools/train_labeller.py``). Of all ways to cut, that is taken whose gaps score most in all; long utterances
cost something. Only plain words count, so that fillers, habits and dialect move no utterance's end.
"""

from __future__ import annotations

import json
import math
import zlib
from array import array
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from itertools import pairwise

from starproof.core.keeping import remembered
from starproof.core.text import Span, trimmed
from starproof.parse.plain import plain

_NUMBERS = frozenset(
    (
        "two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
        "eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred thousand million billion "
        "lakh crore dozen"
    ).split(" ")
)
_EDGE = "^"
_CLIPS = ("'", "’")
"""What belongs to a word that it ends: "doin'"."""
_SHORTEST = 5
"""Words that an utterance has at least, by which mere joined phrases stay together."""
_LAST = 3
"""Words that the last utterance has at least, and each that a line's end ends."""
NEVER = -1000.0
"""The score of a gap inside one word, such as before the "not" of "didn't"."""
READY = 2.5
"""What a gap is given besides its score, so that few pieces straddle two sentences."""
_GROWING = 0.005
"""What each word after the shortest utterance costs, times how many they are."""
_STRETCH = 16
"""An utterance may end where a gap speaks for it, and at the best gap of each stretch of so many."""
_BACK = 16
"""How many places before it are weighed as an utterance's start."""


@dataclass(frozen=True, slots=True)
class Speech:
    """A stretch of speech as the splitter sees it: plain words, where each stands, and after which the line ends."""

    words: Sequence[str]
    places: Sequence[tuple[int, int]]
    broken: Sequence[bool]
    length: int
    """Of the text, in code points."""

    @classmethod
    def of(cls, text: str) -> Speech:
        """The speech of a text. Figures and number words are ``#``."""
        said = plain(text)[1:]
        words = ["#" if token.word[0].isdigit() or token.word in _NUMBERS else token.word for token in said]
        broken = ["\n" in text[a.end : b.start] for a, b in pairwise(said)]
        places = [(token.start, token.end + (text[token.end : token.end + 1] in _CLIPS)) for token in said]
        return cls(words, places, broken, len(text))

    def pieces(self, table: Mapping[str, float], *, ready: float = READY) -> Iterator[tuple[int, int]]:
        """Where utterances begin and end, given the weights of the gaps; what is no plain word goes along."""
        start = 0
        scores = gap_scores(self.words, table)
        whole = [NEVER if a == b else score for score, (a, b) in zip(scores, pairwise(self.places), strict=True)]
        for place in cuts(whole, self.broken, ready=ready):
            yield start, self.places[place - 1][1]
            start = self.places[place - 1][1]
        yield start, self.length


def turns(text: str, span: Span) -> Iterator[Span]:
    """The utterances of a stretch without punctuation, in order; together they cover all its words."""
    for start, end in Speech.of(span.of(text)).pieces(weights()):
        piece = trimmed(text, span.start + start, span.start + end)
        if len(piece):
            yield piece


def cuts(scores: list[float], broken: Sequence[bool], *, ready: float = READY) -> Iterator[int]:
    """Where utterances begin, as indexes of words; ``scores[i]`` and ``broken[i]`` are of the gap after word ``i``.

    ``ready`` is what each gap is given besides its score: the more, the shorter the utterances.
    """
    start, size = 0, len(scores) + 1
    for stop in [*_lines(broken), size]:
        yield from (start + place for place in _best([score + ready for score in scores[start : stop - 1]]))
        if stop < size:
            yield stop
        start = stop


def _lines(broken: Sequence[bool]) -> Iterator[int]:
    """Where lines begin, by which utterances end in any case; no line is too short for an utterance."""
    start, size = 0, len(broken) + 1
    for place, ends in enumerate(broken, start=1):
        if ends and place - start >= _LAST and size - place >= _LAST:
            yield place
            start = place


def _best(gains: list[float]) -> list[int]:
    """The places that gain most in all, less what long utterances cost."""
    size = len(gains) + 1
    places, totals, before = [0], [0.0], [0]  # of the utterances that may begin there: where, how good, after which
    for end in [*_likely(gains), size]:
        total, number = _reached(end, _LAST if end == size else _SHORTEST, places, totals)
        if number >= 0:
            places.append(end)
            totals.append(total + (gains[end - 1] if end < size else 0.0))
            before.append(number)
    return _traced(places, before) if places[-1] == size else []


def _reached(end: int, least: int, places: Sequence[int], totals: Sequence[float]) -> tuple[float, int]:
    """The best total of an utterance of at least ``least`` words up to ``end``, and the number of its place, or -1."""
    best, reached = -math.inf, -1
    for number in range(max(len(places) - _BACK, 0), len(places)):
        length = end - places[number]
        if length < least:
            break
        more = max(length - _SHORTEST, 0)
        total = totals[number] - _GROWING * more * more
        if total > best:
            best, reached = total, number
    return best, reached


def _traced(places: Sequence[int], before: Sequence[int]) -> list[int]:
    """The places by which the last one is reached, without it and the first."""
    number, path = before[-1], []
    while number:
        path.append(places[number])
        number = before[number]
    return path[::-1]


def _likely(gains: list[float]) -> list[int]:
    """The places at which an utterance may begin: those that gain, and the best of each stretch."""
    found = {place for place, gain in enumerate(gains, start=1) if gain > 0}
    for start in range(0, len(gains), _STRETCH):
        stretch = gains[start : start + _STRETCH]
        best = max(stretch)
        if best > NEVER / 2:
            found.add(start + stretch.index(best) + 1)
    return sorted(found)


def gap_scores(words: Sequence[str], table: Mapping[str, float]) -> list[float]:
    """How much speaks for a new utterance at each gap: a logarithm of odds, before length is weighed."""
    padded = [_EDGE] * 3 + list(words) + [_EDGE] * 3
    gaps = zip(*(padded[place:] for place in range(1, 8)), strict=False)
    if table is weights() and max(map(len, words), default=0) <= _LONGEST_WORD:
        return list(map(_shipped_score, gaps))
    return [_score(around, table) for around in gaps]


def _score(around: Sequence[str], table: Mapping[str, float]) -> float:
    get = table.get
    return sum([get(name, 0.0) for name in gap(around)])


_LONGEST_WORD = 60
"""Code points of a word that is kept; a longer one is none."""


@remembered(8192)
def _shipped_score(around: tuple[str, ...]) -> float:
    """The score of a gap by the shipped weights."""
    return _score(around, weights())


def gap(around: Sequence[str]) -> tuple[str, ...]:
    """The features of the gap before the fourth of seven words."""
    a, b, c, d, e, f, g = around
    return (
        f"0{d}", f"1{e}", f"2{f}", f"3{g}", f"-1{c}", f"-2{b}", f"-3{a}", f"01{d} {e}", f"12{e} {f}", f"-10{c} {d}",
        f"-21{b} {c}", f"012{d} {e} {f}", f"-101{c} {d} {e}", f"s-1{c[-3:]}", f"s0{d[-3:]}", f"s1{e[-3:]}",
        f"s-10{c[-2:]} {d}", "any",
    )  # fmt: skip


@cache
def weights() -> Mapping[str, float]:
    """The shipped weights of the gaps' features."""
    return unpacked((files("starproof.parse") / "speech.bin").read_bytes())


def packed(table: Mapping[str, float]) -> bytes:
    """Weights as the bytes of their file; one that rounds to nothing is left out."""
    step = max(map(abs, table.values()), default=1.0) / 127
    rounded = {name: round(value / step) for name, value in table.items()}
    kept = {name: value for name, value in rounded.items() if value}
    head = json.dumps({"step": step, "count": len(kept)}).encode()
    return zlib.compress(head + b"\n" + array("b", kept.values()).tobytes() + "\n".join(kept).encode(), 9)


def unpacked(data: bytes) -> Mapping[str, float]:
    """The weights that ``packed`` made into bytes."""
    head, _, rest = zlib.decompress(data).partition(b"\n")
    says = json.loads(head)
    values = array("b", rest[: says["count"]])
    names = rest[says["count"] :].decode().split("\n")
    return {name: value * says["step"] for name, value in zip(names, values, strict=True)}
