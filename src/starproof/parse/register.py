"""Whether a text was written, or is what somebody said."""

from __future__ import annotations

import re

from starproof.core.document import Register
from starproof.core.keeping import kept

_FILLER = re.compile(
    r"\b(?:um+|uh+|erm?|hmm+|you know|i mean|kind of|sort of|like,|okay|yeah|gonna|wanna|no, sorry|sorry, no|"
    r"actually|basically)\b|\bright\?"
)
_OPENER = re.compile(
    r"(?:\A\s*|[.?!]\s+)(?:so|and|but|okay|ok|yeah|yes|um|uh|well|right|now|because|then|anyway|oh|no|sure|alright)\b",
    re.IGNORECASE,
)
_NUMBER_WORD = re.compile(
    r"\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|twenty|thirty|forty|fifty|sixty|seventy|"
    r"eighty|ninety|hundred|thousand|million|percent)\b"
)
_TALK = re.compile(
    r"\b(?:just|really|honestly|anyway|well|now|thing|stuff|you|there['’]s|that['’]s|it['’]s|let['’]s)\b"
)
_RUN_ON = re.compile(r", (?:he|she|they|it|we|this|that)\b|\b(?:says?|said|goes|go),")
"""Where one clause follows another with no more than a breath, as in "I asked her, she said, no"."""
_MARK = re.compile(r"[;:()/–—\"“”%]| - ")
"""Marks that nobody pronounces."""
_END = re.compile(r"[.?!。！？]+(?:\s|$)")
_LONGEST = 40
"""Words of a sentence on average; a longer one says no more."""
_LOOKED_AT = 20_000
"""Characters that are looked at; what somebody said shows itself much sooner."""


_PIECE = re.compile(r"(?<=\w)(?=\. )")
"""Where a text may be cut so that nothing that is counted stands on both sides."""


def register(text: str, *, paragraphs: int = 1) -> Register:
    """``spoken`` where words of talk, clauses run on or missing full stops show speech, else ``written``."""
    text = text[:_LOOKED_AT]
    words = len(text.split())
    if words < 20:
        return "written"
    ends = max(len(_END.findall(text)), 1)
    return "spoken" if _weight(text, words, ends, paragraphs) > 0 else "written"


def _weight(text: str, words: int, ends: int, paragraphs: int) -> float:
    """How much speaks for speech. The weights were fitted on the corpus' two registers."""
    share = 100 / words
    openers, fillers, talk, runs, numbers, digits, marks = map(
        sum, zip(*map(_counted, _PIECE.split(text)), strict=True)
    )
    return (
        -8.87
        + 13.57 * openers / ends
        + 0.145 * min(words / ends, _LONGEST)
        + 2.89 * fillers * share
        + 1.26 * talk * share
        + 2.25 * runs * share
        + 0.61 * numbers * share
        - 0.12 * digits * share
        - 0.68 * marks * share
        - 1.51 * min(paragraphs - 1, 5)
    )


@kept
def _counted(piece: str) -> tuple[int, ...]:
    """Opening words, fillers, words of talk, clauses run on, number words, digits and marks of a piece of a text."""
    small = piece.lower()  # once for all, since a search that is blind to capitals takes three times as long
    counts = [len(pattern.findall(small)) for pattern in (_FILLER, _TALK, _RUN_ON, _NUMBER_WORD)]
    return len(_OPENER.findall(piece)), *counts, sum(map(str.isdigit, piece)), len(_MARK.findall(piece))
