"""Spans: half-open ranges of code points in the user's own text."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A half-open range ``[start, end)`` of code points in the user's own text."""

    start: int
    end: int

    def of(self, text: str) -> str:
        """The words that this span covers in ``text``."""
        return text[self.start : self.end]

    def overlaps(self, other: Span) -> bool:
        """Whether the two spans share at least one code point."""
        return self.start < other.end and other.start < self.end

    def contains(self, other: Span) -> bool:
        """Whether ``other`` lies wholly inside this span."""
        return self.start <= other.start and other.end <= self.end

    def __len__(self) -> int:
        return self.end - self.start


class Placed:
    """What has a ``span``: its two ends under the names that they have as data."""

    __slots__ = ()

    if TYPE_CHECKING:

        @property
        def span(self) -> Span:
            """Its place."""

    @property
    def start(self) -> int:
        """Where it begins, in code points into the user's own text."""
        return self.span.start

    @property
    def end(self) -> int:
        """Where it ends; this code point is no longer part of it."""
        return self.span.end


def trimmed(text: str, start: int, end: int) -> Span:
    """The span without white space at its two ends; empty at ``start`` where nothing is left."""
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return Span(start, end)
