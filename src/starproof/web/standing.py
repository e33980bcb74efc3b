"""What coverage, readiness and the plan say of the stories on the desk; worked out anew only when something changed."""

from __future__ import annotations

from functools import lru_cache

from starproof.api import planning
from starproof.bank import Bank
from starproof.core.bank import Banked
from starproof.core.guide import Guide
from starproof.core.keeping import Very
from starproof.core.planning import Coverage, Loop, LoopPlan, Readiness
from starproof.web.desk import Desk

_KEPT = 4


def covered(desk: Desk) -> Coverage:
    """Which story shows which principle."""
    return _covered(Very(desk.bank.banked(sketches=False)), Very(desk.guide), desk.today)


def ready(desk: Desk) -> Readiness:
    """How ready each principle is."""
    return _ready(Very(desk.bank.banked()), Very(desk.guide), desk.today, None)


def ready_over_time(desk: Desk) -> Readiness:
    """The same, with how it moved."""
    return _ready(Very(desk.bank.banked()), Very(desk.guide), desk.today, Very(desk.bank))


def planned(desk: Desk, loop: Loop) -> LoopPlan:
    """Which story goes where."""
    return _planned(Very(desk.bank.banked()), Very(desk.guide), desk.today, loop)


Stories = Very[tuple[Banked, ...]]


@lru_cache(maxsize=_KEPT)
def _covered(stories: Stories, guide: Very[Guide], today: str) -> Coverage:
    return planning.coverage(stories.thing, guide=guide.thing, today=today)


@lru_cache(maxsize=_KEPT)
def _ready(stories: Stories, guide: Very[Guide], today: str, bank: Very[Bank] | None) -> Readiness:
    history = planning.story_history(bank.thing) if bank else ()
    return planning.readiness(stories.thing, guide=guide.thing, today=today, history=history)


@lru_cache(maxsize=_KEPT)
def _planned(stories: Stories, guide: Very[Guide], today: str, loop: Loop) -> LoopPlan:
    return planning.plan_loop(loop, stories.thing, guide=guide.thing, today=today)
