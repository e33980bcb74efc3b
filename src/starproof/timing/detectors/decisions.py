"""Choices that the speaker made."""

from __future__ import annotations

from collections.abc import Iterator

from starproof.core.text import Span
from starproof.extract.decisions.choices import choices
from starproof.timing.asks import detector
from starproof.timing.passage import Passage


@detector("decisions", within=("action",))
def decisions(passage: Passage) -> Iterator[Span]:
    """A choice, or what it gave up; or else what the speaker proposed, refused or stopped."""
    found = [signal.span for signal in passage.signals("decision", "trade-off")]
    yield from found or choices(passage.document, passage.sentences())
