"""What the teller alone does otherwise since, a lesson taken: "now I always write it down first".

It changes nobody else's work, and ends where the teller leaves; "every change has a page since" holds without them.
"""

from __future__ import annotations

import re

from starproof.core.context import StoryContext
from starproof.core.keeping import kept
from starproof.core.text import Span
from starproof.extract.text.around import clause, heard_in
from starproof.extract.text.wording import may_be_past

LONGEST = 400
"""Code points of a clause that are looked at."""
_SINCE = r"(?:now|always|never|still|also|first|since|then|since then|these days|today|to this day)"
_BEGINS = r"(?:^|[,:;–—]\s?|\b(?:and|so|but|that|which is why|why|because(?: of that| of it)?)\s)"
_MINE = re.compile(
    rf"{_BEGINS}(?:(?:{_SINCE}|ever since|from then on|nowadays),?\s)*i(?:\s{_SINCE})*\s(?P<verb>[a-z]{{2,14}})\b",
    re.IGNORECASE,
)
"""The teller does it, in the present."""
_HABIT = re.compile(r"\b(?:now|always|never|since|these days|nowadays|from then on|today|to this day)\b", re.IGNORECASE)
_OTHERS = re.compile(
    r"\b(?:we|our|ours|us|they|their|every(?:body|one)?|all|each|any(?:body|one)?|nobody|no one|team|teams|people|"
    r"engineers|managers|leads|reports|rule|standard|process|checklist|template|new hires?|"
    r"[a-z]+ (?:has|have) to|must)\b",
    re.IGNORECASE,
)
"""Others are in it: the teller has them do it, or it holds for all."""


def is_own_habit(context: StoryContext, span: Span) -> bool:
    """Whether the clause around these words tells what nobody but the teller does since."""
    return _is_own(heard_in(context, clause(context, span))[:LONGEST])


@kept
def _is_own(words: str) -> bool:
    mine = _MINE.search(words)
    if mine is None or _HABIT.search(words) is None or _OTHERS.search(words) is not None:
        return False
    return not may_be_past(mine["verb"].lower())
