"""Risks that the teller says aloud or takes: a promise not given, odds told to a boss, a bonus put on the outcome.

The lexicon knows the words for danger. That somebody would not promise a date, or said that it might not work and went
on, tells a risk without any of them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from starproof.core.context import StoryContext
from starproof.core.keeping import kept
from starproof.core.seeking import Seldom
from starproof.core.text import Span
from starproof.extract.text.around import clauses_where
from starproof.parse.evened import place_of

LONGEST = 600
"""Code points of a sentence that are looked at."""
_STAKES = Seldom(
    r"\bI(?:[’']d|\swould)\s(?:\w{2,10}\s)?(?:turn|take|put|roll|change|switch|bring)\s"
    r"(?:it|that|this|them|everything|(?:the|our)\s(?:[\w-]+\s){0,2}[\w-]+)\sback\b"
    r"(?=[^.;!?]{0,40}\bif\b|\sup\b|\smyself\b|[.,;]|$)|"
    r"\bI\s(?:told|warned)\s[^.,;:!?]{2,30}?\s(?:that\s)?(?:it|this|that|we)\s(?:might|could|may)\s"
    r"(?:not\s(?!be\sable\sto\s(?:come|attend))|fail|lose|miss|break|be\s(?:wrong|late))|"
    r"\bI\s(?:could(?:n[’']t|\snot)|would(?:n[’']t|\snot)|can(?:[’']t|not))\s(?:honestly\s)?(?:tell|promise|guarantee|swear)\b"
    r"[^.;!?]{0,40}?\b(?:we|it|they|I)(?:[’']d|\swould|\scould|[’']ll|\swill)\s|"
    r"\bI\s(?:\w{2,10}\s){0,5}?(?:put|stake[ds]?|bet|wager(?:ed)?|pledge[ds]?|tie[ds]?)\s(?:him\s|her\s|them\s)?my\s(?:own\s)?"
    r"(?:\w{2,12}\s)?(?:bonus|goals?|job|name|reputation|head|pay|targets?|headcount|budget)\s(?:on|to)\b|"
    r"\b(?:refused|said\sno|turned\s(?:it|me|us)\sdown|would\snot\s(?:hear|listen|move)|overruled\sme)\b,?\s(?:and|so|but)\s"
    r"I\s(?:\w{2,10}\s)?(?:went|took\sit|escalated(?:\sit)?|wrote|appealed)\s(?:straight\s|up\s)?to\s(?:the|his|her|their|our)\s"
    r"(?:\w{2,10}\s)?(?:ceo|cto|coo|cfo|vp|board|boss|bosses|head|director|president|owner|founder|chair\w*)\b|"
    r"\bI\s(?:\w{2,10}\s)?went\s(?:over|above)\s(?:his|her|their|my\s(?:boss|manager|director|vp)[’']s)\sheads?\b|"
    r"\b(?:was|is|at\sbest)\s(?:only\s|at\sbest\s)?(?:a\s)?(?:coin\s(?:toss|flip)|"
    r"toss[- ]?up|fifty[- ]fifty|50[-/ ]50|long\sshot)\b|"
    r"\b(?:knowing|well\saware|I\s(?:\w{2,10}\s)?knew)\s(?:\w{2,10}\s)?that,?\sif\s(?:it|this|that|they|we|I|(?:the|our|my)\s"
    r"[\w-]{2,14})\s(?:failed|broke|slipped|(?:was|were|went)\s(?:wrong|late|down)|did(?:n[’']t|\snot)\s\w+)\b[^.;!?]{0,40}?,?\s"
    r"(?:(?:we|I|it|they|he|she|(?:the|our|my)\s[\w-]{2,14})\s(?:would|could)\b|(?:we|I|they)[’']d\b)",
    re.IGNORECASE,
)
_OTHERS = re.compile(
    r"\b(?:he|she|they|[a-z]{3,14})\s(?:told|warned|said\sto)\s(?:us|me|him|her|them)\b", re.IGNORECASE
)
"""Somebody else says it."""
_MINE = re.compile(r"\bI\b")


def stakes(context: StoryContext) -> Iterator[Span]:
    """The clauses of the task and of the action in which the teller says or takes a risk, in text order."""
    return clauses_where(context, _at_stake, "task", "action", most=LONGEST)


@kept
def _at_stake(words: str) -> tuple[int, int] | None:
    found = place_of(_STAKES, words)
    if found is None or _MINE.search(words, 0, found[1]) is not None:
        return found
    return None if _OTHERS.search(words, 0, found[0]) is not None else found
