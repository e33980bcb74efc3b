"""NUM202: percent is said where percentage points are meant."""

from __future__ import annotations

from collections.abc import Iterator

from starproof.core.context import StoryContext
from starproof.rules.base import Hit, rule
from starproof.rules.num.near import said


@rule("NUM202", "percent-for-points", severity="warning")
def percent_for_points(context: StoryContext) -> Iterator[Hit]:
    """The distance between two percentages is told as a percent.

    Rationale:
    From 46 % to 31 % is fifteen points, or a third less. Told as "15 %" it is wrong, and mostly to your own
    disadvantage.

    Weak:
    Half the forms at our clinic were abandoned. I was asked to halve that. I had my team cut the form to one
    page. The abandoned forms fell from 46% to 31%, a drop of 15%.

    Stronger:
    Half the forms at our clinic were abandoned. I was asked to halve that. I had my team cut the form to one
    page. The abandoned forms fell from 46% to 31%, a drop of 15 points.

    Limits:
    It speaks only where both percentages stand in the story and their distance is the figure that you state.
    """
    quantities = context.facts.quantities
    for claim in context.facts.claims:
        sides = [quantities[index] for index in claim.operands]
        percents = len(sides) == 2 and all(side.kind == "percent" for side in sides)
        if claim.verdict != "inconsistent" or claim.kind != "relative_change" or not percents:
            continue
        if abs(abs(sides[0].value - sides[1].value) - claim.stated) < 0.05:
            text = " ".join(claim.text.split())
            yield Hit(
                f"{said(sides[0])} to {said(sides[1])} is {claim.stated:g} points, not {text}.",
                context.evidence(claim.span, sides[0].span, sides[1].span),
                probe=f"Do you mean {claim.stated:g} points?",
            )
