"""More than one goal."""

from __future__ import annotations

from collections.abc import Iterator

from starproof.core.text import Span
from starproof.timing.asks import detector
from starproof.timing.passage import Passage


@detector("several-objectives", within=("situation", "task"))
def several_objectives(passage: Passage) -> Iterator[Span]:
    """Targets in two sentences, or one sentence of targets with two figures to hit."""
    targets = passage.signals("target")
    aimed = {signal.sentence for signal in targets}
    figures = [figure for figure in passage.quantities() if passage.sentence_of(figure) in aimed]
    if len({signal.span for signal in targets}) > 1 or len(figures) > 1:
        yield from (signal.span for signal in targets)
