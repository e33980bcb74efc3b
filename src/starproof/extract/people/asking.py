"""Others whom the teller's side only asked, visited or fought: "I asked three other depots" is no uptake by them.

Nor is what the teller's own people do, nor what was a firm's standard before.
"""

from __future__ import annotations

import re

from starproof.core.context import StoryContext
from starproof.core.facts import Signal
from starproof.core.text import Span
from starproof.extract.text.around import heard_before, heard_within

_AHEAD = 60
"""Code points before others in which it may stand what the teller's side did with them."""
_MET = (
    r"(?:asked|visited|phoned|called|rang|mailed|emailed|wrote\sto|met|interviewed|surveyed|polled|(?:read|heard|learned|learnt|copied|"
    r"borrowed|took|had\sit|got\sit)\s(?:\w+\s){0,2}?from|looked\s(?:at|into|round|over)|went\s(?:to|round|and\s\w+)|(?:talked|spoke|"
    r"listened)\s(?:to|with)|compared\s(?:\w+\s){0,2}?with|watched|studied|warned)"
)
_ASKS = re.compile(
    rf"\b(?:i|we|i’d|i'd|we'd|we’d)\s(?:(?:had|then|also|even|first|only|just)\s)*(?:\w+\sand\s)?{_MET}\s"
    r"(?:(?:the|all|some|each|of|round|about|our|at|in)\s)*$",
    re.IGNORECASE,
)
"""Before others: the teller's side comes to them, and nothing is told of what they do."""
_WISHED = re.compile(
    r"\b(?:maybe|perhaps|mak(?:e|ing)\ssure|ensur(?:e|ing)|want(?:ed)?|hop(?:e|ed|ing)|wish(?:ed)?)\s(?:(?:that|the|all|our)\s){0,2}$",
    re.IGNORECASE,
)
"""Before others: what they do is only wished for, "make sure the other teams do their homework"."""
_FOUGHT = re.compile(
    r"\b(?:fought|argued|opposed|refused|objected|complained|grumbled|quarrel\w*|pushed\sback|hated)\b", re.IGNORECASE
)
_GIVEN_IN = re.compile(r"\b(?:adopt\w*|cop(?:y|ied)|took\s(?:it|this)\sover|joined|use[sd]?|now)\b", re.IGNORECASE)


_BEFORE, _HOW_MANY = 60, 8
"""Code points before words of uptake in which it stands who it is, and in which it stands how many: "two of"."""
_OWN_MOVE = re.compile(r"(?:moved|migrated|switched|converted|transferred)\s(?:over\s)?(?:on)?to\b", re.IGNORECASE)
"""With no object these move whoever is their subject: "we moved to a new board"."""
_WE = re.compile(r"\b(?:i|we)\s(?:(?:also|then|all|both|finally|later|had|have|soon|just|even)\s){0,2}$", re.IGNORECASE)
_OWN_PEOPLE = re.compile(
    r"\b(?:one|two|three|four|five|six|both|all|some|most|\d{1,2})\sof\s(?:my|our)\s(?:own\s|\w{3,6}\s)?"
    r"(?:engineers?|people|developers?|leads?|managers?|reports?|team|testers?|analysts?|designers?)\b",
    re.IGNORECASE,
)
_WAS_STANDARD = re.compile(
    r"(?:was|were)\s(?:(?:the|a|an|our)\s)?(?:[\w-]+\s)?(?:standard|default|norm|template|rule|blueprint)\b",
    re.IGNORECASE,
)
_OURS = re.compile(
    r"\b(?:it|this|that|which|ours|by\snow|since|within|later|after|soon|(?:our|my|the\s(?:new|same))\s[\w-]+)\b"
    r"[^.;:!?]{0,30}$",
    re.IGNORECASE,
)
"""Before it: what became the standard is the teller's, or it came to be so since."""


def _only_asks(context: StoryContext, span: Span) -> bool:
    """Whether words for others tell of nothing that they took up: they were asked, fought it, or are to do it."""
    words = context.document.quote(span)
    if _FOUGHT.search(words) is not None and _GIVEN_IN.search(words) is None:
        return True
    place = context.sentence_at(span.start)
    begin = context.labels[place].span.start if place is not None else span.start
    before = heard_within(context, max(begin, span.start - _AHEAD), span.start)
    return _ASKS.search(before) is not None or _WISHED.search(before) is not None


def is_uptake(context: StoryContext, signal: Signal) -> bool:
    """Whether a signal of uptake tells of others who took something up."""
    return took_it_up(context, signal.span)


def took_it_up(context: StoryContext, span: Span) -> bool:
    """Whether words of uptake tell of others who took it up, and not only of whom the teller's side asked.

    Nor do the teller's own people, nor a firm whose standard something was before: "mesh was the standard there".
    """
    if _only_asks(context, span):
        return False
    words, before = context.document.quote(span), heard_before(context, span.start, most=_BEFORE)
    if _OWN_MOVE.match(words) is not None and _WE.search(before) is not None:
        return False
    if _OWN_PEOPLE.search(f"{before[-_HOW_MANY:]}{words}") is not None:
        return False
    return _WAS_STANDARD.match(words) is None or _OURS.search(before) is not None
