"""NUM203: the gain is larger than the loss that it cures."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from starproof.core.context import StoryContext
from starproof.core.facts import Quantity
from starproof.core.seeking import Seldom
from starproof.rules.base import Hit, rule
from starproof.rules.num.near import before, label_of, said

_TIMES: Mapping[str, float] = {"": 1.0, "year": 1.0, "quarter": 4.0, "month": 12.0, "week": 52.0, "day": 365.0}
_LOSS = Seldom(
    r"\b(?:los(?:t|e|es|ing)|cost(?:s|ing)? (?:us|me|them|(?:the|our|my) \w+)|burn(?:s|ed|t|ing)?|wast(?:e|es|ed|ing))"
    r"(?: \w+){0,4} $"
)
_SUPPOSED = Seldom(
    r"(?:\b(?:would|could|might|will)|[’']d|[’']ll)(?: \w+){0,2}? "
    r"(?:lose|cost|burn|waste|have lost|have cost)\b(?: \w+){0,5} $"
)
"""A loss that was weighed and not had: "to stay would cost us"."""
_CURE = Seldom(
    r"\b(?:(?:saved?|saves|saving|recover(?:s|ed)?|won back|got back|kept|keep|avoid(?:s|ed)?|prevent(?:s|ed)?)"
    r"(?: \w+){0,4}|(?:cuts?|reduced?|reduces|lowered|lowers?)(?: \w+){1,4} by)"
    r"(?: about| around| some| roughly| almost| nearly)? $"
)


@rule("NUM203", "gain-larger-than-problem", severity="warning")
def gain_larger_than_problem(context: StoryContext) -> Iterator[Hit]:
    """More is saved than was being lost.

    Rationale:
    Who loses two million a year to a fault cannot save three by mending it. The listener sees it before you
    have finished the sentence.

    Weak:
    Our ferries were losing $200,000 a year on unsold cabins. I was asked to change that. I had my team sell
    them at the pier on the last day. We saved $350,000 a year.

    Stronger:
    Our ferries were losing $200,000 a year on unsold cabins. I was asked to change that. I had my team sell
    them at the pier on the last day. We saved $150,000 a year.

    Limits:
    Both must be amounts in one currency and over a stated period, the loss in the opening and the only one
    told there, the gain an amount saved or recovered. A gain of another kind, such as new sales, is left
    alone.
    """
    quantities = context.facts.quantities
    money = [q for q in quantities if q.kind == "money" and "/" in q.unit]
    losses = [q for q in money if label_of(context, q) in ("situation", "task") and _is_lost(before(context, q))]
    if len(losses) != 1:
        return
    loss = losses[0]
    for gain in money:
        cured = label_of(context, gain) == "result" and _CURE.search(before(context, gain))
        if (
            cured
            and gain.unit.partition("/")[0] == loss.unit.partition("/")[0]
            and _yearly(gain) > 1.05 * _yearly(loss)
        ):
            yield Hit(
                f"Wins {said(gain)}, but the loss it cures is {said(loss)}.",
                context.evidence(gain.span, loss.span),
                probe="Where does the rest of the gain come from?",
            )


def _is_lost(lead: str) -> bool:
    """Whether these words make an amount a loss that went on, and none that one of the ways to go would have."""
    return _LOSS.search(lead) is not None and _SUPPOSED.search(lead) is None


def _yearly(figure: Quantity) -> float:
    return figure.value * _TIMES.get(figure.unit.partition("/")[2], 0.0)
