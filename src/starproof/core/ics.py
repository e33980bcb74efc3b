"""Events as the text of an iCalendar file (RFC 5545). Moments come in as text: nothing here knows a clock.

Times are local and float: 19:00 is 19:00 wherever the owner is.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

_WIDTH = 75
"""Bytes of a line of a calendar file."""


@dataclass(frozen=True, slots=True)
class Event:
    """One event of a calendar."""

    uid: str
    """The same for the same event each time, so that a calendar that takes a file twice keeps one of each."""
    title: str
    what: str
    start: str
    """``2026-03-31T19:00:00``, or ``2026-03-31`` for a whole day."""
    end: str
    """As ``start``; of whole days the day after the last."""


def calendar_text(events: Iterable[Event], *, maker: str, stamp: str) -> str:
    """The file, with ``\\r\\n`` at the end of each line.

    Args:
        events: in the order in which they are to stand.
        maker: which part made it, such as ``loop plan``.
        stamp: the moment in UTC, as ``2026-03-31T09:30:00Z``.
    """
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", f"PRODID:-//starproof//{maker}//EN", "METHOD:PUBLISH"]
    for event in events:
        lines += _event(event, stamp)
    return "".join(f"{_folded(line)}\r\n" for line in (*lines, "END:VCALENDAR"))


def _event(event: Event, stamp: str) -> tuple[str, ...]:
    return (
        "BEGIN:VEVENT",
        f"UID:{event.uid}",
        f"DTSTAMP:{_packed(stamp)}",
        f"DTSTART{_when(event.start)}",
        f"DTEND{_when(event.end)}",
        f"SUMMARY:{_escaped(event.title)}",
        f"DESCRIPTION:{_escaped(event.what)}",
        "END:VEVENT",
    )


def _when(moment: str) -> str:
    return f":{_packed(moment)}" if "T" in moment else f";VALUE=DATE:{_packed(moment)}"


def _packed(moment: str) -> str:
    return moment.replace("-", "").replace(":", "")


def _escaped(text: str) -> str:
    """Text as RFC 5545, 3.3.11, has it; characters that it forbids become spaces."""
    plain = "".join(c if c == "\n" or c.isprintable() else " " for c in text)
    return plain.replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,").replace("\n", "\\n")


def _folded(line: str) -> str:
    """Lines of 75 bytes at the most, cut between characters, as RFC 5545, 3.1, has it."""
    out, room = [""], _WIDTH
    for character in line:
        size = len(character.encode("utf-8", errors="replace"))
        if size > room:
            out.append(" ")
            room = _WIDTH - 1
        out[-1] += character
        room -= size
    return "\r\n".join(out)
