"""What is said beside a question: who asks, which one it is, why it comes, how much time there is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from starproof.cli.practice.words import MANNERS
from starproof.core.practice import Session

if TYPE_CHECKING:
    from starproof.api.practising import Studio


def who(session: Session) -> str:
    """Who asks, and how."""
    manner = MANNERS[session.assignment.manner or session.setup.manner]
    asks = session.assignment.interviewer
    return f"{asks}, {manner.partition(' ')[2]}" if asks else manner


def place_of(session: Session) -> tuple[int, int]:
    """Which question it is of the interviewer's own in a loop, else of the session; and of how many."""
    if session.setup.mode != "loop":
        return session.at + 1, len(session.setup.assignments)
    mine = _block(session)
    return mine.index(session.at) + 1, len(mine)


def about_question(studio: Studio, session: Session) -> list[str]:
    """Why the question comes, the time for it, and the plan to hold the answer against."""
    from starproof.api.practising import plan_of
    from starproof.core.lengths import clock
    from starproof.report.terminal.practising import sentence

    one, told = session.assignment, [sentence(session.assignment.because)]
    if one.seconds is not None and session.setup.mode == "loop":
        rest = [session.setup.assignments[number] for number in _block(session) if number >= session.at]
        whole = sum(other.seconds or 0.0 for other in rest)
        told.append(f"{clock(one.seconds)} for it with its follow-ups; {clock(whole)} left with this interviewer.")
    elif one.seconds is not None:
        told.append(f"{clock(one.seconds)} for the answer.")
    if (plan := plan_of(studio.reviewer.guide, one)) and session.setup.mode != "essay":
        parts = ", ".join(f"{part.section} {part.seconds:.0f} s" for part in plan.sections)
        told.append(f"The plan is {clock(plan.seconds)}: {parts}.")
    return told


def _block(session: Session) -> list[int]:
    """The numbers of all that this interviewer asks."""
    asks = session.assignment.interviewer
    return [number for number, one in enumerate(session.setup.assignments) if one.interviewer == asks]
