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
_END = re.compile(r"[.?!。！？]+(?:\s|$)")
_LOOKED_AT = 20_000
"""Characters that are looked at; what somebody said shows itself much sooner."""


_PIECE = re.compile(r"(?<=\w)(?=\. )")
"""Where a text may be cut so that nothing that is counted stands on both sides."""


def register(text: str, *, paragraphs: int = 1) -> Register:
    """``spoken`` where fillers, opening words or missing punctuation show speech, else ``written``."""
    text = text[:_LOOKED_AT]
    words = len(text.split())
    if words < 20:
        return "written"
    ends = len(_END.findall(text))
    if words > 60 and ends * 60 < words:
        return "spoken" if sum(map(str.isupper, text)) * 20 < words else "written"
    return "spoken" if _weight(text, words, max(ends, 1), paragraphs) > 0 else "written"


def _weight(text: str, words: int, ends: int, paragraphs: int) -> float:
    """How much speaks for speech. The weights were fitted on the corpus' two registers."""
    share = 100 / words
    openers, fillers, numbers, digits = map(sum, zip(*map(_counted, _PIECE.split(text)), strict=True))
    return (
        -1.5
        + 12 * openers / ends
        + 0.35 * fillers * share
        + 0.24 * numbers * share
        - 0.16 * digits * share
        - 0.9 * min(paragraphs - 1, 5)
    )


@kept
def _counted(piece: str) -> tuple[int, int, int, int]:
    """Opening words, fillers, number words and digits of a piece of a text."""
    small = piece.lower()  # once for both, since a search that is blind to capitals takes three times as long
    openers = len(_OPENER.findall(piece))
    return openers, len(_FILLER.findall(small)), len(_NUMBER_WORD.findall(small)), sum(map(str.isdigit, piece))
