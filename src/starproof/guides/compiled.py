"""What comes of reading a guide from Markdown."""

from __future__ import annotations

from dataclasses import dataclass

from starproof.core.guide import Guide


@dataclass(frozen=True, slots=True)
class Problem:
    """A line that could not be read, or not with certainty."""

    line: int
    """Counted from 1."""
    what: str
    text: str


@dataclass(frozen=True, slots=True)
class Compiled:
    """A guide, and every line of its source that needs a look, in the order of the lines."""

    guide: Guide
    problems: tuple[Problem, ...]
