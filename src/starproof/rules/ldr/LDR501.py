"""LDR501: no hard decision."""

from __future__ import annotations

from itertools import chain, islice

from starproof.core.context import StoryContext
from starproof.core.results import Evidence
from starproof.extract.decisions.sides import objections, prices
from starproof.extract.general import told_in_general
from starproof.rules.base import Verdict, red_flag
from starproof.rules.flagging import due, shown, spoken, too_short, unquoted, unsettled
from starproof.rules.told import in_two_minds
from starproof.understand.themes import themes
from starproof.understand.topics import stem, words

_LACKS = (
    "No choice in it cost anything: no trade-off, no risk, nobody who objected. One would expect it among the actions."
)
_ASKED = " The question asks for somebody who was of another mind."
_FOR_OTHER_MINDS = frozenset(["disagree-with-manager", "unpopular-decision"])
"""Themes of questions for a choice that somebody was against; other people's quarrels are no choice of the teller's."""
HARD = ("trade-off", "unpopular", "disagreement", "risk", "conflict")
AGAINST = ("disagreement", "conflict")
_FACED = "A hard choice is faced."


@red_flag("LDR501", "no-hard-decision")
def no_hard_decision(context: StoryContext) -> Verdict:
    """Nothing in the story was hard to decide.

    Rationale:
    An interviewer learns how you judge from a choice that cost something: what you gave up, who objected, what you
    risked. Where everybody agreed and nothing was lost there was nothing to judge.

    Weak:
    Our library app had no search by author. I was responsible for the app and its two teams. First we collected the
    wishes of the readers, then we drew the screens, then we built and tested them. Everybody liked the idea from the
    beginning. By the summer 60 % of all searches were by author.

    Stronger:
    Our library app had no search by author. I was responsible for the app and its two teams. To build it I stopped
    the reading lists, which the director had promised to the schools; she told me that I was embarrassing her, and I
    offered to explain it to the schools myself. By the summer 60 % of all searches were by author.

    Limits:
    A cost that is told without any word of cost, objection or loss is not seen. Other people's quarrels can look
    like a decision of yours.
    """
    short = too_short(context)
    if short is not None:
        return short
    is_due = due(context, "no-hard-decision")
    if is_due and in_two_minds(context, "no-hard-decision") and (against := _objected(context)):
        return Verdict("clear", _FACED, against)
    if is_due or (unsettled(context, "no-hard-decision") and told_in_general(context)):
        return Verdict("raised", f"{_LACKS}{_asked_for(context)}", spoken(context, "no-hard-decision"))
    told = islice(chain(prices(context), objections(context), context.contrary("no-hard-decision")), 2)
    if plain := shown(context, *HARD) or context.evidence(*told):
        return Verdict("clear", _FACED, plain)
    return unquoted(context, "no-hard-decision")


def _asked_for(context: StoryContext) -> str:
    """That somebody who objects is what was asked for, where the question says so."""
    stems = [stem(word) for word in words(context.document.question or "")]
    return _ASKED if _FOR_OTHER_MINDS.intersection(themes(stems)) else ""


def _objected(context: StoryContext) -> tuple[Evidence, ...]:
    """The clauses that tell in words who objected."""
    return shown(context, *AGAINST) or context.evidence(*islice(objections(context), 1))
