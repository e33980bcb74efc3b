"""The question bank, and stories matched with questions."""

from __future__ import annotations

from difflib import get_close_matches

from starproof.core.questions import Question, Theme
from starproof.errors import NotFound
from starproof.matching import Advice, Card, Match, card, match, what_would_fit
from starproof.questions import load_questions, load_themes
from starproof.understand.topics import stem, words

__all__ = [
    "Advice",
    "Card",
    "Match",
    "card",
    "find_question",
    "match",
    "questions",
    "themes",
    "what_would_fit",
]


def questions(
    search: str | None = None, *, principle: str | None = None, theme: str | None = None
) -> tuple[Question, ...]:
    """The questions of the question bank, in its order.

    Args:
        search: words that must all stand in a question or what it is after, in any inflection.
        principle: the id of a principle of the guide, or of one of Amazon's others, which are themes here.
        theme: the id of a theme.

    Raises:
        NotFound: when there is no such principle or theme.
    """
    found = load_questions()
    _check("principle", principle, [*{question.principle for question in found}, *(one.id for one in load_themes())])
    _check("theme", theme, [one.id for one in load_themes()])
    wanted = {stem(word) for word in words(search or "")}
    return tuple(
        question
        for question in found
        if principle in (None, question.principle, *question.themes)
        and theme in (None, *question.themes)
        and wanted <= _said(question)
    )


def find_question(question_id: str) -> Question:
    """The question with this id, in capitals or not.

    Raises:
        NotFound: when there is none; the hint lists the closest.
    """
    by_id = {question.id.lower(): question for question in load_questions()}
    found = by_id.get(question_id.strip().lower())
    if found is None:
        raise _missing("question", question_id, [question.id for question in by_id.values()])
    return found


def themes() -> tuple[Theme, ...]:
    """The themes of a manager's work, and the principles of the sixteen that the guide lacks."""
    return load_themes()


def _check(kind: str, wanted: str | None, known: list[str]) -> None:
    if wanted is not None and wanted not in known:
        raise _missing(kind, wanted, known)


def _said(question: Question) -> set[str]:
    told = f"{question.id} {question.text} {question.intent} {' '.join(question.themes)}"
    return {stem(word) for word in words(told)}


def _missing(kind: str, name: str, known: list[str]) -> NotFound:
    close = get_close_matches(name.upper() if kind == "question" else name.lower(), known, n=3, cutoff=0.5)
    hint = f"Did you mean {' or '.join(close)}?" if close else "`starproof questions` lists them."
    return NotFound("E-QST-010", f"There is no {kind} {name!r}.", hint)
