"""What to practise now, and what may be chosen instead."""

from __future__ import annotations

from dataclasses import dataclass
from heapq import nlargest
from typing import Literal

from starproof.core.planning import Practice
from starproof.core.practice import MANNERS, Manner, Mode
from starproof.errors import PracticeError
from starproof.practice.schedule import Due
from starproof.report.safe import clipped
from starproof.web.desk import Desk
from starproof.web.practising.coming import due as coming
from starproof.web.practising.naming import card_title, titles

OFFERED = 100
"""Stories to choose from on the page; those beyond are practised from their own sheets."""
NAMED = 5
"""So many cards of a sitting are named."""
Whole = Literal["minutes", "many", "seconds", "block"]


@dataclass(frozen=True, slots=True)
class Line:
    """One card that is due, and why."""

    title: str
    because: str


@dataclass(frozen=True, slots=True)
class Sitting:
    """What fits into one sitting of all that is due."""

    mode: Mode
    many: int
    minutes: int
    lines: tuple[Line, ...]
    """The first of the cards."""
    later: int
    """Cards that are due and do not fit."""


def sitting(desk: Desk) -> Sitting | None:
    """The most needed cards of one mode, as many as fit into a session; ``None`` where nothing is due."""
    planned = desk.studio.planned()
    due = [
        one
        for one in coming(desk)
        if planned or one.card.memory is not None or one.card.key.kind != "figure"  # new figures come by chance
    ]
    if not due:
        return None
    figures = due[0].card.key.kind == "figure"
    alike = [one for one in due if (one.card.key.kind == "figure") == figures]
    fitting = _fitting(alike, (planned.loop.practice if planned else Practice()).minutes)
    named = titles(desk)
    return Sitting(
        mode="defence" if figures else "story",
        many=len(fitting),
        minutes=sum(one.card.minutes for one in fitting),
        lines=tuple(Line(_question_words(card_title(one.card.key, named)), one.because) for one in fitting[:NAMED]),
        later=len(due) - len(fitting),
    )


def _fitting(due: list[Due], minutes: int) -> list[Due]:
    """As many as fit, and one at the least."""
    taken: list[Due] = []
    for one in due:
        if taken and sum(held.card.minutes for held in taken) + one.card.minutes > minutes:
            break
        taken.append(one)
    return taken


def _question_words(title: str) -> str:
    """A question of the question bank by its words."""
    return question_text(title) or title


def question_text(question: str) -> str | None:
    """The words of a question of the question bank, by its id."""
    from starproof.questions import load_questions

    return next((one.text for one in load_questions() if one.id == question), None)


@dataclass(frozen=True, slots=True)
class Chosen:
    """What somebody came to practise, by a link from elsewhere."""

    mode: Mode
    title: str
    story: str = ""
    question: str = ""
    figure: str = ""


def chosen(desk: Desk, *, story: str, question: str, figure: str) -> Chosen | None:
    """What a link names; ``None`` where it names nothing that is there."""
    known = titles(desk)
    if story and story not in known:
        return None
    if figure:
        return Chosen("defence", figure, story=story, figure=figure)
    if question.strip():
        return Chosen("story", question_text(question) or question, story=story, question=question)
    return Chosen("story", known[story], story=story) if story else None


def offered(desk: Desk, first: str = "") -> list[tuple[str, str]]:
    """Stories to choose from, as their ids and titles: the one wanted, then those changed last."""
    latest = nlargest(OFFERED, desk.bank.banked(), key=lambda one: one.updated or "")
    known = titles(desk)
    found = dict.fromkeys(one.id for one in latest)
    ids = [first, *found] if first in known and first not in found else list(found)
    return [(id_, clipped(known[id_], most=80)) for id_ in ids]


def whole(name: Whole, said: str) -> int | None:
    """A whole number that a form sent, or nothing.

    Raises:
        PracticeError: when it is none.
    """
    if not said.strip():
        return None
    if said.strip().isascii() and said.strip().isdigit() and len(said.strip()) < 6:
        return int(said)
    raise PracticeError("E-SES-046", f"{said!r} is no number for {name!r}.", "Choose one of those offered.")


def manner_of(said: str) -> Manner | None:
    """How the interviewer is to ask, where that was said."""
    return next((one for one in MANNERS if one == said), None)
