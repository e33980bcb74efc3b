"""Choices that are told without a word for choosing: what the teller proposed, refused, offered or stopped."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from starproof.core.document import Document, LabelledSentence
from starproof.core.keeping import kept
from starproof.core.text import Span

LONGEST = 600
"""Code points of a sentence that are looked at."""
_CHOSEN = re.compile(
    r"\b(?:I|we)(?: (?:also|then|so|still|only|simply|first|\w{2,12}ly))? "
    r"(?:(?:had|have) (?:a|the|no|two|three) (?:\w{1,10} )?(?:choices?|options?|ways)|"
    r"(?:proposed|offered|suggested|refused|declined|insisted|stopped|cancelled|said no|chose|picked|"
    r"turned \w{2,5} down|held (?:it|them|that) back|let (?:it|them|that) go)\b)|"
    r"\bI (?:was|am)(?: not|n[’']t) (?:convinced|persuaded|willing|prepared|going to)\b|"
    r"\bwhat (?:decided|convinced|persuaded|made up) (?:me|us|it|my mind)\b",
    re.IGNORECASE,
)
"""The teller puts one course against another; a question or a duty is no choice."""


def choices(document: Document, labels: Sequence[LabelledSentence]) -> Iterator[Span]:
    """The words of the task and of the action by which the teller takes a course, one a sentence, in text order."""
    for sentence in labels:
        if sentence.label in ("task", "action"):
            start = sentence.span.start
            found = _chosen(document.quote(sentence.span, most=LONGEST))
            if found is not None:
                yield Span(start + found[0], start + found[1])


@kept
def _chosen(words: str) -> tuple[int, int] | None:
    found = _CHOSEN.search(words)
    return found.span() if found is not None else None
