"""A running session as one page shows it: the question, the clock, the words of the speaker that are quoted."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from starproof.api.practising import plan_of
from starproof.core.practice import Asked, Assignment, Session
from starproof.practice.session import open_steps
from starproof.practice.session.clock import counted
from starproof.report.practice import MODE_NAMES
from starproof.report.safe import clipped
from starproof.report.words import clock_face
from starproof.web.desk import Desk
from starproof.web.practising.keeping import aside
from starproof.web.practising.naming import GRADES, MANNERS, Calendar, titles

AROUND = 160
"""Characters shown on either side of the words that an interviewer takes up."""


@dataclass(frozen=True, slots=True)
class Clock:
    """What time has passed, and beside which plan."""

    used: float
    plan: float | None
    """Seconds planned; ``None`` for no plan."""
    strict: bool = False
    """Whether somebody moves on when it is over."""

    @property
    def left(self) -> float | None:
        """Seconds until the plan is over; 0 after it."""
        return None if self.plan is None else max(0.0, self.plan - self.used)


@dataclass(frozen=True, slots=True)
class Quote:
    """Words of the speaker with what stood around them."""

    before: str
    words: str
    after: str


def screen(desk: Desk, session: Session) -> dict[str, Any]:
    """What every phase's page is filled in with."""
    retrieval = session.setup.mode == "retrieval"
    return {
        "here": "Practice",
        "s": session,
        "one": session.assignment,
        "attempt": session.attempt,
        "at": f"/practice/{session.setup.id}",
        "open": open_steps(session),
        "mode": MODE_NAMES[session.setup.mode],
        "manner": MANNERS[session.assignment.manner or session.setup.manner],
        "block": block_of(session),
        "block_left": block_left(desk, session),
        "clock_of": clock_of(desk, session),
        "framework": plan_of(desk.guide, session.assignment),
        "quotes": quotes_of(session, session.asking) if session.asking else [],
        "words": desk.studio.words(session.setup.id) or "",
        "aside": aside(desk, session.setup.id),
        "grades": GRADES,
        "titles": titles(desk),
        "stories": _to_name(desk) if retrieval and session.phase == "answer" else [],
        "days": Calendar.of(desk),
        "minutes": clock_face,
    }


def clock_of(desk: Desk, session: Session) -> Clock | None:
    """The clock of the phase that is on; ``None`` where nobody looks at one."""
    used, one = counted(session, desk.studio.now()), session.assignment
    if session.phase == "think":
        return Clock(used, one.think)
    if session.phase not in ("answer", "follow-up"):
        return None
    if one.seconds is not None and session.setup.mode in ("loop", "retrieval"):
        return Clock(session.spent + used, one.seconds, strict=True)
    return Clock(used, one.seconds if session.setup.mode == "essay" else None)  # the recorder has the plan of the rest


def block_of(session: Session) -> tuple[int, int]:
    """Which question it is of the interviewer's own in a loop, else of the session; and of how many."""
    every: Sequence[Assignment] = session.setup.assignments
    if session.setup.mode != "loop":
        return session.at + 1, len(every)
    who = session.assignment.interviewer
    mine = [number for number, one in enumerate(every) if one.interviewer == who]
    return mine.index(session.at) + 1, len(mine)


def block_left(desk: Desk, session: Session) -> float | None:
    """Seconds left of an interviewer's block; ``None`` outside a loop, and for the last question of the block."""
    clock, who = clock_of(desk, session), session.assignment.interviewer
    later = [one for one in session.setup.assignments[session.at + 1 :] if one.interviewer == who]
    if session.setup.mode != "loop" or session.phase == "think" or clock is None or not later:
        return None
    return (clock.left or 0.0) + sum(one.seconds or 0.0 for one in later)


def quotes_of(session: Session, asked: Asked) -> list[Quote]:
    """The words that a follow-up takes up, as they stand in the speaker's answer."""
    turns = session.attempt.turns
    text = turns[asked.turn].text if asked.turn < len(turns) else ""
    return [_quote(text, one.span.start, one.span.end) for one in asked.evidence if text]


def _quote(text: str, start: int, end: int) -> Quote:
    first, last = max(0, start - AROUND), min(len(text), end + AROUND)
    before, after = text[first:start], text[end:last]
    if first:
        before = "… " + before.partition(" ")[2]
    if last < len(text):
        after = after.rpartition(" ")[0] + " …"
    return Quote(before, text[start:end], after)


def _to_name(desk: Desk) -> list[tuple[str, str]]:
    """Every story by its title, in the order of the alphabet."""
    found = ((id_, clipped(title, most=110)) for id_, title in titles(desk).items())
    return sorted(found, key=lambda one: (one[1].casefold(), one[0]))
