"""The words of a whole document in one row, with the sentence that each belongs to."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass

from starproof.core.document import Document
from starproof.core.text import Span
from starproof.parse.words import Token, said

_ENDS = (".", "!", "?", "…", ":", ";")


@dataclass(frozen=True, slots=True)
class Row:
    """All words of a document's sentences, in order."""

    text: str
    words: tuple[Token, ...]
    starts: tuple[int, ...]
    """Where each word starts, in code points."""
    sentence: tuple[int, ...]
    """The index of each word's sentence."""
    first: tuple[int, ...]
    """By sentence: the first word that belongs to its flow, in an earlier sentence where no mark parts the two."""
    last: tuple[int, ...]
    """By sentence: the index after its last word."""

    def before(self, place: int, count: int) -> tuple[str, ...]:
        """Up to so many words before a place, within the flow of its sentence."""
        if not 0 <= place < len(self.words):
            return ()
        low = self.first[self.sentence[place]]
        return tuple(token.word for token in self.words[max(low, place - count) : place])

    def covered(self, span: Span) -> tuple[int, int]:
        """The words that a span covers, as a half-open range of places."""
        low = bisect_right(self.starts, span.start) - 1
        if low < 0 or self.words[low].end <= span.start:
            low += 1
        return low, bisect_left(self.starts, span.end)


def row_of(document: Document) -> Row:
    """Split a document into words once, for all that reads them."""
    found: list[Token] = []
    sentence: list[int] = []
    first: list[int] = []
    last: list[int] = []
    open_since: int | None = None
    for number, part in enumerate(document.sentences):
        first.append(len(found) if open_since is None else open_since)
        text, start = document.quote(part.span), part.span.start
        open_since = None if text.rstrip().endswith(_ENDS) else len(found)
        found.extend([Token(word, start + begin, start + end) for word, begin, end in said(text)])
        sentence.extend([number] * (len(found) - len(sentence)))
        last.append(len(found))
    starts = tuple(token.start for token in found)
    return Row(document.text, tuple(found), starts, tuple(sentence), tuple(first), tuple(last))
