"""IMP401: the impact is small, or none is given."""

from __future__ import annotations

import re
from itertools import islice

from starproof.core.context import StoryContext
from starproof.core.facts import Impact, Quantity
from starproof.core.results import Evidence
from starproof.core.seeking import Seldom
from starproof.core.text import Span
from starproof.extract.baselines.other_side import apart
from starproof.extract.genres.matter import about_people
from starproof.extract.people.otherwise import work_otherwise
from starproof.extract.people.public import public
from starproof.extract.people.stayed import stayed
from starproof.extract.people.taken_up import taken_up
from starproof.extract.text.around import clause
from starproof.extract.time.spared import spared
from starproof.rules.base import Verdict, red_flag
from starproof.rules.flagging import cleared, due, shown, too_short
from starproof.rules.told import in_two_minds

SMALL = 500_000.0
"""US dollars a year, where the guide names no threshold of its own."""


_TOLD_REACH = "No money is told, but the reach is."
_SMALL_BUT_WIDE = "The money that is told is small, but the reach is not."
_REACH = ("organisation", "external", "spread", "adoption")
_HOW = "A story about people shows it in what they could do afterwards, and in who else took it over."
_PEOPLE = "What could the team do afterwards that it could not do before, and who else took it over?"
_TAKEN = "A story about people shows it in what they could do afterwards, and in what that was worth."
_TAKEN_OVER = "What could those do afterwards who took it over, and what was that worth?"
_KEPT = "How many would have left otherwise, what does it cost to replace one, and what else came of it?"
_HOW_MUCH = "How much was it, in which year, and how was it worked out?"
_MORE = "What else did it bring, in money or in people reached, and how was this figure worked out?"


_VAGUE = Seldom(
    r"\b(?:tens of |hundreds of |several |many )?(?:thousands|millions|billions)(?: (?:of|in|a year)\b| every year\b|"
    r"(?=[.,;!]|$))",
    re.IGNORECASE,
)
_MONEY = re.compile(
    r"\b(?:dollars?|euros?|pounds?|rupees|money|cash|sav(?:e|ed|es|ing|ings)|revenue|sales|costs?|earned|profit)\b",
    re.IGNORECASE,
)
LONGEST = 600
"""Code points of a sentence that are looked at."""


@red_flag("IMP401", "low-impact")
def low_impact(context: StoryContext) -> Verdict:
    """The outcome is small for the level, or its size is not told.

    Rationale:
    At this level an interviewer expects work that moves the business: half a million dollars a year or more, or a
    reach in people that is worth as much. A smaller outcome, or one whose size nobody names, reads as a smaller job.

    Weak:
    Our parking app asked for the number plate on three different pages. I was responsible for the app and its four
    developers. I had them join the pages, and one of them tried it with the wardens for a week. I cut the night
    tariff from the first version, which the city did not like. Drivers now need one page, and we saved $18,000 a
    year in support.

    Stronger:
    Our parking app asked for the number plate on three different pages. I was responsible for the app and its four
    developers. I had them join the pages, and one of them tried it with the wardens for a week. I cut the night
    tariff from the first version, which the city did not like. Drivers now need one page, and the garages took
    $1.4M a year more.

    Limits:
    The likeliest money outcome decides, as the story states it; whether it is true or large for the firm cannot be
    seen. Where none is plain, or it is too small, and another amount that would be enough may be it as well, nothing is
    said. Where no money is told, a learned reader weighs people, teams and reach, and can be wrong about a trade
    in which few people matter much. A story about a person or about trust is asked for no money, but for what the
    people could do afterwards and who else took it over. Where the learned reader is in two minds, the number of
    people led decides. A public that the outcome reaches clears a small sum of money. Of time that is spared in
    several teams or places nothing is said, nor, where no money is told, of many places or people who work otherwise
    since: nobody can tell what it is worth.
    """
    impact = context.facts.impact
    if impact is not None:
        return _by_money(context, impact)
    short = too_short(context)
    if short is not None:
        return short
    if due(context, "low-impact"):
        return _spared(context) or _perhaps(context) or _without_money(context)
    if many := _reached(context):
        return Verdict("clear", _TOLD_REACH, many)
    return cleared(context, "low-impact", _TOLD_REACH, *_REACH)


def _spared(context: StoryContext) -> Verdict | None:
    """What the story tells of its reach that no money is needed beside, if anything."""
    if followed := _followed(context) or _reached(context):
        return Verdict("clear", _TOLD_REACH, followed)
    if (time := spared(context)) is not None:
        return Verdict("cannot_say", _spares(context, time), context.evidence(clause(context, time.span)))
    if (wide := next((one for one in work_otherwise(context) if one.wide), None)) is not None:
        return Verdict("cannot_say", _reaches(context, wide.span), context.evidence(clause(context, wide.span)))
    led = _led(context) if in_two_minds(context, "low-impact") else ()
    if led:
        return Verdict("clear", "No money is told, but as many people are led or moved as the level asks for.", led)
    return None


def _without_money(context: StoryContext) -> Verdict:
    """The flag, with what an interviewer would ask in place of the money."""
    if vague := _without_figure(context):
        return Verdict("raised", "An outcome in money is told without its figure.", vague, _HOW_MUCH)
    worth = f"that shows a worth of ${_least(context):,.0f} a year"
    if about_people(context.document):
        others = shown(context, "spread") or taken_up(context)
        how, probe = (_TAKEN, _TAKEN_OVER) if others else (_HOW, _PEOPLE)
        return Verdict("raised", f"Nothing is told beyond the people in it {worth}. {how}", (), probe)
    if kept := context.evidence(*islice(stayed(context), 1)):
        return Verdict("raised", f"People stayed, but nothing is told {worth}.", kept, _KEPT)
    because = f"No outcome in money, people or reach is told {worth}. One would expect it in the result."
    return Verdict("raised", because)


def _other(context: StoryContext) -> Quantity | None:
    """The likeliest other amount that may be the outcome and would be enough."""
    least = _least(context)
    found = next((one for one in context.facts.other_outcomes if one.annual_usd >= least), None)
    return None if found is None else context.facts.quantities[found.quantity]


def _perhaps(context: StoryContext) -> Verdict | None:
    """What is said where no amount reads as the outcome, and one that would be enough may be it."""
    if (other := _other(context)) is None:
        return None
    quote = " ".join(context.document.quote(other.span).split())
    told = f"An amount is told that would be enough, “{quote}”, and not plainly that it came of the work."
    return Verdict("cannot_say", told, context.evidence(other.span))


def _either(context: StoryContext, likelier: Quantity, other: Quantity) -> str:
    """What is said where a small amount reads as the outcome, and one that is enough may be it as well."""
    small, enough = (" ".join(context.document.quote(one.span).split()) for one in (likelier, other))
    return f"The outcome in money may be “{small}” or “{enough}”; how it is told does not say which."


def _reached(context: StoryContext) -> tuple[Evidence, ...]:
    """The words of the outcome for a public that it reaches."""
    many = public(context)
    return () if many is None else context.evidence(clause(context, many.span))


def _spares(context: StoryContext, time: Quantity) -> str:
    """What is said where the outcome spares time in several teams or places, and nobody says what that is worth."""
    quote = " ".join(context.document.quote(time.span).split())
    return f"What came of it is told in time, “{quote}” over several teams or places, and not what that is worth."


def _reaches(context: StoryContext, span: Span) -> str:
    """What is said where many work otherwise since, and nobody says what that is worth."""
    quote = " ".join(context.document.quote(span).split())
    return f"What came of it is told in reach, “{quote}”, and not what that is worth."


def _followed(context: StoryContext) -> tuple[Evidence, ...]:
    """The words for who took over what a story about people tells, where a choice is told beside it.

    Such a story is asked for no money, and is not held small for telling none.
    """
    if not about_people(context.document) or due(context, "no-hard-decision"):
        return ()
    return context.evidence(*taken_up(context)[:1])


def _without_figure(context: StoryContext) -> tuple[Evidence, ...]:
    """The first words of the outcome that tell of money in no figure: "it saved us millions"."""
    for one in context.labelled("result"):
        words = context.document.quote(one.span, most=LONGEST)
        found = _VAGUE.search(words)
        if found is not None and _MONEY.search(words) is not None:
            return context.evidence(clause(context, Span(one.span.start + found.start(), one.span.start + found.end())))
    return ()


def _least(context: StoryContext) -> float:
    known = context.guide.red_flag("low-impact")
    return known.thresholds.get("annual_usd_under", SMALL) if known is not None else SMALL


def _led(context: StoryContext) -> tuple[Evidence, ...]:
    """The words for as many people as the guide expects to be led or moved at this level."""
    engineers, expected = context.facts.reach.engineers, context.guide.expectation("influence")
    if engineers is None or expected is None or expected.range is None or engineers.value < expected.range.low:
        return ()
    return context.evidence(engineers.span)


def _by_money(context: StoryContext, impact: Impact) -> Verdict:
    least = _least(context)
    figure = context.facts.quantities[impact.quantity]
    evidence = context.evidence(figure.span)
    between = apart(context.facts)
    spread = impact.basis == "annualised" and not between  # "1.4 million over four years"
    period = " a year" if "/" in figure.unit or spread else ""
    told = f"The largest outcome in money comes to ${impact.annual_usd:,.0f}{period}{f', {between}' if between else ''}"
    if impact.annual_usd < least:
        if many := _reached(context):
            return Verdict("clear", _SMALL_BUT_WIDE, many)
        if (time := spared(context)) is not None:
            return Verdict("cannot_say", _spares(context, time), context.evidence(clause(context, time.span)))
        if (other := _other(context)) is not None:
            return Verdict("cannot_say", _either(context, figure, other), context.evidence(figure.span, other.span))
        return Verdict("raised", f"{told}; the guide expects ${least:,.0f} a year or more.", evidence, _MORE)
    return Verdict("clear", f"{told}.", evidence)
