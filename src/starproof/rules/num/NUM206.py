"""NUM206: a percentage that no whole number of the things counted can give."""

from __future__ import annotations

import math
import re
from collections.abc import Iterator
from itertools import pairwise

from starproof.core.context import StoryContext
from starproof.core.facts import Quantity
from starproof.rules.base import Hit, rule
from starproof.rules.num.near import said

_OF = re.compile(r"\s+of\s+(?:(?:the|our|my|all|those|these|about)\s+){0,2}", re.IGNORECASE)
_MEASURED = frozenset("hour minute day week month year point mile kilometre kilometer litre ton".split(" "))


@rule("NUM206", "impossible-percentage", severity="warning")
def impossible_percentage(context: StoryContext) -> Iterator[Hit]:
    """A share of a few things that cannot be, whichever number of them is meant.

    Rationale:
    Thirteen people cannot give 33 %: four are 31 % and five are 38 %. Such a figure was not counted but
    felt, and the count is one question away.

    Weak:
    Our kennels kept losing helpers. I was asked to stop that. I changed the shifts with the two oldest
    helpers, against the advice of the office. A year later 33% of the 13 new helpers had gone.

    Stronger:
    Our kennels kept losing helpers. I was asked to stop that. I changed the shifts with the two oldest
    helpers, against the advice of the office. A year later 31% of the 13 new helpers had gone.

    Limits:
    It speaks only of a percentage told directly "of" a whole number under 100, and lets every way of rounding
    pass. Things that are measured and not counted, such as hours, are left alone.
    """
    quantities = context.facts.quantities
    for share, whole in pairwise(quantities):
        if share.kind != "percent" or share.approx or share.high is not None or not _counted(whole):
            continue
        gap = context.document.text[share.span.end : whole.span.start]
        if _OF.fullmatch(gap) and not _possible(share, int(whole.value)):
            yield Hit(
                f"{said(share)} of {said(whole)} is no whole number of them.",
                context.evidence(share.span, whole.span),
                probe=f"How many of the {whole.value:g} was it?",
            )


def _counted(whole: Quantity) -> bool:
    plain = whole.kind == "count" and whole.high is None and not whole.approx and whole.value == int(whole.value)
    return plain and 1 < whole.value < 100 and whole.unit not in _MEASURED


def _possible(share: Quantity, whole: int) -> bool:
    digits = len(f"{share.value:.4f}".rstrip("0").partition(".")[2])
    scale = 10**digits
    stated = share.value * scale
    near = math.floor(share.value / 100 * whole)
    shares = [part / whole * 100 * scale for part in range(max(0, near - 1), near + 3)]
    return any(math.floor(exact) <= stated + 1e-9 and stated - 1e-9 <= math.ceil(exact) for exact in shares)
