"""What an attempt came to: the review of all that was said, its delivery, what was lost, the try before."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from starproof.core.document import Register, Story
from starproof.core.guide import Framework, Guide
from starproof.core.practice import Assignment, Attempt, Session, Turn
from starproof.core.results import Review
from starproof.practice.delivery import Delivery, measure
from starproof.practice.lost import Lost, lost

if TYPE_CHECKING:
    from starproof.bank import Bank

BETWEEN = "\n\n"
"""What stands between the turns where they are read as one text."""


@dataclass(frozen=True, slots=True)
class Look:
    """One attempt, looked at. Everything here is worked out from the words as they stand now."""

    session: Session
    assignment: Assignment
    attempt: Attempt
    text: str
    """All that was said, turn after turn; spans of ``review`` count it."""
    starts: tuple[int, ...]
    """Where each turn begins in ``text``; a turn without words begins where the next one does."""
    review: Review | None
    """Of all that was said; ``None`` where nothing was."""
    answer: Review | None
    """Of the answer itself, without the follow-ups."""
    delivery: Delivery | None
    """Of the answer itself. Advice only: nothing of it is in a rating. ``None`` where nothing was said."""
    written: Review | None
    """The written story that the answer is held against, or the card of a figure; ``None`` where there is none."""
    lost: Lost | None
    """What ``written`` has and the answer with its follow-ups did not say."""
    before: Session | None = None
    """The session with the try before at the same card, where there is one."""


def look_at(session: Session, number: int, *, bank: Bank, guide: Guide, review: Callable[[Story], Review]) -> Look:
    """Look at one attempt of a session, by itself."""
    assignment, attempt = session.setup.assignments[number], session.attempts[number]
    text, starts = joined(attempt.turns)
    said = review(_said(session, assignment, attempt.turns)) if text else None
    first = attempt.turns[0] if attempt.turns else None
    answer = review(_said(session, assignment, attempt.turns[:1])) if first and first.text else None
    paper = _paper(assignment, bank=bank, guide=guide, review=review) if said else None
    return Look(
        session=session,
        assignment=assignment,
        attempt=attempt,
        text=text,
        starts=starts,
        review=said,
        answer=answer,
        delivery=measure(first.text, first.transcript, answer, _framework(assignment, guide))
        if first and answer
        else None,
        written=paper,
        lost=lost(paper, said) if paper and said else None,
    )


def joined(turns: tuple[Turn, ...]) -> tuple[str, tuple[int, ...]]:
    """The turns as one text, and where each begins in it."""
    text, starts = "", []
    for turn in turns:
        if text and turn.text:
            text += BETWEEN
        starts.append(len(text))
        text += turn.text
    return text, tuple(starts)


def _said(session: Session, assignment: Assignment, turns: tuple[Turn, ...]) -> Story:
    """What was said as a story of its own. An essay is written; typed answers may be either, so the words decide."""
    register: Register | None = "spoken" if any(turn.spoken for turn in turns) else None
    if session.setup.mode == "essay":
        register = "written"
    return Story(f"{session.setup.id}-{assignment.ask}", joined(turns)[0], question=assignment.ask, register=register)


def _framework(assignment: Assignment, guide: Guide) -> Framework | None:
    return next((one for one in guide.frameworks if one.id == assignment.framework), None)


def _paper(assignment: Assignment, *, bank: Bank, guide: Guide, review: Callable[[Story], Review]) -> Review | None:
    """The story on paper in the length that was practised, where its owner keeps one; of a figure, its card."""
    from starproof.api.practising.pooling import written

    if assignment.answer is not None:
        return review(Story("card", assignment.answer))
    if assignment.story is None or assignment.story not in bank.ids():
        return None
    entry, framework = bank.get(assignment.story), _framework(assignment, guide)
    length = entry.draft.versions.get(round(framework.seconds / 60)) if framework else None
    return review(written(entry, text=length))
