"""The goal by which success was to be told."""

from __future__ import annotations

from collections.abc import Iterator

from starproof.core.text import Span
from starproof.timing.asks import detector
from starproof.timing.passage import Passage


@detector("success-criterion", within=("situation", "task", "action"))
def success_criterion(passage: Passage) -> Iterator[Span]:
    """A stated target, and what was promised by when, told before anything has come of it."""
    first = next((index for index, one in enumerate(passage.labels) if one.label == "result"), len(passage.labels))
    for signal in passage.signals("target"):
        if signal.sentence < first or passage.labels[signal.sentence].label != "action":
            yield signal.span
