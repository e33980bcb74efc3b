"""Whose a choice, a quarrel or a setback is: an interviewer asks the teller about the teller's own."""

from __future__ import annotations

import re

from starproof.core.context import StoryContext
from starproof.core.facts import Signal
from starproof.core.text import Span
from starproof.probes.candidate import clause
from starproof.probes.open import never_came

REACH = 24
"""Code points before words in which it is said whose they are, or that they tell of an earlier time."""
_OURS = re.compile(r"\b(?:i|we|my|our|me|us)\b", re.IGNORECASE)
_THEIRS = re.compile(
    r"\b(?:he|she|they|it|who|somebody|someone|nobody|everybody|(?:the|a|an|his|her|their|its|this|that) [a-z]{3,})\b",
    re.IGNORECASE,
)
_MOOD = re.compile(r"\bI(?:[’']m| (?:was|am|felt|feel|got|became|grew))(?: \w{1,10}){0,2} $", re.IGNORECASE)
_BEFORE = re.compile(r"\b(?:that|which|who) had (?:\w{1,10} )?$", re.IGNORECASE)
_ASKED = re.compile(r"\b(?:whether|what if|in case|unless|if)\b", re.IGNORECASE)


def is_ours(context: StoryContext, signal: Signal) -> bool:
    """Whether the teller, or nobody else, stands before these words in their clause; notes leave the "I" out."""
    start = clause(context, signal.span).start
    before = context.document.text[start : signal.span.end]
    return _OURS.search(before) is not None or _THEIRS.search(before) is None


def is_own_mood(context: StoryContext, signal: Signal) -> bool:
    """Whether it is the teller who was angry, which has no other side."""
    return _MOOD.search(_before(context, signal)) is not None


def is_of_before(context: StoryContext, signal: Signal) -> bool:
    """Whether it is told of something earlier: "the last time, which had gone badly"."""
    return _BEFORE.search(_before(context, signal)) is not None


def _before(context: StoryContext, signal: Signal) -> str:
    start = signal.span.start
    return context.document.text[max(0, start - REACH) : start]


def is_real(context: StoryContext, words: Span) -> bool:
    """Whether these words tell what happened, not what might have or what somebody asked."""
    return not never_came(context, words) and _ASKED.search(context.document.quote(words)) is None
