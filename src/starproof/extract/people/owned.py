"""What the speaker answers for: a component, a service, a system as a whole."""

from __future__ import annotations

from starproof.core.document import Document
from starproof.core.facts import Facts
from starproof.core.text import Span
from starproof.extract.text.words import singular, words
from starproof.parse.words import tokens

_AHEAD = 8
"""How many words after "I own" may name the thing."""


def owned(document: Document, facts: Facts) -> Span | None:
    """The first words that say which part of the technology the speaker answers for; ``None`` where none do."""
    ends = [sentence.span.end for sentence in document.sentences]
    for signal in facts.of("accountability"):
        said = {token.word for token in tokens(document.text, signal.span.start, signal.span.end)}
        if not said & words("owned", "verbs"):
            continue
        last = _thing(document, signal.span, ends[signal.sentence])
        if last is not None:
            return Span(signal.span.start, last)
    return None


def _thing(document: Document, said: Span, end: int) -> int | None:
    """Where the name of the thing ends; ``None`` where the words name none."""
    beyond = 0
    for token in tokens(document.text, said.start, end):
        beyond += token.start >= said.end
        if beyond > _AHEAD:
            return None
        if singular(token.word) in words("owned", "things"):
            return token.end
    return None
