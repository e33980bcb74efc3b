"""The book of names: what is looked through, and what is found in it."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field

Key = tuple[str, ...]
"""The words of a name as they are compared."""
KINDS = ("Person", "Customer", "Company", "Project", "Place", "Name")


@dataclass(frozen=True, slots=True)
class Passage:
    """One field of one story. ``form`` is ``prose``, ``title``, ``tag`` or ``name``."""

    story: int
    field: str
    text: str
    form: str = "prose"


@dataclass(slots=True)
class Book:
    """All names found. ``order`` has each with the votes for its kind, the first met first."""

    order: dict[Key, Counter[str]] = field(default_factory=dict)
    forced: set[Key] = field(default_factory=set)
    spared: set[str] = field(default_factory=set)
    acting: set[str] = field(default_factory=set)
    """Single words that are names beyond doubt, so that one where a sentence begins counts too."""
    kept: Counter[tuple[str, str]] = field(default_factory=Counter)
    """Words that look like names and stay, each with the reason."""


def kind_of(votes: Counter[str]) -> str:
    """The kind with most votes; of equals, the one that comes first in ``KINDS``; ``Name`` where nothing tells."""
    best = max(KINDS, key=lambda kind: votes[kind])
    return best if votes[best] else "Name"
