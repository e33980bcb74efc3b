"""NUM204: the same thing is told with two different values."""

from __future__ import annotations

import re
from collections.abc import Iterator

from starproof.core.context import StoryContext
from starproof.core.facts import Quantity
from starproof.rules.base import Hit, rule
from starproof.rules.num.near import before, said

_OWN = re.compile(r"\b(?:my|our|all our|all my|all of our|with our|with my) $")
_CHANGED = re.compile(
    r"\b(?:hir\w+|join\w*|left|leav\w+|grew|grow\w*|add\w*|new|more|fewer|lost|open\w*|clos\w+|merg\w+|became|sold|bought|"
    r"recruit\w*|shr[aiu]nk|resign\w*|quit|laid|later|another|other|since|now|no|sorry|mean)\b"
)


@rule("NUM204", "figure-changes", severity="warning")
def figure_changes(context: StoryContext) -> Iterator[Hit]:
    """Your own people or places are counted twice, with two results.

    Rationale:
    "My twelve engineers" in the opening and "my fifteen engineers" at the end make a listener wonder which of
    your figures were looked up.

    Weak:
    Our night bus was late every week. I was asked to end that, and I told my 12 drivers so. I had the two
    oldest of them plan the route, though the union objected. After a month my 15 drivers were on time.

    Stronger:
    Our night bus was late every week. I was asked to end that, and I told my 12 drivers so. I had the two
    oldest of them plan the route, though the union objected. After a month my 12 drivers were on time.

    Limits:
    Only figures that you call "my" or "our" are compared, and only where nothing between them tells of people
    or places that came or went.
    """
    seen: dict[str, Quantity] = {}
    for figure in context.facts.quantities:
        if figure.kind != "count" or not figure.unit or figure.approx or not _OWN.search(before(context, figure)):
            continue
        first = seen.setdefault(figure.unit, figure)
        between = context.document.text[first.span.end : figure.span.start]
        if first.value != figure.value and not _CHANGED.search(between.lower()):
            yield Hit(
                f"Says {said(first)} and later {said(figure)}.",
                context.evidence(first.span, figure.span),
                probe=f"{said(first)} or {said(figure)}: which is it, or what changed?",
            )
            return
