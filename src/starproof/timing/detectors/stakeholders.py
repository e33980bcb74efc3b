"""Who had a stake."""

from __future__ import annotations

from collections.abc import Iterator

from starproof.core.text import Span
from starproof.timing.asks import detector
from starproof.timing.passage import Passage


@detector("stakeholders", within=("situation", "task"), anywhere=True)
def stakeholders(passage: Passage) -> Iterator[Span]:
    """People with a stake: one that is named as such, or others from two sides at least."""
    named = passage.signals("stakeholder")
    others = passage.signals("customers", "bosses", "peers")
    if named or len({signal.kind for signal in others}) >= 2:
        yield from (signal.span for signal in [*named, *others])
