"""A lesson that is told to have been put to use since: "we did that with the next depot, and we found it in a week"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from starproof.core.context import StoryContext
from starproof.core.keeping import kept
from starproof.core.seeking import Seldom
from starproof.core.text import Span
from starproof.extract.text.presents import NO_DEED, NO_HABIT
from starproof.extract.text.wording import may_be_past
from starproof.parse.evened import evened

LONGEST = 600
"""Code points of a sentence that are looked at."""
SPOKEN, WRITTEN = 4, 2
"""Sentences behind a lesson in which it may be put to use; raw speech comes in short pieces."""
_DID = (
    r"(?:(?:since|last|this|then|and|in|when)\b[^.;:!?]{0,30}[ ,])?(?:I|we)(?:[’']ve| have|[’']d)?"
    r"(?: (?:since|already|even|now|both|first|just|also))? "
)
_TO_USE = (
    r"(?:did|done|used|applied|tried|followed|ran|run|repeated|played|started) (?:exactly |just )?"
    r"(?:it|that|this|so|the same(?: thing)?|those)"
)
_SAID = r"(?:said|asked|told|raised|checked|measured|counted|wrote|spoke|looked|called|put|brought|read|tested)"
"""What is done with a lesson about speaking or looking, "in the last round I said it there, and we changed a date"."""
_THERE = r"(?: so)?(?: again)? (?:with|on|in|at|for|to|before|when|while|during) "
_TIMES = (
    r"(?:round|cycle|budget|project|migration|review|week|month|quarter|year|spring|summer|autumn|fall|winter|time|"
    r"release|launch|season)"
)
_LATER = (
    rf"\b(?:(?:last|this|the next|the following) (?:[a-z]{{3,12}} )?{_TIMES}|since|again|later|the next|our next|"
    r"another|twice|"
    r"the (?:second|third)|(?:a|two|three|four|five|six) (?:weeks|months|years?|quarters) (?:later|ago))\b"
)
_CAME_OF_IT = (
    r"(?:,? and|,? so|;|,) (?:it|we|I|they|this time|that) (?:\w+ )?(?:found|caught|saw|spotted|saved|came|went|took|"
    r"learned|knew|held|worked|got|heard)\b"
)
_APPLIES = Seldom(rf"\b{_DID}{_TO_USE}{_THERE}[^.;:!?]{{2,80}}", re.IGNORECASE)
_SPOKEN_UP = Seldom(
    rf"^(?:And |So |But )?(?:In|At|For|Before|With|On|Since|Last|This)\b[^.;:!?]{{2,40}}?[ ,](?:I|we) {_SAID} "
    r"(?:it|that|this|so|up|them|the same)\b[^.;:!?]{0,40}(?:,? and|,? so|;|,) (?:it|we|they|he|she|both times)\b",
    re.IGNORECASE,
)
_WHEN = Seldom(_LATER, re.IGNORECASE)
_FOUND = Seldom(_CAME_OF_IT, re.IGNORECASE)
_BROKE = Seldom(
    r"\b(?:never|not|\w{2,6}n[’']t|wrong(?:ly)?|failed|mistake|regret\w*|used to|before (?:that|then|this)|wish|if)\b",
    re.IGNORECASE,
)
_COUNTED = Seldom(
    r"\b(?:I|we)(?:[’']ve| have|[’']d)? (?:since |already |even |now )?(?:used|done|did|tried|applied|made|asked|run|"
    r"ran|followed|repeated|needed)\b[^.;:!?]{0,50}\b(?:since|again|once|twice|"
    r"(?:two|three|four|five|six|several|many) times)\b|"
    r"\bin (?:one|two|three|four|five|\d+) of (?:the )?(?:\w+ ){1,3}since(?: then)?\b|"
    r"\bI(?:[’']ve| have) (?:\w+ )?(?:used|done|applied|tried|asked) (?:it|that|this|them) (?:in|on|with|for|at)\b|"
    r"\bas (?:I|we)(?:(?:[’']ve| have)(?: since| now| already| also)? done|(?: now| always)? do now)\b",
    re.IGNORECASE,
)
"""How often it was put to use: "I've used that twice since"."""
_IF = re.compile(r"\b(?:if|were|had)\s$", re.IGNORECASE)
"""Straight before it: nobody has done it again yet, "if I did it again"."""
_STILL = Seldom(
    r"\b(?:I|we) (?:still|now always) (?P<does>[a-z]{2,12}) [^.,;:!?]{0,40}?\b(?:that|this|the same|those) "
    r"(?:question|list|rule|check|test|way|order|step|page|sheet|form|talk|meeting|visit|note|template|thing)\b",
    re.IGNORECASE,
)
"""What the teller does to this day with what was learned: "I still open kickoffs with that question"."""


@kept
def applies(words: str) -> bool:
    """Whether these words, behind a lesson, tell that it was put to use."""
    told = evened(words).text
    if any(_IF.search(told, 0, found.start()) is None for found in _COUNTED.finditer(told)):
        return True
    if (still := _STILL.search(told)) is not None and _is_done(still["does"].lower()):
        return True
    if _SPOKEN_UP.search(told) is not None and _WHEN.search(told) is not None and _BROKE.search(told) is None:
        return True
    did = _APPLIES.search(told)
    later = did is not None and (_WHEN.search(told) is not None or _FOUND.search(told) is not None)
    return later and _BROKE.search(told) is None


def _is_done(verb: str) -> bool:
    return not (may_be_past(verb) or verb in NO_DEED or verb in NO_HABIT)


def put_to_use(context: StoryContext) -> Iterator[Span]:
    """The sentences that tell that a lesson was put to use, behind that lesson, in text order."""
    lessons = sorted({one.sentence for one in context.facts.of("lesson") if _looks_back(context, one.sentence)})
    steps = SPOKEN if context.document.register == "spoken" else WRITTEN
    places = sorted({place + step for place in lessons for step in range(1, steps + 1)})
    for place in places:
        if place < len(context.labels) and applies(context.sentence(place, most=LONGEST)):
            yield context.labels[place].span


def _looks_back(context: StoryContext, place: int) -> bool:
    return context.labels[place].label in ("result", "reflection")
