"""Work arranged with others."""

from __future__ import annotations

from collections.abc import Iterator

from starproof.core.text import Span
from starproof.timing.asks import detector
from starproof.timing.passage import Passage


OTHERS = ("reports", "peers", "stakeholder")
"""People with whom something has to be arranged."""


@detector("coordination", within=("action",))
def coordination(passage: Passage) -> Iterator[Span]:
    """Work with the team or with other teams: together with, sat with both, asked Priya to, rang the depot's head."""
    others = {signal.sentence for signal in passage.signals(*OTHERS)}
    yield from (signal.span for signal in passage.signals("coordination", "delegation"))
    yield from (signal.span for signal in passage.signals("managing") if signal.sentence in others)
