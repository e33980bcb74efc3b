"""An outcome in figures."""

from __future__ import annotations

from collections.abc import Iterator

from starproof.core.text import Span
from starproof.timing.asks import detector
from starproof.timing.passage import Passage


@detector("quantified-impact", within=("result",))
def quantified_impact(passage: Passage) -> Iterator[Span]:
    """Figures of the outcome. A single length of time may only say when; two in a sentence compare."""
    figures = passage.quantities("money", "percent", "multiple", "count", "score", "size")
    times = passage.quantities("duration")
    places = [passage.sentence_of(figure) for figure in times]
    compared = [figure for figure, place in zip(times, places, strict=True) if places.count(place) > 1]
    yield from (figure.span for figure in [*figures, *compared])
