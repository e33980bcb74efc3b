"""Practice up to the day of the loop, as an iCalendar file: weak questions first, spaced, a rehearsal the day before.

Times are local and float: 19:00 is 19:00 wherever the owner is. Ids of events depend on the loop and their number
alone, so that a calendar that takes the file twice keeps one of each.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta

from starproof.core.ics import Event, calendar_text
from starproof.core.listing import listed
from starproof.core.planning import LoopPlan, Slot
from starproof.errors import InputError
from starproof.plan.loop.reading import DAYS
from starproof.plan.wording import quoted

MINUTES_A_STORY = 12
"""To tell a story and take its follow-up questions."""
WEEKS = 4
"""Practice that lies further back is forgotten by the day."""
ROUNDS = 2
"""Each question is practised twice where there are days enough: once to find its holes, once without them."""


@dataclass(frozen=True, slots=True)
class Session:
    """One event: when, what, and what to do."""

    on: date
    title: str
    what: str
    minutes: int | None
    """``None`` for the whole day."""


def calendar_of(plan: LoopPlan, *, now: str) -> str:
    """The practice sessions and the loop itself.

    Args:
        plan: of a loop with a date.
        now: the moment in UTC, as ``2026-03-31T09:30:00Z``; the first session is on the day after.

    Raises:
        InputError: when the loop has no date, or is over.
    """
    stamp = datetime.fromisoformat(now.replace("Z", "+00:00")).astimezone(UTC)
    events = (_event(plan, session, number) for number, session in enumerate(sessions(plan, today=stamp.date())))
    return calendar_text(events, maker="loop plan", stamp=f"{stamp:%Y-%m-%dT%H:%M:%SZ}")


def _event(plan: LoopPlan, session: Session, number: int) -> Event:
    start, end = _when(plan, session)
    return Event(_uid(plan, number), session.title, session.what, start, end)


def _when(plan: LoopPlan, session: Session) -> tuple[str, str]:
    if session.minutes is None:
        return session.on.isoformat(), (session.on + timedelta(days=1)).isoformat()
    start = datetime.combine(session.on, time.fromisoformat(plan.practice.start))
    return f"{start:%Y-%m-%dT%H:%M:%S}", f"{start + timedelta(minutes=session.minutes):%Y-%m-%dT%H:%M:%S}"


def _uid(plan: LoopPlan, number: int) -> str:
    loop = "\n".join((plan.company.casefold(), plan.role.casefold(), plan.on or "", str(number)))
    return f"{hashlib.sha256(loop.encode()).hexdigest()[:24]}@starproof"


def sessions(plan: LoopPlan, *, today: date) -> tuple[Session, ...]:
    """The sessions in order, the loop itself last. Where time is short each holds more.

    Raises:
        InputError: when the loop has no date, or is over.
    """
    day = _day_of(plan, today)
    rehearsal = day - timedelta(days=1)
    found: list[Session] = []
    free = [on for on in _between(today, rehearsal) if DAYS[on.weekday()] in plan.practice.days]
    for on, slots in _spread(_weak_first(plan.slots), free, plan):
        minutes = max(plan.practice.minutes, MINUTES_A_STORY * len(slots))
        found.append(Session(on, f"Practise {listed(dict.fromkeys(s.name for s in slots))}", _what(slots), minutes))
    told = [slot for slot in plan.slots if slot.first is not None]
    if told and rehearsal > today:
        found.append(
            Session(rehearsal, "Rehearse the whole loop", _what(plan.slots), max(30, MINUTES_A_STORY * len(told) // 2))
        )
    found.append(Session(day, f"Interviews{' at ' + plan.company if plan.company else ''}", _what(plan.slots), None))
    return tuple(found)


def _day_of(plan: LoopPlan, today: date) -> date:
    if plan.on is None:
        raise InputError("E-PLN-060", "The loop has no date to practise up to.", "Write date = 2026-03-31 in its file.")
    day = date.fromisoformat(plan.on)
    if day < today:
        raise InputError("E-PLN-061", f"The loop was on {plan.on}; it is over.", "Set its date.")
    return day


def _between(today: date, rehearsal: date) -> Iterator[date]:
    """The days after today and before the rehearsal, no more than four weeks of them."""
    between = (rehearsal - today).days
    for number in range(max(1, between - 7 * WEEKS), between):
        yield today + timedelta(days=number)


def _weak_first(slots: Sequence[Slot]) -> list[Slot]:
    """What has no story first, then by points; the loop's order between equals."""
    return sorted(slots, key=lambda slot: slot.first.points if slot.first is not None else -1)


def _spread(slots: Sequence[Slot], free: Sequence[date], plan: LoopPlan) -> Iterator[tuple[date, Sequence[Slot]]]:
    """Sessions on free days as far apart as they can be, each with a few questions."""
    most = min(len(free), plan.practice.sessions)
    if not slots or not most:
        return
    fitting = max(1, plan.practice.minutes // MINUTES_A_STORY)
    rounds = [slot for _ in range(ROUNDS) for slot in slots] if most * fitting > len(slots) else list(slots)
    each = max(fitting, -(-len(slots) // most))
    parts = [rounds[start : start + each] for start in range(0, len(rounds), each)][:most]
    step = (len(free) - 1) / max(1, len(parts) - 1)
    for number, part in enumerate(parts):
        yield free[round(number * step)], list(dict.fromkeys(part))


def _what(slots: Sequence[Slot]) -> str:
    return "\n".join(_line(slot) for slot in slots)


def _line(slot: Slot) -> str:
    if slot.first is None:
        return f"{slot.interviewer}, {slot.name}: no story yet. {slot.uncovered}"
    backup = f" Backup: {quoted(slot.backup.title)}." if slot.backup else ""
    flag = f" Mind: {slot.first.flag}." if slot.first.flag else ""
    return f"{slot.interviewer}, {slot.name}: {quoted(slot.first.title)}, {slot.first.telling}.{flag}{backup}"
