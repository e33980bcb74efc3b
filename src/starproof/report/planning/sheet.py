"""A loop plan laid out for a page: interviewers with their questions, and the words that all forms share."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from starproof.core.planning import Choice, LoopPlan, Slot
from starproof.report.words import counted


@dataclass(frozen=True, slots=True)
class Seat:
    """One interviewer with the questions to expect."""

    name: str
    bar_raiser: bool
    slots: tuple[Slot, ...]


def seats_of(plan: LoopPlan) -> tuple[Seat, ...]:
    """The interviewers in the loop's order."""
    by_name: dict[str, list[Slot]] = {}
    for slot in plan.slots:
        by_name.setdefault(slot.interviewer, []).append(slot)
    return tuple(Seat(name, slots[0].bar_raiser, tuple(slots)) for name, slots in by_name.items())


def heading(plan: LoopPlan) -> str:
    """What the plan is for."""
    return " · ".join(filter(None, (plan.company or "Interview loop", plan.role, plan.on)))


def summary(plan: LoopPlan) -> str:
    """What the plan reaches, in one line."""
    total = len(plan.slots)
    parts = [f"{plan.aims.covered} of {counted(total, 'question')} covered"]
    if plan.aims.backups:
        parts.append(f"{plan.aims.backups} with a backup")
    return ", ".join(parts)


def minding(choice: Choice) -> Iterator[str]:
    """What to mind while telling it: the gravest red flag first."""
    if choice.flag:
        yield f"red flag: {choice.flag[:1].lower()}{choice.flag[1:]}"
    yield from choice.minding
