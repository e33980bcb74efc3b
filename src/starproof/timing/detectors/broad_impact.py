"""An outcome that reached more than one kind of people."""

from __future__ import annotations

from collections.abc import Iterator

from starproof.core.text import Span
from starproof.timing.asks import detector
from starproof.timing.passage import Passage


@detector("broad-impact", within=("result", "reflection"))
def broad_impact(passage: Passage) -> Iterator[Span]:
    """An effect on the business or on people served, and one on other teams or the organisation."""
    business = [signal.span for signal in passage.signals("business-effect", "customers")]
    business += [figure.span for figure in passage.quantities("money")]
    others = [signal.span for signal in passage.signals("adoption", "spread", "organisation", "external", "reaction")]
    if business and others:
        yield from [business[0], *others]
