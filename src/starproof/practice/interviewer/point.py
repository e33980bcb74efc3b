"""An open point: something that a turn leaves open, with the words that leave it open."""

from __future__ import annotations

import zlib
from dataclasses import dataclass

from starproof.core.facts import Quantity
from starproof.core.text import Span


@dataclass(frozen=True, slots=True)
class Point:
    """One thing that can be asked about a turn."""

    kind: str
    focus: Span
    """The very words that it is about; the question quotes the words around them."""
    sentence: int
    """Index of their sentence in that turn."""
    figure: Quantity | None = None
    weight: float = 0.0
    """What it adds to the weight of its kind, such as for the largest figure."""
    others: tuple[Span, ...] = ()
    """Other words that it could be tied to, where the first have been quoted already."""
    detail: str = ""
    """What a question needs beside the quote, such as a sum written out."""

    def key(self, turn: int, text: str) -> str:
        """The very point, such as ``baseline:2:140:1f0c``: kind, turn, place, and a digest of the words there.

        With the digest, points at one place of two answers of a session are told apart, and one story that is
        told twice is not asked about the same thing twice.
        """
        words = " ".join(self.focus.of(text).split()).casefold()
        return f"{self.kind}:{turn}:{self.focus.start}:{zlib.crc32(words.encode('utf-8', 'surrogatepass')):08x}"
