"""Others whom the teller's side only asked, visited or fought: "I asked three other depots" is no uptake by them."""

from __future__ import annotations

import re

from starproof.core.context import StoryContext
from starproof.core.facts import Signal
from starproof.core.text import Span
from starproof.extract.text.around import heard_within

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


def only_asks(context: StoryContext, span: Span) -> bool:
    """Whether words for others tell of nothing that they took up: they were asked, fought it, or should."""
    words = context.document.quote(span)
    if _FOUGHT.search(words) is not None and _GIVEN_IN.search(words) is None:
        return True
    place = context.sentence_at(span.start)
    begin = context.labels[place].span.start if place is not None else span.start
    before = heard_within(context, max(begin, span.start - _AHEAD), span.start)
    return _ASKS.search(before) is not None or _WISHED.search(before) is not None


def is_uptake(context: StoryContext, signal: Signal) -> bool:
    """Whether a signal of uptake tells more of others than that they were asked or fought it."""
    return not only_asks(context, signal.span)
