"""What an attempt came to: the review of all that was said, its delivery, what was lost, the try before."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from starproof.api.practising.pacing import usual_pace
from starproof.core.document import Register, Story
from starproof.core.guide import Framework, Guide
from starproof.core.practice import Assignment, Attempt, CardKey, Session, Turn
from starproof.core.results import Review
from starproof.errors import PracticeError
from starproof.moments import moment_of
from starproof.practice.delivery import Delivery, following, measure
from starproof.practice.lost import Lost, lost
from starproof.practice.retry import Retry, Try, retry
from starproof.practice.schedule.states import bare

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
    """Where each turn begins in ``text``; a turn without words where the one before it ends."""
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
    before: Look | None = None
    """The try before at the same card, held against the same ``written``; ``None`` where there was none."""
    retry: Retry | None = None
    """This try beside the one before."""

    @property
    def follow_ups(self) -> int:
        """How many follow-ups were asked and answered, or passed over."""
        return sum(turn.asked is not None for turn in self.attempt.turns)


@dataclass(frozen=True, slots=True)
class Desk:
    """What looking needs: the bank, the guide, somebody who reviews, and what was practised before."""

    bank: Bank
    guide: Guide
    review: Callable[[Story], Review]
    sessions: Callable[[], Sequence[Session]]
    """All sessions, with or without transcripts."""
    opened: Callable[[str], Session]
    """A session by its id, with its transcripts."""


def look_at(desk: Desk, session: Session, number: int) -> Look:
    """Look at one attempt of a session, beside the try before at the same card where there was one.

    Args:
        number: of the assignment.

    Raises:
        PracticeError: when the session has no such assignment.
    """
    if not 0 <= number < len(session.attempts):
        total = len(session.attempts)
        raise PracticeError("E-SES-043", f"There is no question {number + 1} to look at.", f"The session has {total}.")
    attempt, assignment = session.attempts[number], session.setup.assignments[number]
    pace = usual_pace(attempt, desk.sessions, desk.opened)
    paper = _paper(desk, assignment) if attempt.turns else None
    look = _alone(desk, session, number, paper, pace)
    before = try_before(session, number, desk.sessions()) if look.review else None
    earlier = _alone(desk, desk.opened(before[0]), before[1], paper, pace) if before else None
    if earlier is None or earlier.review is None or look.review is None:
        return look
    return replace(look, before=earlier, retry=retry(_try(earlier, earlier.review), _try(look, look.review)))


def try_before(session: Session, number: int, sessions: Iterable[Session]) -> tuple[str, int] | None:
    """The last attempt at the same card before this one in which something was said, spoken or written as this one.

    Returns:
        The id of its session, and the number of its assignment.
    """
    began, wanted = session.attempts[number].began, _kind(session, number)
    found = [
        (moment_of(attempt.began), one.setup.id, attempt.assignment)
        for one in sessions
        for attempt in one.attempts
        if attempt.began is not None and attempt.turns and _kind(one, attempt.assignment) == wanted
        if (one.setup.id, attempt.assignment) != (session.setup.id, number)
    ]
    earlier = [one for one in found if began is not None and one[0] < moment_of(began)]
    return max(earlier)[1:] if earlier else None


def _kind(session: Session, number: int) -> tuple[CardKey, bool]:
    """What an attempt may be compared by: its card, and whether it was an essay."""
    return bare(session.setup.assignments[number].card), session.setup.mode == "essay"


def _try(look: Look, review: Review) -> Try:
    return Try(review, look.lost, look.delivery, look.follow_ups)


def _alone(desk: Desk, session: Session, number: int, paper: Review | None, pace: float | None) -> Look:
    assignment, attempt = session.setup.assignments[number], session.attempts[number]
    text, starts = joined(attempt.turns)
    said = desk.review(_said(session, number, attempt.turns)) if text else None
    first = attempt.turns[0] if attempt.turns and attempt.turns[0].text else None
    answer = desk.review(_said(session, number, (first,))) if first else None
    plan = _framework(assignment, desk.guide)
    return Look(
        session=session,
        assignment=assignment,
        attempt=attempt,
        text=text,
        starts=starts,
        review=said,
        answer=answer,
        delivery=_delivery(first, answer, _told(assignment, paper), plan, pace) if first and answer else None,
        written=paper if said else None,
        lost=lost(paper, said) if paper and said else None,
    )


def _told(assignment: Assignment, paper: Review | None) -> Review | None:
    """The story on paper; a card that is drilled has no sections to follow."""
    return paper if assignment.answer is None else None


def _delivery(first: Turn, answer: Review, told: Review | None, plan: Framework | None, pace: float | None) -> Delivery:
    """What was heard is hard to read for sections; where it follows the story on paper, that one tells them."""
    followed = following(first.text, answer.sentences, told) if told and first.transcript else answer.sentences
    return measure(first.text, first.transcript, followed, plan, own_pace=pace)


def joined(turns: tuple[Turn, ...]) -> tuple[str, tuple[int, ...]]:
    """The turns as one text, and where each begins in it."""
    text, starts = "", []
    for turn in turns:
        if text and turn.text:
            text += BETWEEN
        starts.append(len(text))
        text += turn.text
    return text, tuple(starts)


def _said(session: Session, number: int, turns: tuple[Turn, ...]) -> Story:
    """What was said as a story of its own. An essay is written; typed answers may be either, so the words decide."""
    register: Register | None = "spoken" if any(turn.spoken for turn in turns) else None
    if session.setup.mode == "essay":
        register = "written"
    ask = session.setup.assignments[number].ask
    return Story(f"{session.setup.id}-{number}", joined(turns)[0], question=ask, register=register)


def _framework(assignment: Assignment, guide: Guide) -> Framework | None:
    return next((one for one in guide.frameworks if one.id == assignment.framework), None)


def _paper(desk: Desk, assignment: Assignment) -> Review | None:
    """The story on paper in the length that was practised, where its owner keeps one; of a figure, its card."""
    if assignment.answer is not None:
        return desk.review(Story("card", assignment.answer))
    if assignment.story is None or assignment.story not in desk.bank.ids():
        return None
    entry, framework = desk.bank.get(assignment.story), _framework(assignment, desk.guide)
    length = entry.draft.versions.get(round(framework.seconds / 60)) if framework else None
    return desk.review(entry.story(text=length))
