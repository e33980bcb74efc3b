"""What was going on before the speaker took charge."""

from __future__ import annotations

from collections.abc import Iterator

from starproof.core.text import Span
from starproof.parse.words import words_in
from starproof.timing.asks import detector
from starproof.timing.passage import Passage

LEAST_WORDS = 8
"""Fewer words than these over the whole section tell no context."""


@detector("context", within=("situation",))
def context(passage: Passage) -> Iterator[Span]:
    """The sentence of the situation that says most; a clause of a few words sets no scene."""
    sentences = passage.sentences()
    lengths = [words_in(passage.document.quote(sentence.span)) for sentence in sentences]
    if sum(lengths) >= LEAST_WORDS:
        yield sentences[lengths.index(max(lengths))].span
