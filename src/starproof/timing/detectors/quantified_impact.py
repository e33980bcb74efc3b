"""An outcome in figures."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from starproof.core.facts import Quantity
from starproof.core.text import Span
from starproof.extract.baselines.passing import DAY, none_since
from starproof.timing.asks import detector
from starproof.timing.passage import Passage

LONGEST = 1_000
"""Code points of a sentence that are looked at."""
MONTH = 28 * DAY


@detector("quantified-impact", within=("result",))
def quantified_impact(passage: Passage) -> Iterator[Span]:
    """Figures of the outcome. A single length of time may only say when; two in a sentence compare."""
    figures = passage.quantities("money", "percent", "multiple", "count", "score", "size")
    times = passage.quantities("duration")
    places = [passage.sentence_of(figure) for figure in times]
    compared = [figure for figure, place in zip(times, places, strict=True) if places.count(place) > 1]
    yield from (figure.span for figure in [*figures, *compared, *_none_in(passage, times)])


def _none_in(passage: Passage, times: Iterable[Quantity]) -> Iterator[Quantity]:
    """The times in which nothing of a kind has come: "no duplicate since, nineteen months now"."""
    for figure in times:
        span = passage.labels[passage.sentence_of(figure)].span
        if figure.value >= MONTH and none_since(passage.document.quote(span, most=LONGEST)):
            yield figure
