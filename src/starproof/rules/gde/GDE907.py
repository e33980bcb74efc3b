"""GDE907: a framework asks for something that no check looks for."""

from __future__ import annotations

from collections.abc import Iterator

from starproof.core.context import GuideContext
from starproof.rules.base import Hit, guide_rule


@guide_rule("GDE907", "ask-not-checked", severity="note")
def ask_not_checked(context: GuideContext) -> Iterator[Hit]:
    """What a framework asks of a section will always be answered with `cannot say`.

    Rationale:
    An ask that nothing looks for seems to be checked and is not.

    Weak:
    ## Answer frameworks
    ### 2-minute answer
    1. **Situation** (20 seconds): a joke that breaks the ice
    2. **Action** (60 seconds): own actions
    3. **Result** (40 seconds): quantified impact

    Stronger:
    ## Answer frameworks
    ### 2-minute answer
    1. **Situation** (20 seconds): quantified scope
    2. **Action** (60 seconds): own actions
    3. **Result** (40 seconds): quantified impact

    Limits:
    Says nothing about whether the checks that do exist see enough.
    """
    for framework in context.guide.frameworks:
        for section in framework.sections:
            if section.says and not section.asks:
                yield Hit(f"{framework.id}, {section.section}: nothing looks for “{section.says[:80]}”.")
