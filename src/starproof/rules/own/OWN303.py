"""OWN303: the speaker does the engineering."""

from __future__ import annotations

import re

from starproof.core.context import StoryContext
from starproof.core.seeking import Seldom
from starproof.core.text import Span
from starproof.extract.text.around import heard_in
from starproof.extract.text.words import singular, words
from starproof.parse.words import CAPITAL, SMALL, tokens
from starproof.rules.base import Verdict, red_flag
from starproof.rules.flagging import UNSETTLED, due, shown, spoken, too_short, unquoted
from starproof.rules.told import in_two_minds

_LEADING = ("managing", "delegation")
_HANDLES = re.compile(
    r"\bI (?:also |then |just |even |quickly )?(?:set|put|made|make|moved?|got|get|wrote|write|built|build|"
    r"test(?:ed)?|ran|run|check(?:ed)?|took|take|found|find)\b",
    re.IGNORECASE,
)
"""What is done to things as well as to people, in a slipped tense too."""
_SOMEBODY = frozenset(
    "him her he she who whom whoever team teams everyone everybody someone somebody nobody lead leads head boss staff "
    "squad crew group peer peers report reports sales finance legal marketing board senior seniors junior juniors rule "
    "charge plan decision choice call offer deal case proposal".split()
)
"""Whoever is led, and what is settled with them."""
_NAME = re.compile(
    rf"(?<=[{SMALL},] )(?!I\b)[{CAPITAL}][{SMALL}]{{2,}}|"
    r"\b(?:two|three|four|both|one|each|all) of (?:them|us|mine|my)\b"
)
_TURNS_TO = Seldom(
    r"\b(?:told|tell|ask(?:ed)?|call(?:ed)?|phoned?|rang|ring|explain(?:ed)?|promised?|met|meet|"
    r"(?:drove|drive|walk(?:ed)?|went|go|wrote|write) to|on (?:the )?phone|said|say|agreed?|apologi[sz]ed?|"
    r"offer(?:ed)?)\b",
    re.IGNORECASE,
)
"""The teller turns to somebody, if with their own mouth: "told the team myself"."""
_MYSELF = re.compile(r"\b(?:myself|with my own hands|by hand|on my own)\b", re.IGNORECASE)


@red_flag("OWN303", "ic-work")
def ic_work(context: StoryContext) -> Verdict:
    """What the speaker did was mostly hands-on engineering, not leading.

    Rationale:
    The story of a manager is what they got others to do: whom they chose, what they let go, what they settled. A
    story of your own code, however good, answers another interview.

    Weak:
    The invoices of our dental labs took six minutes to open. I was the manager of the four developers. I profiled
    the service myself, rewrote the query, added two indexes, wrote a cache and the tests for it, and deployed it on
    a Sunday night. I left out the old invoices, which the labs did not like. They open in two seconds now.

    Stronger:
    The invoices of our dental labs took six minutes to open. I was the manager of the four developers. I asked the
    labs which invoices they open at all, gave the question to the quietest of my developers and took her other work
    off the plan. She found that nobody opens the old ones, and I defended leaving them out when the labs complained.
    They open in two seconds now.

    Limits:
    "We built" is taken for the team's work even where it was yours. A manager who reads one log to understand is
    left alone; where leading and doing are told in equal parts the verdict can go either way.
    """
    short = too_short(context)
    if short is not None:
        return short
    led = shown(context, *_LEADING, holds=_leads)
    if led and (in_two_minds(context, "ic-work") or not due(context, "ic-work")):
        return Verdict("clear", "You lead more than you build.", led)
    if due(context, "ic-work"):
        because = "Most of what you did is engineering with your own hands; who was led, and to what, is hardly told."
        return Verdict("raised", because, spoken(context, "ic-work"))
    if shown(context, *_LEADING):  # what sounds like leading is the teller's own hands, or a hand on every detail
        return Verdict("cannot_say", UNSETTLED)
    return unquoted(context, "ic-work")


def _leads(context: StoryContext, span: Span) -> bool:
    """Whether a clause tells of somebody who is led: nobody is by "I set them up", nor by a hand on every detail."""
    said = heard_in(context, span)
    handled = _MYSELF.search(said) is not None or (_HANDLES.search(said) is not None and not _names_somebody(said))
    if handled and _TURNS_TO.search(said) is None:
        return False
    leaning = context.leanings.get("micromanagement")
    if leaning is None or not due(context, "micromanagement"):
        return True
    return not any(context.labels[place].span.contains(span) for place in leaning.sentences)


def _names_somebody(said: str) -> bool:
    """Whether somebody is told of, or a thing that is settled with others."""
    row = {token.word for token in tokens(said, 0, len(said))}
    people = words("nouns", "people") | words("nouns", "builders") | words("nouns", "leaders")
    told = not _SOMEBODY.isdisjoint(row) or any(singular(word) in people for word in row - {"i", "us", "we", "you"})
    return told or _NAME.search(said) is not None
