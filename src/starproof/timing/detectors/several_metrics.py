"""An outcome in more than one measure."""

from __future__ import annotations

from collections.abc import Iterator

from starproof.core.text import Span
from starproof.timing.asks import detector
from starproof.timing.passage import Passage


@detector("several-metrics", within=("result",))
def several_metrics(passage: Passage) -> Iterator[Span]:
    """Figures of at least two measures: kinds or units that differ, or figures in different sentences."""
    figures = passage.quantities("money", "percent", "multiple", "count", "score", "size", "duration")
    measures = {(figure.kind, figure.unit) for figure in figures}
    places = {passage.sentence_of(figure) for figure in figures}
    if len(measures) >= 2 and len(places) >= 2:
        yield from (figure.span for figure in figures)
