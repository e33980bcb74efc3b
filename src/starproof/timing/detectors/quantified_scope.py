"""A situation whose size is given in figures."""

from __future__ import annotations

from collections.abc import Iterator

from starproof.core.text import Span
from starproof.timing.asks import detector
from starproof.timing.passage import Passage

LATENCY = 120.0
"""Seconds; a shorter time measures how slow something was, a longer one says when."""


@detector("quantified-scope", within=("situation", "task"))
def quantified_scope(passage: Passage) -> Iterator[Span]:
    """Figures that size the matter. A length of time sizes nothing, unless it is what was slow."""
    sized = passage.quantities("money", "percent", "multiple", "count", "score", "size")
    short = [figure for figure in passage.quantities("duration") if figure.value < LATENCY]
    yield from (figure.span for figure in [*sized, *short])
