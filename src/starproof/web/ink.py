"""A whole text with its marks, character for character, to lie under the words while they are typed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from starproof.core.document import Label
from starproof.core.results import Review
from starproof.report.marks import Sheet


@dataclass(frozen=True, slots=True)
class Ink:
    """A stretch of the text in which nothing changes; all of them together are the text."""

    text: str
    label: Label | None = None
    notes: tuple[int, ...] = ()
    figure: bool = False


def inked(review: Review, sheet: Sheet) -> Iterator[Ink]:
    """The text in stretches, with the space between its blocks."""
    text, at = review.document.text, 0
    for block in sheet.blocks:
        if block.span.start > at:
            yield Ink(text[at : block.span.start])
        for piece in block.pieces:
            if piece.text:
                yield Ink(piece.text, block.label, piece.notes, piece.figure)
        at = max(at, block.span.end)
    if at < len(text):
        yield Ink(text[at:])
