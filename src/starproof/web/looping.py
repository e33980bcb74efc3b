"""The loop as pages and REST work with it: kept, planned, and its choices locked."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from starproof.api.loops import keep_loop, own_loop
from starproof.core.bank import Banked
from starproof.core.planning import Cell, Lock, Loop, Seat, Shown, Sought
from starproof.errors import NotFound
from starproof.web.desk import Desk
from starproof.web.standing import covered

_MOST = 1_000
_WHY: Mapping[Shown, str] = {
    "strong": "shows it plainly",
    "fair": "shows it well enough",
    "faint": "only touches on it",
}
"""As the map of the terminal says it."""


def loop_of(desk: Desk) -> Loop | None:
    """The loop that is kept, if there is one."""
    return own_loop(desk.home, guide=desk.guide)


def kept_loop(desk: Desk) -> Loop:
    """The loop that is kept.

    Raises:
        NotFound: when there is none.
    """
    loop = loop_of(desk)
    if loop is None:
        raise NotFound("E-PLN-050", "There is no loop yet.", "Name your interviewers on the page Loop.")
    return loop


def keep(desk: Desk, loop: Loop) -> Loop:
    """Check a loop and keep it.

    Raises:
        InputError: when it contradicts itself.
    """
    return keep_loop(desk.home, loop, guide=desk.guide)


def with_lock(loop: Loop, lock: Lock) -> Loop:
    """The loop with a story held in a place; what was held there goes, and the story is held nowhere else."""
    others = tuple(
        one
        for one in loop.locked
        if _place(one) != (lock.interviewer, lock.principle, lock.seat) and one.story != lock.story
    )
    return replace(loop, locked=(*others, lock))


def without_lock(loop: Loop, interviewer: str, principle: str, seat: Seat) -> Loop:
    """The loop with nothing held in a place."""
    return replace(loop, locked=tuple(one for one in loop.locked if _place(one) != (interviewer, principle, seat)))


@dataclass(frozen=True, slots=True)
class Candidate:
    """A story that may be held in a place."""

    story: str
    title: str
    reads_as: str
    why: str
    points: int


def candidates(desk: Desk, sought: Sought, words: str = "") -> list[Candidate]:
    """The stories that may be told where this is asked for, those that show it best first."""
    stories = desk.bank.banked(sketches=False)
    found = covered(desk)
    best: dict[str, Cell] = {}
    for cell in (cell for row in found.rows if row.principle in sought.via for cell in row.cells):
        if cell.of.story not in best or best[cell.of.story].points < cell.points:
            best[cell.of.story] = cell
    wanted = {line.id for line in desk.bank.list(text=words, limit=_MOST).lines} if words.strip() else None
    every = (_candidate(story, best.get(story.id)) for story in stories if wanted is None or story.id in wanted)
    return sorted(every, key=lambda one: (-one.points, one.title))


def _candidate(story: Banked, cell: Cell | None) -> Candidate:
    why = _WHY[cell.shown] if cell else "does not show it"
    return Candidate(story.id, story.digest.title or story.id, story.digest.reads_as, why, cell.points if cell else 0)


def _place(lock: Lock) -> tuple[str, str, Seat]:
    return lock.interviewer, lock.principle, lock.seat
