"""The goal by which success was to be told."""

from __future__ import annotations

from collections.abc import Iterator

from starproof.core.text import Span
from starproof.timing.asks import detector
from starproof.timing.passage import Passage


@detector("success-criterion", within=("situation", "task"))
def success_criterion(passage: Passage) -> Iterator[Span]:
    """A stated target, and what was promised by when."""
    yield from (signal.span for signal in passage.signals("target"))
