"""What an answer came to, laid out: its time beside the plan, what was lost, its delivery, when it comes back."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Any

from starproof.api.practising import Look, is_measured, time_spent
from starproof.core.document import LABELS, Label
from starproof.core.practice import Session
from starproof.practice.delivery.norms import sources
from starproof.practice.schedule.states import CardState
from starproof.report.page import leaf_of
from starproof.report.times import Segment
from starproof.web.desk import Desk
from starproof.web.practising.coming import card
from starproof.web.practising.naming import Calendar, grade_name


@dataclass(frozen=True, slots=True)
class Bar:
    """Seconds by section, as long as they are on the page's one scale."""

    name: str
    seconds: float
    segments: tuple[Segment, ...]


def looked(desk: Desk, session_id: str, number: int) -> dict[str, Any]:
    """What the page about one attempt is filled in with."""
    look = desk.studio.look(session_id, number)
    days = Calendar.of(desk)
    leaf = replace(leaf_of(look.review, desk.names, key="s"), times=()) if look.review else None
    return {
        "look": look,
        "leaf": leaf,
        "names": desk.names,
        "several": False,
        "bars": bars(desk, look),
        "measured": is_measured(look),
        "norm_sources": sources(),
        "back": comes_back(desk, look.session, number, days),
        "grade_name": grade_name,
    }


def bars(desk: Desk, look: Look) -> tuple[Bar, ...]:
    """What was told, the try before, and the plan; empty where nothing was said or nothing is planned."""
    rows = time_spent(desk.guide, look)
    scale = max((sum(seconds.values()) for _, seconds in rows), default=0.0) or 1.0
    return tuple(Bar(name, sum(seconds.values()), tuple(_segments(seconds, scale))) for name, seconds in rows)


def _segments(seconds: Mapping[Label, float], scale: float) -> Iterable[Segment]:
    for label in LABELS:
        if seconds.get(label, 0.0) > 0:
            yield Segment(label, seconds[label], seconds[label] / scale)


def comes_back(desk: Desk, session: Session, number: int, days: Calendar) -> str | None:
    """When what was practised comes back, in a sentence; ``None`` before it is rated."""
    state = card(desk, session.setup.assignments[number].card)
    if state is None or state.last is None:
        return None
    return _back(state, days)


def _back(state: CardState, days: Calendar) -> str:
    kind = {"story": "The story", "question": "The question", "figure": "The figure"}[state.key.kind]
    if state.due is None:
        return f"{kind} will still be there on the day of the loop; it need not come back before."
    return f"{kind} comes back {days.day(state.due)}."
