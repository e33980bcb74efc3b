"""What the speaker answered for."""

from __future__ import annotations

import re
from collections.abc import Iterator

from starproof.core.text import Span
from starproof.timing.asks import detector
from starproof.timing.passage import Passage

_MINE = re.compile(r"\b(?:I(?:[’']m|[’']ve|[’']d)?|i|[Mm]y|[Mm]ine|me)\b(?! (?:don|didn|guess|think|mean))")
_NOT_MINE = re.compile(r"\b(?:not|never|n[’']t) (?:really )?(?:my|mine|me)\b", re.IGNORECASE)
LONGEST = 600
"""Code points of a sentence that are looked at."""


@detector("accountability", within=("situation", "task"))
def accountability(passage: Passage) -> Iterator[Span]:
    """Words by which the speaker takes charge (I owned, my job was, I ran), else the task or the people of theirs."""
    found = passage.signals("accountability")
    yield from (signal.span for signal in found)
    if not found:
        led = [measure.span for measure in (passage.facts.reach.engineers, passage.facts.reach.reports) if measure]
        for one in passage.sentences():
            leads = any(one.span.contains(span) for span in led)
            if (one.label == "task" or leads) and _is_theirs(passage, one.span):
                yield one.span


def _is_theirs(passage: Passage, sentence: Span) -> bool:
    words = passage.document.text[sentence.start : min(sentence.end, sentence.start + LONGEST)]
    return _MINE.search(words) is not None and _NOT_MINE.search(words) is None
