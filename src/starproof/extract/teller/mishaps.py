"""A mishap on the way, told beyond doubt: "the first version failed", "it had to be done again", "a lapse on my part".

The lexicon's words for setbacks are many and weak; these are few, and where one of them is told of the work itself, the
story is not one in which all went well.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from starproof.core.context import StoryContext
from starproof.core.keeping import kept
from starproof.core.seeking import Seldom
from starproof.core.text import Span
from starproof.extract.text.around import clause_within
from starproof.parse.evened import place_of

LONGEST = 600
"""Code points of a sentence that are looked at."""
_TRIAL = (
    r"(?:try|attempt|version|build|patch|batch|one|test|run|day|week|night|morning|weekend|release|pilot|prototype|draft|"
    r"draw|sprint|month|season)"
)
_FAILED = (
    r"(?:failed|crashed|broke|froze|collapsed|lost|did\snot\s(?:work|function|fit|hold)|didn[’']t\s(?:work|function|fit|hold)|"
    r"was\s(?:awful|terrible|worse|wrong|useless|a\smess|a\sdisaster|a\sflop|rejected)|made\sit\sworse|went\swrong)"
)
_MISHAPS = tuple(
    Seldom(words, re.IGNORECASE)
    for words in (
        rf"\b(?:the|my|our|in\sthe|on\sthe|^)\s?first\s(?:(?!time\b)[\w-]+\s)?{_TRIAL}\b,?\s(?:(?!(?:never|not|hardly|nothing|if)\b)[\w’'-]+\s){{0,5}}?{_FAILED}\b",
        r"\b(?:lapse|slip|blunder|oversight|error|mistake|fault)\s(?:it\swas\s)?on\s(?:my|our)\spart\b",
        r"\bhad\sto\s(?:be\s(?:repeated|redone|(?:done|built|printed|rewritten|run)\s(?:again|over|anew|twice))|redo\b|"
        r"(?:do|start|run|print|build)\s(?:it\s|them\s|that\s|this\s|all\s)?(?:again|over|anew)\b)",
        r"\b(?:one|two|three|half|part)\s(?:of\sthem\s)?(?:[\w-]+\s)?(?:we|i)\shad\sto\s(?:do|redo|build|print)\s(?:again|over|anew)\b",
        r"\b(?:it|that|this|everything|(?:the|our|my)\s(?:[\w-]+\s){1,2})\s?(?:crashed|deadlocked|froze|bricked|fell\sover)\b"
        r"(?=\s(?:because|since|for|in\sthe|on\sthe|the\s(?:first|same)|twice|again|after|with)\b|\s*[,.;])",
        r"\b(?:i|we)\shad\s(?:one|a|two)\s(?:deadlock|crash|outage|mishap|relapse|false\sstart)s?\b",
    )
)
"""How a story says it."""
_NOT = re.compile(
    r"\b(?:not|never|nothing|nobody|none|no|without|if|would|could|might|may|\w+n[’']t)\b[^.;!?,]{0,40}$", re.IGNORECASE
)
"""Before the words: it did not happen."""
_BEFORE = 60


def mishaps(context: StoryContext) -> Iterator[Span]:
    """The clauses that tell what went wrong on the way, in text order; what had gone wrong before is the scene."""
    for sentence in context.labels:
        if sentence.label in ("action", "result", "reflection"):
            place = _mishap(context.document.quote(sentence.span, most=LONGEST))
            if place is not None:
                yield clause_within(context, sentence.span, place)


@kept
def _mishap(sentence: str) -> tuple[int, int] | None:
    for way in _MISHAPS:
        place = place_of(way, sentence)
        if place is not None and _NOT.search(sentence[max(0, place[0] - _BEFORE) : place[0]]) is None:
            return place
    return None
