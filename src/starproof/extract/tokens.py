"""Words with their places: what phrases are matched against."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*|[$€£¥₹%#]")


@dataclass(frozen=True, slots=True)
class Token:
    """A word in lower case with its place in the text; a curly apostrophe counts as a straight one."""

    word: str
    start: int
    end: int


def tokens(text: str, start: int = 0, end: int | None = None) -> Iterator[Token]:
    """The words between two offsets, in order; currency and percent signs are words of their own."""
    for found in _WORD.finditer(text, start, len(text) if end is None else end):
        yield Token(found.group().lower().replace("’", "'"), found.start(), found.end())
