"""IMP403: nothing looks past the quarter."""

from __future__ import annotations

from starproof.core.context import StoryContext
from starproof.core.results import Evidence
from starproof.core.text import Span
from starproof.extract.teller.own_habit import is_own_habit
from starproof.rules.base import Verdict, red_flag
from starproof.rules.flagging import due, shown, too_short, unquoted
from starproof.rules.told import afterwards, in_two_minds

YEAR = 365.0
"""Days from which a stretch that the story covers looks past the quarter for certain."""
_LATER = "Something outlives the quarter."
LATER = ("lasted", "spread", "built-on", "mechanism", "long-term")


@red_flag("IMP403", "short-horizon")
def short_horizon(context: StoryContext) -> Verdict:
    """The story ends with the quarter or the incident.

    Rationale:
    Managing at this level means leaving something behind: a mechanism, a plan for the years after, an effect that
    is still there. A story that is over when the incident is over shows a good week.

    Weak:
    On the Friday before the holidays the ticket machines of our ferry line refused every card. I was responsible
    for the machines. I told the captains to let people on board and sent two engineers to the harbour. The harbour
    master wanted to close the gates, and I refused. By ten in the evening all machines took cards again.

    Stronger:
    On the Friday before the holidays the ticket machines of our ferry line refused every card. I was responsible
    for the machines. I told the captains to let people on board and sent two engineers to the harbour. The harbour
    master wanted to close the gates, and I refused. By ten in the evening all machines took cards again. Since then
    each machine can sell for a day without the network; two years later it has been needed five times, and the bus
    company has taken it over.

    Limits:
    Only what is said counts: a mechanism that everybody in the trade knows to be lasting still has to be told. A
    figure "a year" is a size and not a horizon. Words that can mean nothing else, such as "we still look at it every
    month" or "two other plants run it now", decide; where the learned reader is in two minds, so does a year that is
    told.
    """
    short = too_short(context)
    if short is not None:
        return short
    later = afterwards(context)
    if due(context, "short-horizon"):
        if not later and in_two_minds(context, "short-horizon"):
            later = _year(context)
        if later:
            return Verdict("clear", _LATER, later)
        because = (
            "Nothing looks past the quarter or the incident: no later effect, no lasting mechanism, no longer plan. "
            "One would expect it after the result."
        )
        return Verdict("raised", because)
    quotes = later or shown(context, *LATER, holds=_past_the_teller)
    return Verdict("clear", _LATER, quotes) if quotes else unquoted(context, "short-horizon")


def _past_the_teller(context: StoryContext, words: Span) -> bool:
    """Whether more holds than what the teller alone does since, which is a lesson and no later effect."""
    return not is_own_habit(context, words)


def _year(context: StoryContext) -> tuple[Evidence, ...]:
    """The words for a year or more that the story covers."""
    horizon = context.facts.reach.horizon_days
    return context.evidence(horizon.span) if horizon is not None and horizon.value >= YEAR else ()
