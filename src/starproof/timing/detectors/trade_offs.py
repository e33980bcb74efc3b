"""What had to be weighed or given up."""

from __future__ import annotations

from collections.abc import Iterator

from starproof.core.text import Span
from starproof.timing.asks import detector
from starproof.timing.passage import Passage


@detector("trade-offs", within=("situation", "task", "action"))
def trade_offs(passage: Passage) -> Iterator[Span]:
    """What one aim cost another."""
    yield from (signal.span for signal in passage.signals("trade-off"))
