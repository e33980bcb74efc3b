"""GDE901: a framework's sections do not add up to its minutes."""

from __future__ import annotations

from collections.abc import Iterator

from starproof.core.context import GuideContext
from starproof.rules.base import Hit, guide_rule

TOLERANCE = 1.0
"""Seconds by which a plan may miss its minutes unnoticed."""


@guide_rule("GDE901", "framework-off-its-minutes", severity="warning")
def framework_off_its_minutes(context: GuideContext) -> Iterator[Hit]:
    """The seconds of a framework's sections add up to more or less than its name promises.

    Rationale:
    Whoever rehearses a two-minute answer by a plan that takes 140 seconds is cut off in the result.

    Weak:
    ## Answer frameworks
    ### 2-minute answer
    1. **Situation** (30 seconds): quantified scope
    2. **Task** (20 seconds): accountability
    3. **Action** (60 seconds): own actions
    4. **Result** (40 seconds): quantified impact

    Stronger:
    ## Answer frameworks
    ### 2-minute answer
    1. **Situation** (20 seconds): quantified scope
    2. **Task** (15 seconds): accountability
    3. **Action** (50 seconds): own actions
    4. **Result** (35 seconds): quantified impact

    Limits:
    A guide may mean its minutes loosely. `--fitted` scales the sections to the nominal time.
    """
    for framework in context.guide.frameworks:
        over = framework.planned - framework.seconds
        if abs(over) > TOLERANCE:
            yield Hit(
                f"{framework.id}: its sections add up to {framework.planned:g} s, "
                f"{abs(over):g} s {'more' if over > 0 else 'less'} than the {framework.seconds:g} s of its name."
            )
