"""GDE902: between this level and the next lies a gap that belongs to neither."""

from __future__ import annotations

from collections.abc import Iterator

from starproof.core.context import GuideContext
from starproof.core.guide import Difference
from starproof.rules.base import Hit, guide_rule

_UNITS = {"day": "days"}
"""Units that stand in the plural behind a number."""


@guide_rule("GDE902", "band-gap", severity="note")
def band_gap(context: GuideContext) -> Iterator[Hit]:
    """This level's band ends before the next one begins.

    Rationale:
    A story whose figure falls between the two bands reads at neither level, and two interviewers will settle
    it in two ways.

    Weak:
    ## Differences from L7
    - **Impact**: $1M-$5M vs $10M+

    Stronger:
    ## Differences from L7
    - **Impact**: $1M-$10M vs $10M+

    Limits:
    Bands that touch in one value are taken to be meant as a border.
    """
    for difference in context.guide.differences:
        yield from _gap(context, difference)


def _gap(context: GuideContext, difference: Difference) -> Iterator[Hit]:
    here, after = difference.here_range, difference.next_range
    if here is None or after is None or here.high is None or here.unit != after.unit or after.low <= here.high:
        return
    guide = context.guide
    yield Hit(
        f"{difference.id}: {guide.level} ends at {here.high:,.10g} and {guide.next_level} begins at "
        f"{after.low:,.10g} {_UNITS.get(after.unit, after.unit)}; what lies between belongs to neither."
    )
