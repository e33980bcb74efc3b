"""Words that deny that there was anything to learn: "I can't think of anything I would have done differently"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from starproof.core.document import Document, LabelledSentence
from starproof.core.keeping import kept
from starproof.core.seeking import Seldom
from starproof.core.text import Span
from starproof.parse.evened import evened

LONGEST = 600
"""Code points of a sentence that are looked at."""
_DENIES = Seldom(
    r"\b(?:nothing|no single thing|(?:cannot|not|never|hardly|\w{2,6}n[’']t)\b[^.;!?]{0,40}?"
    r"\b(?:anything|a (?:single )?thing|much))\b[^.;!?]{0,40}?\b(?:differently|otherwise|to change|(?:would|could)"
    r"(?: have)? changed?|(?:have |to )regret)\b|"
    r"\b(?:would|could)(?: not|n[’']t)(?: have)? (?:changed?|do|done) (?:anything|(?:a )?(?:single )?thing|much)"
    r"(?: differently| otherwise)?\b|"
    r"\b(?:would|could)(?: have)? (?:changed?|do|done) nothing\b|"
    r"\bI[’']d (?:change|do|have (?:changed|done)) nothing\b|"
    r"\bno regrets?\b",
    re.IGNORECASE,
)
_OPENS = (
    r"(?:^|[.;:,!?—–]\s?|"
    r"\b(?:and|so|honestly|really|frankly|today|now|again|think|guess|sure|say|admit|tomorrow|overall) )"
)
_SURELY = r"(?: (?:probably|honestly|certainly|definitely|gladly|still|just|simply|absolutely|always|have))*"
_I = rf"{_OPENS}(?:that )?I(?:[’']d| would){_SURELY} (?:do|done|handle|run|play|go about|approach) "
"""The teller says of today what they would do; what they told somebody then is no look back."""
_IT = r"(?:it|that|this|them|things|everything|all of (?:it|this|that|them))(?: all)?(?: over)?"
_QUITE = r"(?:(?:exactly|precisely|pretty much|much|just) )?"
_SAME = Seldom(
    rf"{_I}(?:{_IT} (?:again )?{_QUITE}(?:(?:in )?{_QUITE}(?:the )?(?:very |exact )?same way|"
    r"the (?:very |exact )?same(?: again)?(?=\s?[.,;!?]|$)|no differently|(?:exactly|just) (?:like that|that way|so)|"
    r"(?:exactly|just) as (?:it was|(?:we|I) did))|"
    rf"{_QUITE}the (?:very |exact )?same(?: things?)?(?: all over)? again)(?![\w’'-])",
    re.IGNORECASE,
)
"""Doing the same again is to have nothing to do otherwise."""
_AGAIN = Seldom(rf"{_I}{_IT} again\b", re.IGNORECASE)
_CHANGED = re.compile(
    r"\b(?:only|sooner|earlier|first|slower|faster|instead|one (?:change|difference|thing)|without)\b", re.IGNORECASE
)
"""Words that change the same all the same."""
_EXCEPT = re.compile(r"\b(?:except|but|though|although|apart from|other than|besides|then)\b", re.IGNORECASE)
"""Words that take the denial back."""


def denials(document: Document, labels: Sequence[LabelledSentence]) -> tuple[Span, ...]:
    """The sentences that look back and say that nothing was to be done otherwise, in text order."""
    found = [one.span for one in labels if one.label in ("result", "reflection")]
    return tuple(span for span in found if denies(document.quote(span, most=LONGEST)))


@kept
def denies(words: str) -> bool:
    """Whether these words say that nothing was to be done otherwise."""
    told = evened(words).text
    denied = _DENIES.search(told) is not None or (_SAME.search(told) is not None and _CHANGED.search(told) is None)
    return denied and _EXCEPT.search(told) is None


@kept
def stands_by(words: str) -> bool:
    """Whether these words only say that the teller would do it again, which tells of nothing that came after it."""
    return _AGAIN.search(evened(words).text) is not None
