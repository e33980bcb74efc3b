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
    r"\bno regrets?\b",
    re.IGNORECASE,
)
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
    return _DENIES.search(told) is not None and _EXCEPT.search(told) is None
