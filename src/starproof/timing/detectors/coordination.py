"""Work arranged with others."""

from __future__ import annotations

from collections.abc import Iterator

from starproof.core.text import Span
from starproof.timing.asks import detector
from starproof.timing.passage import Passage


@detector("coordination", within=("action",))
def coordination(passage: Passage) -> Iterator[Span]:
    """Work with the team or with other teams: together with, sat with both, asked Priya to."""
    yield from (signal.span for signal in passage.signals("coordination", "delegation"))
