"""What the speaker learned."""

from __future__ import annotations

from collections.abc import Iterator

from starproof.core.text import Span
from starproof.timing.asks import detector
from starproof.timing.passage import Passage

SURE = 0.5
"""Confidence from which a sentence counts as reflection without words that say so."""


@detector("lesson", within=("result", "reflection"))
def lesson(passage: Passage) -> Iterator[Span]:
    """Stated lessons and owned mistakes, else the reflection that holds them."""
    signals = passage.signals("lesson", "mistake")
    if signals:
        yield from (signal.span for signal in signals)
    else:
        yield from (s.span for s in passage.narrowed("reflection").sentences() if s.confidence >= SURE)
