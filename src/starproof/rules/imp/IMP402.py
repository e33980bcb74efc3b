"""IMP402: everything stays inside one team."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import chain, islice

from starproof.core.context import StoryContext
from starproof.core.results import Evidence
from starproof.core.seeking import Seldom
from starproof.core.text import Span
from starproof.extract.people.across import across, without_blame
from starproof.extract.people.counterparts import others_who_move
from starproof.extract.people.otherwise import work_otherwise
from starproof.extract.people.taken_up import taken_up
from starproof.extract.teller.fitting import LONGEST, fits
from starproof.extract.text.around import clause, heard_in
from starproof.rules.base import Verdict, red_flag
from starproof.rules.flagging import cleared, due, shown, spoken, too_short
from starproof.rules.told import in_two_minds, told_in_result

_OWN = Seldom(
    r"\b(?:my|our|own|one|single|this) (?:\w{1,12} )?(?:team|group|crew|squad|shift|desk)\b|\bjust (?:us|me)\b|"
    r"\b(?:only|alone|ourselves|myself)\b",
    re.IGNORECASE,
)
"""Words that speak of the own team; others that the reader leans on are no evidence of it."""
_BESIDE = 60
"""How many characters from a team's name the words may stand that it took the work up."""
_IDLE = Seldom(
    r"\b(?:never|did(?: not|n[’']t)|(?:I|i|we|to|go) (?:tell|told)|refus\w+|would(?: not|n[’']t)|"
    r"had to deal with|on the same page|informed|updated|in the loop)\b|"
    r"^(?:[\w’'-]+ ){1,4}want(?:s|ed)\b",
    re.IGNORECASE,
)
"""Words by which another team does nothing for it, only wants something, or is only told."""
_REACHES = "The work or its effect reaches past your own team."
BEYOND = ("organisation", "external", "spread")


@red_flag("IMP402", "single-team")
def single_team(context: StoryContext) -> Verdict:
    """The work and its effect stay inside the speaker's own team.

    Rationale:
    A manager at this level moves people who do not report to them. A story in which one team helps itself shows
    care for that team, and leaves open whether anybody else would follow.

    Weak:
    Our release notes were a mess, and my five testers wrote them at night. I was responsible for the testers. I
    asked each of them what a note needs, we wrote a template, and I threw out the weekly meeting for it, which one
    of them missed. Now a note takes ten minutes. It is only for us, nobody outside the team reads them.

    Stronger:
    Our release notes were a mess, and my five testers wrote them at night while sales guessed what was new. I was
    responsible for the testers. I sat down with the heads of sales and of support, and the three departments wrote
    one template together, although sales wanted their own. Now a note takes ten minutes, and four other product
    teams in two countries have adopted it.

    Limits:
    A team that is small but serves a whole hospital looks much like one that serves itself unless the story says
    whom the work reached. People who are named without their department are taken for the speaker's own. Others who
    are told to do the same since decide; where the learned reader is in two minds, so do other teams that take part.
    """
    short = too_short(context)
    if short is not None:
        return short
    if due(context, "single-team"):
        others = (
            _beyond(context)
            or context.evidence(*(*taken_up(context), *others_who_move(context), *_many(context))[:1])
            or (_others(context) if in_two_minds(context, "single-team") else ())
        )
        if others:
            return Verdict("clear", _REACHES, others)
        evidence = spoken(context, "single-team")
        own = tuple(one for one in evidence if _OWN.search(one.quote))
        because = "As told, it stays inside your own team: nobody outside it changes what they do, or takes it over."
        return Verdict("raised", because, own)
    others = context.evidence(
        *islice(chain(taken_up(context), others_who_move(context), _many(context), _with_others(context)), 1)
    )
    return cleared(context, "single-team", _REACHES, *BEYOND, else_by=others)


def _many(context: StoryContext) -> Iterator[Span]:
    """The clauses that tell of more than one team who work otherwise since: by their number, or as a whole."""
    yield from (clause(context, one.span) for one in work_otherwise(context) if one.past_a_team)


def _with_others(context: StoryContext) -> Iterator[Span]:
    """The clauses that tell of work with another team or function, else of such a team; none that blame it."""
    arranged = (*across(context.facts, context.document.text), *without_blame(context.facts, "peers"))
    clauses = (clause(context, signal.span) for signal in arranged if fits(context, signal))
    yield from (words for words in clauses if _IDLE.search(heard_in(context, words)[:LONGEST]) is None)


def _others(context: StoryContext) -> tuple[Evidence, ...]:
    """The words for other teams that take part, by their number or by their work, or for someone outside."""
    reach = context.facts.reach
    found = [measure for measure in (reach.teams, reach.named_teams) if measure is not None and measure.value > 1]
    return context.evidence(*(measure.span for measure in found[:1])) or told_in_result(context, "external")


def _beyond(context: StoryContext) -> tuple[Evidence, ...]:
    """The words of the outcome for other organizations, or for a team, called by its work, that took this up."""
    team = context.facts.reach.named_teams
    if team is None:
        return shown(context, "organisation")
    told = told_in_result(context, "spread")
    took_up = tuple(item for item in told if abs(item.span.start - team.span.start) < _BESIDE)
    return took_up or shown(context, "organisation")
