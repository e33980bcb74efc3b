"""Reach beyond the speaker's own work."""

from __future__ import annotations

from collections.abc import Iterator

from starproof.core.text import Span
from starproof.timing.asks import detector
from starproof.timing.passage import Passage


@detector("wider-influence", within=("result", "reflection"))
def wider_influence(passage: Passage) -> Iterator[Span]:
    """Others took it up, or it reached across the organisation or outside it."""
    yield from (signal.span for signal in passage.signals("spread", "organisation", "adoption", "external"))
