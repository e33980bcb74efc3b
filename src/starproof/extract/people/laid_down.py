"""What others laid down for all of theirs: "the mill wrote it into its contracts", "it is in the national guidelines".

Laws, guidelines and contracts bind many; a team's own manual, and code that a program is made of, bind nobody else.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from starproof.core.context import StoryContext
from starproof.core.keeping import kept
from starproof.core.seeking import Seldom
from starproof.core.text import Span
from starproof.extract.people.taken_over import DENIED
from starproof.extract.text.around import clauses_where
from starproof.parse.evened import evened

LONGEST = 600
"""Code points of a sentence that are looked at."""
_LAW = (
    r"(?:rules|rulebook|regulations?|law|statutes?|code\sof\s(?:practice|conduct)|standards?|curriculum|guidance|"
    r"guidelines?|licen[cs]es?|tenders?)"
)
_BOOK = r"(?:handbooks?|manuals?|contracts?|polic(?:y|ies)|purchas(?:e|ing)\sterms|building\scode|fire\scode)"
_OURS = r"(?!(?:team|first|same|own|new|old|usual|daily|test|release|release\s\w+)\s)"
_PUT = (
    r"(?:put|wrote|written|taken|took|made|printed|copied|built)\s(?:[\w’'-]+\s){0,4}?in(?:to)?\s"
    rf"(?:(?:the|all)\s(?:{_OURS}[\w’'-]+\s){{0,2}}?|(?:their|its|every)\s(?:[\w’'-]+\s){{0,2}}?)(?:{_LAW}|{_BOOK})\b"
)
_STANDS = (
    rf"(?:is|are|[’']s|stands?)\s(?:now\s|since\s|today\s)?(?:taken\s|written\s|put\s)?in(?:to)?\s"
    rf"(?:the\s(?:{_OURS}[\w’'-]+\s){{0,2}}?{_LAW}|"
    rf"(?:the\s(?!team)[\w-]+[’']s?\s|their\s|its\s|every\s)(?:[\w-]+\s){{0,2}}?{_BOOK})\b"
)
_LAID_DOWN = Seldom(rf"\b{_PUT}|(?<=\w){_STANDS}|\b{_STANDS}", re.IGNORECASE)
_BY_ME = re.compile(r"\b(?:I|we|me|my|our|us)\b(?:\s(?:have|[’']ve|had|then|also|since|now))*\s$", re.IGNORECASE)
"""Straight before the deed it is the teller's own."""
_BEFORE = 40
"""Code points before the words in which they may be denied."""


def laid_down(context: StoryContext) -> Iterator[Span]:
    """The clauses that tell that others laid it down, or that it stands in what binds many, in text order."""
    return clauses_where(context, _laid_down, "result", "reflection", "other", most=LONGEST)


@kept
def _laid_down(sentence: str) -> tuple[int, int] | None:
    even = evened(sentence)
    for found in _LAID_DOWN.finditer(even.text):
        before = even.text[: found.start()]
        if _BY_ME.search(before) is None and DENIED.search(before[-_BEFORE:]) is None:
            return even.back(*found.span())
    return None
