"""A situation with more than one thing moving."""

from __future__ import annotations

from collections.abc import Iterator

from starproof.core.text import Span
from starproof.timing.asks import detector
from starproof.timing.passage import Passage

LEAST_KINDS = 3


@detector("several-variables", within=("situation", "task"))
def several_variables(passage: Passage) -> Iterator[Span]:
    """Three pressures of different kinds: stakes, limits, risks, tension, turns, people, figures."""
    pressures = passage.signals("stakes", "constraint", "risk", "conflict", "turn", "stakeholder", "disagreement")
    figures = passage.quantities()
    if len({signal.kind for signal in pressures}) + (len(figures) > 1) >= LEAST_KINDS:
        yield from (signal.span for signal in pressures)
        yield from (figure.span for figure in figures)
