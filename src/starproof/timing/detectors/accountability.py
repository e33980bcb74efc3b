"""What the speaker answered for."""

from __future__ import annotations

from collections.abc import Iterator

from starproof.core.text import Span
from starproof.timing.asks import detector
from starproof.timing.passage import Passage


@detector("accountability", within=("situation", "task"))
def accountability(passage: Passage) -> Iterator[Span]:
    """Words by which the speaker takes charge: I owned, my job was, I ran."""
    yield from (signal.span for signal in passage.signals("accountability"))
