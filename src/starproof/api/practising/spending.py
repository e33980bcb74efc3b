"""Where the time of an answer went, beside the try before and the plan, by the section in which it is heard."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from starproof.api.practising.looking import Look
from starproof.core.document import SECTIONS, Label
from starproof.core.guide import Framework, Guide
from starproof.core.practice import Assignment
from starproof.report.times import heard

Seconds = Mapping[Label, float]


def plan_of(guide: Guide, assignment: Assignment) -> Framework | None:
    """The framework that an answer is held against, made to fit its length."""
    found = next((one for one in guide.frameworks if one.id == assignment.framework), None)
    return found.fitted() if found else None


def time_spent(guide: Guide, look: Look) -> tuple[tuple[str, Seconds], ...]:
    """This answer, the one before and the plan, each by name; empty where nothing was said or nothing is planned."""
    plan = plan_of(guide, look.assignment)
    if look.answer is None or plan is None:
        return ()
    return (*_tries(look), ("the plan", _planned(plan)))


def is_measured(look: Look) -> bool:
    """Whether the answer was spoken and timed; otherwise its seconds are reckoned from the words."""
    return bool(look.delivery and look.delivery.sections)


def _tries(look: Look) -> Iterator[tuple[str, Seconds]]:
    yield "this answer", _told(look)
    if look.before and look.before.answer:
        yield "the one before", _told(look.before)


def _told(look: Look) -> Seconds:
    if look.delivery and look.delivery.by_section:
        return look.delivery.by_section
    return heard(look.answer) if look.answer else {}


def _planned(plan: Framework) -> Seconds:
    planned: dict[Label, float] = {}
    for part in plan.sections:
        label: Label = next((one for one in SECTIONS if one == part.section), "other")
        planned[label] = planned.get(label, 0.0) + part.seconds
    return planned
