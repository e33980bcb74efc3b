"""Silence between stretches of voice and where in the sentence it falls; voice between words."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from itertools import pairwise

from starproof.core.document import TimedSpan
from starproof.core.speech import Stretch
from starproof.core.text import Span
from starproof.parse.words import FILLERS
from starproof.practice.delivery.placing import key
from starproof.practice.delivery.shapes import Pause, Place, Unheard
from starproof.practice.delivery.voice import voiced_between

_OPENERS = frozenset(
    (
        "and but or so because since although though while whereas when whenever where which who whose that if unless "
        "until till before after then as than"
    ).split(" ")
)
"""Words that open a clause."""
_MISSED = 2.0
"""Seconds of voice in which a slow speaker says four words: more than an engine leaves out of a word's own time."""
_MARKS = tuple(",;:)—–-…")


def pauses(
    text: str, words: Sequence[TimedSpan], voiced: Sequence[Stretch], sentences: Sequence[Span], *, over: float
) -> Iterator[Pause]:
    """The silences longer than ``over`` seconds between two words of the answer, in order."""
    starts = [word.start for word in words]
    opens = [span.start for span in sentences]
    for one, other in pairwise(voiced):
        if other.start - one.end <= over:
            continue
        after = bisect_left(starts, (one.end + other.start) / 2)
        if 0 < after < len(words):
            place = _place(text, words[after - 1].span, words[after].span, opens)
            yield Pause(one.end, other.start - one.end, words[after - 1].span, place)


def unheard(words: Sequence[TimedSpan], voiced: Sequence[Stretch]) -> Iterator[Unheard]:
    """Where a voice was heard for ``_MISSED`` seconds or more, and no words."""
    edges = [(0.0, 0.0, None), *((word.start, word.end, word.span) for word in words)]
    for (_, since, after), (until, _, _) in pairwise([*edges, (voiced[-1].end, 0.0, None)]):
        voice = voiced_between(voiced, since, until)
        if voice >= _MISSED:
            yield Unheard(since, until, voice, after)


def _place(text: str, before: Span, after: Span, opens: Sequence[int]) -> Place:
    """Where the gap between two neighbouring words falls; a mark behind ``um`` says nothing about the clause."""
    if bisect_right(opens, before.start) != bisect_right(opens, after.start):
        return "between-sentences"
    filled = key(before.of(text)) in FILLERS
    marked = text[before.start : after.start].rstrip().endswith(_MARKS) and not filled
    return "between-clauses" if marked or key(after.of(text)) in _OPENERS else "in-clause"
