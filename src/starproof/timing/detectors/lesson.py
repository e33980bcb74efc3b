"""What the speaker learned."""

from __future__ import annotations

from collections.abc import Iterator

from starproof.core.text import Span
from starproof.extract.teller.denial import denials
from starproof.timing.asks import detector
from starproof.timing.passage import Passage

SURE = 0.5
"""Confidence from which a sentence counts as reflection without words that say so."""


@detector("lesson", within=("result", "reflection"), anywhere=True)
def lesson(passage: Passage) -> Iterator[Span]:
    """Stated lessons and owned mistakes, else the reflection that holds them; none where one is denied."""
    denied = denials(passage.document, passage.labels)
    found = [signal.span for signal in passage.signals("lesson", "mistake")]
    signals = [span for span in found if not any(one.contains(span) for one in denied)]
    yield from signals
    if not signals and not denied:
        yield from (s.span for s in passage.narrowed("reflection").sentences() if s.confidence >= SURE)
