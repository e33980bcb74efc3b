"""What the teller ended soon after telling of it: nothing of it is left in place, however good it was."""

from __future__ import annotations

import re

from starproof.core.context import StoryContext
from starproof.core.facts import Signal
from starproof.core.seeking import Seldom
from starproof.core.text import Span
from starproof.parse.evened import evened

LONGEST = 600
"""Code points of a sentence that are looked at."""
SOON = 3
"""Sentences behind a thing in which its end is told."""
_ENDED = Seldom(
    r"\b(?:I|we)(?:[’']d| had| have| then| finally| still| nevertheless| both)? (?:closed|stopped|killed|ended|"
    r"cancelled|canceled|scrapped|dropped|retired|abandoned|shelved|froze|pulled the plug on|shut|wound|took|turned|"
    r"switched) "
    r"(?:it|that|this|them|the (?:work|project|programme|program|team|effort|thing|product|service|whole \w+))"
    r"(?: down| up| off)?(?=[\s.,;:!?]|$)",
    re.IGNORECASE,
)
_TAKEN = re.compile(r"\b(?:took|turned|switched) (?!\w+(?: \w+)? (?:down|off)\b)", re.IGNORECASE)
"""Behind these it ends only where they say "down" or "off": "I took it to the board"."""
_OF_OLD = Seldom(
    r"\bstill (?:us(?:es?|ing)|sends?|needs?|ha(?:ve|s)|speaks?|prints?|rel(?:y|ies)|prefers?|insists?|order)"
    r"(?: [a-z]+){0,3}? (?:old|older|legacy|previous|former|outdated|obsolete)\b",
    re.IGNORECASE,
)
"""Somebody who still goes on with what was there before: "agencies that still use the old format"."""


_KEPT_WORD = re.compile(
    r"\b(?:kept|keeps?|held|holds?|stood\sby|stands?\sby)\s(?:(?:to|by)\s)?(?:his|her|their|its|my|our)\s(?:own\s)?"
    r"(?:word|promises?|side|half|part|end|bargain|breath|tongue|nerve|temper)\b",
    re.IGNORECASE,
)
"""A promise that somebody kept was kept once, and stands in no need of keeping: "he has held his word"."""


def is_of_old(context: StoryContext, signal: Signal) -> bool:
    """Whether a signal tells of what was there before the work, which nobody put in place in it."""
    words = context.sentence(signal.sentence, most=LONGEST)
    at = signal.span.start - context.labels[signal.sentence].span.start
    return any(found.start() <= at + len(signal.span) and at < found.end() for found in _OF_OLD.finditer(words))


def _keeps_word(context: StoryContext, signal: Signal) -> bool:
    words = context.sentence(signal.sentence, most=LONGEST)
    at = signal.span.start - context.labels[signal.sentence].span.start
    found = _KEPT_WORD.search(words, max(0, at - 1))
    return found is not None and found.start() < at + len(signal.span)


def still_stands(context: StoryContext, signal: Signal) -> bool:
    """Whether a signal tells of nothing that was there before, and of nothing that the teller ends soon after."""
    if is_of_old(context, signal) or _keeps_word(context, signal):
        return False
    labels, end = context.labels, signal.span.end
    last = labels[min(signal.sentence + SOON, len(labels) - 1)].span.end
    words = evened(context.document.quote(Span(end, min(last, end + LONGEST)))).text
    return not any(_TAKEN.search(found.group()) is None for found in _ENDED.finditer(words))
