"""What went wrong and what it cost, in money: the largest loss that a story tells, which is no outcome but is heard."""

from __future__ import annotations

from collections.abc import Iterator

from starproof.core.context import StoryContext
from starproof.core.facts import Quantity
from starproof.core.seeking import Seldom
from starproof.extract.text.around import clause, heard_in

_LONGEST = 300
"""Code points of a clause that are looked at."""
_LOST = Seldom(
    r"\b(?:loss(?:es)?|lost|lose|losing|cost (?:us|me|them|him|her|the (?:company|firm|bank|group|business|client|"
    r"customers?))|refund(?:s|ed)?|damages?|compensation|compensated|fined?|fines|penalt(?:y|ies)|paid back|wrote off|"
    r"written off|write-off|withheld|credits?|vouchers?|overpaid|stolen|"
    r"(?:outage|incident|error|bug|mistake|delay|failure|breach|fault) (?:had )?cost)\b"
)
_NOT_LOST = Seldom(
    r"\b(?:would|could|avoid\w*|prevent\w*|sav(?:e|ed|es|ing|ings)|spared|no longer|not|never|without|instead|"
    r"recover\w*|fell|dropped|down|less|fewer|from|reduced|cut)\b|n[’']t\b"
)


def loss(context: StoryContext) -> Quantity | None:
    """The largest amount that is told as lost, refunded or paid for a fault; ``None`` where none is."""
    return max(_lost(context), key=lambda quantity: quantity.value, default=None)


def _lost(context: StoryContext) -> Iterator[Quantity]:
    facts = context.facts
    worth = facts.impact.quantity if facts.impact is not None else None
    for index, quantity in enumerate(facts.quantities):
        if quantity.kind == "money" and index != worth:
            words = heard_in(context, clause(context, quantity.span))[:_LONGEST].lower()
            if _LOST.search(words) is not None and _NOT_LOST.search(words) is None:
                yield quantity
