"""GDE906: a red flag's threshold and the expectation it guards leave a gap."""

from __future__ import annotations

from collections.abc import Iterator

from starproof.core.context import GuideContext
from starproof.rules.base import Hit, guide_rule


@guide_rule("GDE906", "threshold-off-expectation", severity="note")
def threshold_off_expectation(context: GuideContext) -> Iterator[Hit]:
    """The sum under which a story is called too small is not the one that the level is expected to reach.

    Rationale:
    A story between the two is neither too small nor large enough, and the guide does not say what it is.

    Weak:
    ## Core expectations
    - **Revenue impact**: $1M-$5M a year
    ## Red flags
    ### Impact
    - **Under $500K impact**: too small for the level

    Stronger:
    ## Core expectations
    - **Revenue impact**: $1M-$5M a year
    ## Red flags
    ### Impact
    - **Under $1M impact**: too small for the level

    Limits:
    A margin may be intended: a good story with a smaller sum still counts. The guide should say so.
    """
    flag, expected = context.guide.red_flag("low-impact"), context.guide.expectation("impact")
    if flag is None or expected is None or expected.range is None:
        return
    least = flag.thresholds.get("annual_usd_under")
    if least is not None and least < expected.range.low:
        yield Hit(
            f"low-impact: a story is too small under ${least:,.0f} a year, but ${expected.range.low:,.0f} are "
            "expected; what lies between is neither."
        )
