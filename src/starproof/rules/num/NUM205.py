"""NUM205: a change in percent without what it started from."""

from __future__ import annotations

from collections.abc import Iterator

from starproof.core.context import StoryContext
from starproof.core.facts import Quantity
from starproof.core.seeking import Seldom
from starproof.rules.base import Hit, rule
from starproof.rules.num.near import after, before, label_of, said

_CHANGE_BEFORE = Seldom(
    r"\b(?:fell|dropped|cut|reduced|rose|grew|increased|improved|went down|went up|came down|down|up) "
    r"(?:(?!(?:to|we|i|they|he|she|you|it) )\w+ ){0,4}?(?:by )?"
    r"(?:about |roughly |almost |nearly |some )?$"
)
_CHANGE_AFTER = Seldom(
    r"^ ?(?:(?:less|fewer|more|faster|quicker|better|lower|higher|shorter|cheaper)\b(?! than (?:the )?\d)|"
    r"(?:reduction|decrease|drop|increase|rise|improvement|cut|gain) in\b)"
)


@rule("NUM205", "change-without-baseline", severity="note")
def change_without_baseline(context: StoryContext) -> Iterator[Hit]:
    """An outcome in percent, and nothing that says percent of what.

    Rationale:
    "Forty percent faster" can be a second or a week. The first question will be from how much to how much.

    Weak:
    Our counter at the town hall had long queues. I was asked to shorten them. I had two of my people sort the
    forms at the door, which the clerks disliked. Waiting fell by 40%.

    Stronger:
    Our counter at the town hall had long queues. I was asked to shorten them. I had two of my people sort the
    forms at the door, which the clerks disliked. Waiting fell by 40%, from 50 minutes to 30.

    Limits:
    It looks at result sentences only and names the first such figure. A base told anywhere near is enough.
    """
    facts = context.facts
    known = {index for claim in facts.claims for index in (claim.quantity, *claim.operands)}
    for index, figure in enumerate(facts.quantities):
        if figure.kind == "percent" and figure.unit == "%" and index not in known and _bare_change(context, figure):
            yield Hit(
                f"Says {said(figure)}, but not from how much to how much.",
                context.evidence(figure.span),
                probe=f"{said(figure)}: from how much to how much, and over what time?",
            )
            return


def _bare_change(context: StoryContext, figure: Quantity) -> bool:
    if label_of(context, figure) != "result":
        return False
    changed = _CHANGE_BEFORE.search(before(context, figure)) or _CHANGE_AFTER.search(after(context, figure))
    return bool(changed) and not any(
        _measures(figure, other) and label_of(context, other) == "result" for other in context.facts.quantities
    )


def _measures(figure: Quantity, other: Quantity) -> bool:
    """Whether another figure that is not a share stands close enough to be the base."""
    close = abs(other.span.start - figure.span.start) <= 160
    return other is not figure and close and (other.kind != "duration" or other.value < 86_400.0)
