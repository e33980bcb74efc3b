"""What the speaker did, in some detail."""

from __future__ import annotations

from collections.abc import Iterator

from starproof.core.text import Span
from starproof.timing.asks import detector
from starproof.timing.passage import Passage, apart

LEAST_SENTENCES = 2


@detector("own-actions", within=("action",))
def own_actions(passage: Passage) -> Iterator[Span]:
    """Sentences of the action in which the speaker leads or does something; one alone is no detail."""
    deeds = passage.signals("managing", "doing", "decision", "delegation")
    if apart(deeds) >= LEAST_SENTENCES:
        yield from (passage.labels[index].span for index in sorted({deed.sentence for deed in deeds}))
