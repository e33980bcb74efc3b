"""The words of the transformations, by file."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable
from functools import cache
from importlib.resources import files
from typing import Any


@cache
def table(name: str) -> dict[str, Any]:
    """One table of words: names, places, habits, grammar, dialects or spelling."""
    return tomllib.loads((files(__name__) / f"{name}.toml").read_text(encoding="utf-8"))


def alternatives(words: Iterable[str]) -> str:
    """The words as one alternation, longest first, so that a longer one is never cut short."""
    return "|".join(re.escape(word) for word in sorted(words, key=lambda word: (-len(word), word)))
