"""The reason of a choice: by a word for it, or told beside the choice without one."""

from __future__ import annotations

import re

from starproof.core.context import StoryContext
from starproof.core.keeping import kept
from starproof.core.text import Span
from starproof.extract.connectives import gives_reason

LONGEST = 1_000
"""Code points of a sentence that are looked at."""
_SPOKEN = (-2, -1, 0, 1, 2)
_WRITTEN = (-1, 0, 1)
"""Sentences around the choice in which a reason may stand; raw speech comes in short pieces."""
_STATES = (
    r"(?:was|were|wasn[’']t|weren[’']t|had|hadn[’']t|is|are|would|could|couldn[’']t|cost|costs|saved|took|needed|"
    r"lost|did(?: not|n[’']t)|has|have|worked|used|earned)"
)
_BEHIND = re.compile(
    rf"[:;–—]\s{{1,2}}(?:it|they|he|she|this|that|there|nobody|no one|half|most|our|my|his|her|its|their|the|a|an|one|"
    rf"two|three)\b(?:\s[\w’'-]{{1,14}}){{0,5}}?\s{_STATES}\b",
    re.IGNORECASE,
)
"""What stands behind the choice and a colon or the like: "I stopped the router: it saved minutes"."""
_AGAINST_IT = re.compile(
    rf"^(?:It|That|They|This|Its|Their|The)\b[^.!?]{{3,120}},? but\s(?:[\w’'-]{{1,14}}\s){{1,4}}?{_STATES}\b"
)
"""A sentence that holds a merit against what weighs more: "It was good work, but it saved minutes"."""


def is_reasoned(context: StoryContext, choice: Span) -> bool:
    """Whether a reason is told for the choice that these words tell."""
    place = context.sentence_at(choice.start)
    if place is None:
        return False
    steps = _SPOKEN if context.document.register == "spoken" else _WRITTEN
    if any(gives_reason(context.sentence(place + step, most=LONGEST)) for step in steps):
        return True
    behind = context.document.text[choice.end : _end(context, place)]
    return _is_explained(behind) or _weighs(context.sentence(place + 1, most=LONGEST))


def _end(context: StoryContext, place: int) -> int:
    span = context.labels[place].span
    return min(span.end, span.start + LONGEST)


@kept
def _is_explained(words: str) -> bool:
    return _BEHIND.search(words) is not None


@kept
def _weighs(words: str) -> bool:
    return _AGAINST_IT.search(words) is not None
