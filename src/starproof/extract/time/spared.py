"""Time that the outcome spares people in several teams or places, a worth that is told in no money.

"Forty hours a week across nine teams" is no outcome in money, and no small one for that: what it is worth is open.
"""

from __future__ import annotations

from starproof.core.context import StoryContext
from starproof.core.facts import Quantity
from starproof.core.seeking import Seldom
from starproof.extract.text.around import clause, heard_in

SEVERAL = 3
"""So many teams, places or organisations on are more than the teller's neighbours."""
_LONGEST = 300
"""Code points of a clause that are looked at."""
_SPARED = Seldom(
    r"\b(?:sav(?:e|es|ed|ing)|spar(?:e|es|ed|ing)|free(?:s|d)?|gain(?:s|ed)?|win|wins|won|less|fewer|sooner|earlier|"
    r"instead of|no longer|(?:got|get|have|has|had) back)\b"
)
_OUTCOME = ("result", "reflection")


def spared(context: StoryContext) -> Quantity | None:
    """The first time that the outcome is told to spare, where it goes over several teams or places."""
    reach = context.facts.reach
    wide = [m for m in (reach.teams, reach.places, reach.organisations) if m is not None and m.value >= SEVERAL]
    if not wide:
        return None
    told = (q for q in context.facts.quantities if q.kind == "duration" and _in_outcome(context, q))
    return next((q for q in told if _SPARED.search(_words(context, q)) is not None), None)


def _words(context: StoryContext, quantity: Quantity) -> str:
    return heard_in(context, clause(context, quantity.span))[:_LONGEST].lower()


def _in_outcome(context: StoryContext, quantity: Quantity) -> bool:
    place = context.sentence_at(quantity.span.start)
    return place is not None and context.labels[place].label in _OUTCOME
