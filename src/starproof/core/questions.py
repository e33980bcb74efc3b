"""Interview questions: what each asks for, and what a strong and a weak answer does."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Theme:
    """A theme of a manager's work, such as ``low-performer``, or a principle that the guide lacks."""

    id: str
    name: str
    about: str
    """What stories of this theme tell, in one sentence."""
    principles: tuple[str, ...]
    """The guide's principles whose stories answer it, best first."""
    tell: str = ""
    """What to tell where no story of it is at hand, as an order: ``tell one in which ...``."""
    cues: tuple[str, ...] = ()
    """Words and phrases, in any inflection, by which a question or a story speaks of it."""


@dataclass(frozen=True, slots=True)
class Question:
    """One question of the question bank."""

    id: str
    text: str
    principle: str
    """The id of the guide's principle that it asks for."""
    also: tuple[str, ...] = ()
    """Other principles that a good answer may show."""
    themes: tuple[str, ...] = ()
    intent: str = ""
    """What the interviewer wants to learn."""
    strong: str = ""
    weak: str = ""
    follow_ups: tuple[str, ...] = ()
