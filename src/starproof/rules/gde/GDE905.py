"""GDE905: a result in percent and in money, against a target in both, does not agree."""

from __future__ import annotations

import re
from collections.abc import Iterator

from starproof.core.context import GuideContext
from starproof.core.facts import Quantity
from starproof.core.results import Review
from starproof.rules.base import Hit, guide_rule

TOLERANCE = 0.05
"""The share by which the two ratios may differ through rounding."""
_TARGET = re.compile(r"\b(?:targets?|goals?|plan(?:ned)?|aim(?:ed)?)\b", re.IGNORECASE)


@guide_rule("GDE905", "target-pair-disagrees", severity="error")
def target_pair_disagrees(context: GuideContext) -> Iterator[Hit]:
    """Result and target are each told in percent and in money, and the two pairs imply different bases.

    Rationale:
    If 25 % were worth $100K, 50 % are worth $200K. Pairs that cannot both be true are noticed by whoever
    writes them side by side on a notepad.

    Weak:
    ## Examples
    ### Deliver Results
    #### DR-1: Cheaper nights
    **Situation**: Our night trains burned energy while they stood.
    **Task**: Cut the energy bill by 20 % within the year.
    **Action**:
    - I had both depots switch off what nobody used.
    **Result**:
    - The bill fell by 30 %, a saving of $90K a quarter against a target of $40K.

    Stronger:
    ## Examples
    ### Deliver Results
    #### DR-1: Cheaper nights
    **Situation**: Our night trains burned energy while they stood.
    **Task**: Cut the energy bill by 20 % within the year.
    **Action**:
    - I had both depots switch off what nobody used.
    **Result**:
    - The bill fell by 30 %, a saving of $90K a quarter against a target of $60K.

    Limits:
    Looks only where one sentence of the result gives a percentage, an amount and the amount of the target, and
    the task gives the target's percentage.
    """
    for number, review in context.reviews.items():
        goals = [q for q in _figures(review, "task") if q.kind == "percent"]
        for result in review.sentences:
            inside = [q for q in review.quantities if result.span.contains(q.span)]
            if result.label == "result" and len(goals) == 1:
                yield from _pairs(number, review.document.text, goals[0], inside)


def _figures(review: Review, label: str) -> list[Quantity]:
    spans = [sentence.span for sentence in review.sentences if sentence.label == label]
    return [q for q in review.quantities if any(span.contains(q.span) for span in spans)]


def _pairs(number: str, text: str, goal: Quantity, inside: list[Quantity]) -> Iterator[Hit]:
    percents = [q for q in inside if q.kind == "percent"]
    amounts = [q for q in inside if q.kind == "money"]
    if len(percents) != 1 or len(amounts) != 2 or not goal.value or not amounts[1].value:
        return
    reached, planned = amounts
    around = text[max(0, planned.span.start - 30) : planned.span.end + 20]
    if not _TARGET.search(around):
        return
    implied = goal.value * reached.value / planned.value
    if abs(implied - percents[0].value) > TOLERANCE * percents[0].value:
        yield Hit(
            f"{number}: {percents[0].text} and {reached.text} do not fit a target of {goal.text} and {planned.text}: "
            f"{reached.text} against {planned.text} would be {implied:.1f} %."
        )
