"""The signs of hurried notes that stand for a small word: "w/ the port staff", "dispatch + billing teams"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from starproof.parse.words import Token

_SIGN = re.compile(
    r"(?<![\w/])w/(?P<without>o\b(?!/))?(?!e\b)(?P<blank>[ ]?)(?=[^\W_])|(?<=[^\W\d_]) (?P<and>[+&]) (?=[^\W\d_]{2})",
    re.IGNORECASE,
)
"""Between words alone: "12 + 9" is a sum, "R & D" a name, "w/e" a week's end."""


def signs(sentence: str) -> Iterator[tuple[int, int, str]]:
    """From where to where a sign stands for a word, and for which, in order."""
    if "/" not in sentence and "+" not in sentence and "&" not in sentence:
        return
    for found in _SIGN.finditer(sentence):
        if found["and"]:
            yield *found.span("and"), "and"
        else:
            blank = "" if found["blank"] else " "
            yield found.start(), found.start("blank"), f"{'without' if found['without'] else 'with'}{blank}"


def spelled_out(words: Sequence[Token], sentence: str) -> tuple[Token, ...]:
    """The words of a sentence with those that a sign stands for, each in its place."""
    stand = {start: (start, end, read.strip()) for start, end, read in signs(sentence)}
    if not stand:
        return tuple(words)
    over = [(start, end) for start, end, _ in stand.values()]
    kept = [word for word in words if not any(start < word.end and word.start < end for start, end in over)]
    put = [Token(read, start, end) for start, end, read in stand.values()]
    return tuple(sorted([*kept, *put], key=lambda word: word.start))
