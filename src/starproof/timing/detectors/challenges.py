"""What went against the speaker on the way."""

from __future__ import annotations

from collections.abc import Iterator

from starproof.core.text import Span
from starproof.timing.asks import detector
from starproof.timing.passage import Passage


@detector("challenges", within=("action", "result"))
def challenges(passage: Passage) -> Iterator[Span]:
    """Obstacles, setbacks, objections."""
    yield from (signal.span for signal in passage.signals("challenge", "setback", "conflict", "disagreement"))
