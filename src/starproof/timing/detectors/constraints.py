"""What limited the speaker."""

from __future__ import annotations

from collections.abc import Iterator

from starproof.core.text import Span
from starproof.timing.asks import detector
from starproof.timing.passage import Passage


@detector("constraints", within=("situation", "task"))
def constraints(passage: Passage) -> Iterator[Span]:
    """Limits of money, people, time or mandate."""
    yield from (signal.span for signal in passage.signals("constraint"))
