"""The words of a whole document in one row, with the sentence that each belongs to."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from starproof.core.document import Document
from starproof.core.keeping import kept
from starproof.core.text import Span
from starproof.parse.evened import evened
from starproof.parse.words import Token, said

_ENDS = (".", "!", "?", "…", ":", ";")
FRAGMENT = 4
"""So few words without anybody who acts go on with the sentence before: "I ran claims. Eleven people." """
_ACTORS = frozenset("i we he she they it you there this that who".split(" "))


@dataclass(frozen=True, slots=True)
class Row:
    """All words of a document's sentences, in order."""

    text: str
    sentences: Sequence[str]
    """What is read of each sentence, without its speaker's habits; the words are those of it."""
    words: Sequence[str]
    starts: Sequence[int]
    """Where each word starts, in code points."""
    ends: Sequence[int]
    sentence: Sequence[int]
    """The index of each word's sentence."""
    first: Sequence[int]
    """By sentence: the first word of its flow, in an earlier one where no mark parts the two or it is a fragment."""
    last: Sequence[int]
    """By sentence: the index after its last word."""

    def before(self, place: int, count: int) -> tuple[str, ...]:
        """Up to so many words before a place, within the flow of its sentence."""
        if not 0 <= place < len(self.words):
            return ()
        low = self.first[self.sentence[place]]
        return tuple(self.words[max(low, place - count) : place])

    def covered(self, span: Span) -> tuple[int, int]:
        """The words that a span covers, as a half-open range of places."""
        low = bisect_right(self.starts, span.start) - 1
        if low < 0 or self.ends[low] <= span.start:
            low += 1
        return low, bisect_left(self.starts, span.end)

    def tokens(self, low: int, high: int) -> tuple[Token, ...]:
        """The words of a half-open range of places, with where they stand in the text."""
        return tuple(map(Token, self.words[low:high], self.starts[low:high], self.ends[low:high]))

    def places(self, find: Callable[[str], Iterable[int]]) -> Iterator[int]:
        """The places of the words that ``find`` names in each sentence, counted from its first word."""
        begin = 0
        for sentence, end in zip(self.sentences, self.last, strict=True):
            for place in find(sentence):
                yield begin + place
            begin = end


def row_of(document: Document) -> Row:
    """Split a document into words once, for all that reads them."""
    texts = [document.quote(part.span) for part in document.sentences]
    sentences: list[str] = []
    words: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    sentence: list[int] = []
    first: list[int] = []
    last: list[int] = []
    open_since: int | None = None
    for number, (text, part) in enumerate(zip(texts, document.sentences, strict=True)):
        even = evened(text)
        sentences.append(even.text)
        told, begins, stops = _columns(text)
        if open_since is None and first and len(told) <= FRAGMENT and _ACTORS.isdisjoint(told):
            open_since = first[-1]
        first.append(len(words) if open_since is None else open_since)
        open_since = None if text.rstrip().endswith(_ENDS) else len(words)
        start = part.span.start
        words.extend(told)
        starts.extend([start + begin for begin in begins])
        ends.extend([start + stop for stop in stops])
        sentence.extend([number] * len(told))
        last.append(len(words))
    return Row(document.text, sentences, words, starts, ends, sentence, first, last)


@kept
def _columns(sentence: str) -> tuple[tuple[str, ...], tuple[int, ...], tuple[int, ...]]:
    """The words of a sentence, and where they start and end in it."""
    even = evened(sentence)
    found = said(even.text)
    words, starts, ends = zip(*found, strict=True) if found else ((), (), ())
    if even.starts and found:
        starts, ends = zip(*map(even.back, starts, ends), strict=True)
    return words, starts, ends
