"""What happened afterwards."""

from __future__ import annotations

from collections.abc import Iterator

from starproof.core.text import Span
from starproof.timing.asks import detector
from starproof.timing.passage import Passage


@detector("follow-up", within=("result", "reflection"))
def follow_up(passage: Passage) -> Iterator[Span]:
    """It lasted, spread, was built on, or left a standing mechanism."""
    yield from (signal.span for signal in passage.signals("lasted", "built-on", "mechanism", "spread"))
