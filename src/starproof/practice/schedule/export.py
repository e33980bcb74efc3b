"""An agenda as an iCalendar file. Ids hang on the day and the kind of session alone: a later file replaces them."""

from __future__ import annotations

import hashlib
from datetime import UTC, date, datetime, time, timedelta

from starproof.core.ics import Event, calendar_text
from starproof.moments import moment_of
from starproof.practice.schedule.agendas import Agenda, AgendaSession


def agenda_calendar(agenda: Agenda, *, now: str) -> str:
    """The file's text.

    Args:
        agenda: of :func:`agenda`.
        now: the moment in UTC.

    Raises:
        PracticeError: when the moment cannot be read.
    """
    stamp = moment_of(now).astimezone(UTC)
    return calendar_text(map(_event, agenda.sessions), maker="practice", stamp=f"{stamp:%Y-%m-%dT%H:%M:%SZ}")


def _event(session: AgendaSession) -> Event:
    start, end = _when(session)
    digest = hashlib.sha256(f"{session.kind}\n{session.on}".encode()).hexdigest()[:24]
    return Event(f"{digest}@practice.starproof", session.title, session.what, start, end)


def _when(session: AgendaSession) -> tuple[str, str]:
    day = date.fromisoformat(session.on)
    if session.start is None or session.minutes is None:
        return day.isoformat(), (day + timedelta(days=1)).isoformat()
    start = datetime.combine(day, time.fromisoformat(session.start))
    end = start + timedelta(minutes=session.minutes)
    return f"{start:%Y-%m-%dT%H:%M:%S}", f"{end:%Y-%m-%dT%H:%M:%S}"
