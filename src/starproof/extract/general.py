"""Stories told in general: no figure in them, no choice, nobody who objected, nothing given up, no fault.

"I engaged stakeholders at every level and championed a culture of ownership" has the form of a story and no event that
could be asked about. What other words say of such a text (a partner, a challenge, a day to which it lasts) names
nothing that happened, and earns nothing.
"""

from __future__ import annotations

from itertools import chain

from starproof.core.context import StoryContext, once
from starproof.extract.decisions.choices import choices
from starproof.extract.decisions.sides import objections, prices
from starproof.extract.teller.fitting import is_meant
from starproof.extract.teller.knowingly import knowing_faults

_EVENTS = ("decision", "mistake", "owned-part", "setback", "trade-off", "disagreement", "conflict", "unpopular", "risk")
"""Kinds of signals that tell of something that happened, or was chosen."""
FEWEST = 60
"""Words below which a text is short rather than general."""


@once
def told_in_general(context: StoryContext) -> bool:
    """Whether a text tells no figure and no event that a listener could ask about."""
    facts = context.facts
    if facts.quantities or context.document.words < FEWEST:
        return False
    if any(is_meant(context, signal) for signal in facts.of(*_EVENTS)):
        return False
    told = chain(choices(context.document, context.labels), prices(context), objections(context))
    return next(told, None) is None and not knowing_faults(context)
