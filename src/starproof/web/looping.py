"""The loop as pages and REST work with it: kept, planned, and its choices locked."""

from __future__ import annotations

from dataclasses import replace

from starproof.api.loops import keep_loop, own_loop
from starproof.api.planning import plan_loop
from starproof.core.planning import Lock, Loop, LoopPlan, Seat
from starproof.errors import NotFound
from starproof.web.desk import Desk


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


def planned(desk: Desk, loop: Loop) -> LoopPlan:
    """Which story goes where."""
    return plan_loop(loop, desk.bank.banked(), guide=desk.guide, today=desk.today)


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


def _place(lock: Lock) -> tuple[str, str, Seat]:
    return lock.interviewer, lock.principle, lock.seat
