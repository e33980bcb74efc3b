"""Words by which the teller absolves others of a fault: "It wasn't her fault", "nobody there did anything wrong"."""

from __future__ import annotations

import re

from starproof.core.keeping import kept
from starproof.core.seeking import Seldom

LONGEST = 600
"""Code points of a sentence that are looked at."""
_NOT = r"(?:not|never|hardly|no one[’']s|nobody[’']s|\w{2,6}n[’']t)\b"
_THEIR = r"(?:his|her|their|its|anyone[’']s|anybody[’']s|the \w+[’']s?|[^\W\d_][\w-]+[’']s?)"
_FAULT = r"(?:own )?(?:fault|mistake|error|doing|failure)\b"
_ABSOLVES = Seldom(
    rf"\b{_NOT}(?! only| just| merely| simply)[^.;!?]{{0,30}}?\b(?:{_THEIR} {_FAULT}|to blame)|"
    rf"\b(?:nobody|no one|no one else|anyone|anybody)[’']s {_FAULT}|"
    r"\b(?:don|didn|couldn|can|wouldn|won)[’']t (?:really )?blame (?!me\b|myself|us\b|ourselves)|"
    r"\b(?:not|never|cannot) (?:really )?blame[ds]? (?!me\b|myself|us\b|ourselves)|"
    r"\b(?:nobody|no one|none of (?:them|it)|neither of them|they|he|she)\b[^.;!?,]{0,25}?"
    r"\b(?:(?:had |has |have )?(?:did|done) (?:nothing|anything) wrong|did(?:n[’']t| not) do anything wrong|"
    r"(?:was|were) (?:not )?(?:wrong|to blame) (?:at all|in this))",
    re.IGNORECASE,
)
_REFUSED = Seldom(
    r"\b(?:they|he|she|who)\b (?:\w+ )?(?:never|didn[’']t|did not|wouldn[’']t|would not|don[’']t|doesn[’']t) "
    r"(?:say|said|admit|admitted|own|accept|accepted|see|agree|agreed)\b",
    re.IGNORECASE,
)
"""Somebody who would not take a fault is not absolved of it."""
_SPEAKING = re.compile(
    r"\b(?:I|we)\b(?=[^.;!?,]*\b(?:say|said|think|thought|believe|tell|told|(?<!to )blame[ds]?)\b)", re.IGNORECASE
)
"""The teller who says so."""
_OURS = re.compile(r"\b(?:my|our|us|we|I)\b", re.IGNORECASE)
_BEFORE = 24
"""Code points before the words in which somebody of the teller's own may be the one who is absolved."""


@kept
def absolves(words: str) -> bool:
    """Whether these words say of others, and not of the teller's own side, that it was no fault of theirs."""
    found = _ABSOLVES.search(words[:LONGEST])
    if found is None or _REFUSED.search(words[:LONGEST]):
        return False
    beginning = max(words.rfind(mark, 0, found.start()) for mark in ".;!?,") + 1
    said = words[max(beginning, found.start() - _BEFORE) : found.end()]
    return _OURS.search(_SPEAKING.sub("", said)) is None
