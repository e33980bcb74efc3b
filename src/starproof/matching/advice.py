"""What kind of story a question asks for, said where none of the stories fits."""

from __future__ import annotations

from dataclasses import dataclass

from starproof.core.guide import Guide, Principle
from starproof.core.questions import Theme
from starproof.guides import load_guide
from starproof.questions import find_theme
from starproof.understand.asked import Asked, read_question

_SURE = 0.45
"""From which share on a question is said to ask for one principle."""


@dataclass(frozen=True, slots=True)
class Advice:
    """What kind of story would answer a question."""

    answerable: bool
    """Whether any story would."""
    principles: tuple[str, ...]
    """The ids of the one or two principles that it asks for."""
    themes: tuple[str, ...]
    text: str


def what_would_fit(question: str, *, guide: Guide | None = None) -> Advice:
    """The principle and themes that a question asks for, and what to tell, in words."""
    guide = guide or load_guide()
    return advise(read_question(question, guide=guide), guide=guide)


def advise(asked: Asked, *, guide: Guide) -> Advice:
    """The same for a question already read."""
    if not asked.answerable:
        return Advice(False, (), (), "This question asks for no story: it does not ask what you did.")
    wanted = [one.id for one in asked.principles[: 1 if asked.principles[0].score >= _SURE else 2]]
    known = {principle.id: principle for principle in guide.principles}
    themes = [theme for theme in map(find_theme, asked.themes) if theme is not None]
    text = _said([known[one] for one in wanted], themes)
    return Advice(True, tuple(wanted), asked.themes, text)


def _said(principles: list[Principle], themes: list[Theme]) -> str:
    names = " or ".join(principle.name for principle in principles)
    if themes:
        return f"No story of {themes[0].name.lower()} ({names}); {themes[0].tell}."
    return f"No story of {names}. {principles[0].looks_for}"
