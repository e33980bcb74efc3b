"""Sessions day by day up to the loop: what is due on each, as much as fits, and what does not fit said so.

The days ahead are reckoned as if each card that is practised were rated good; the agenda is made anew from the log
whenever it is asked for, so that a worse rating moves what comes after it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, time, timedelta
from typing import Literal

from starproof.core.listing import listed
from starproof.core.practice import CardKey, CardKind
from starproof.errors import PracticeError
from starproof.moments import moment_of
from starproof.practice.schedule.days import counted, day_of, local_day, on_day, small, zone_of
from starproof.practice.schedule.deadline import LAST_DAYS, live
from starproof.practice.schedule.memory import rated
from starproof.practice.schedule.ordering import in_need
from starproof.practice.schedule.states import CardState

SessionKind = Literal["practice", "rehearsal", "loop"]
WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
AHEAD = 14
"""So many days are looked ahead where there is no loop."""
FARTHEST = 120
"""So many days before the loop its sessions begin at the soonest."""
NAMED = 3
"""So many stories are named in a title."""
_DO: dict[CardKind, str] = {"story": "Tell", "question": "Answer", "figure": "Defend"}


@dataclass(frozen=True, slots=True)
class AgendaSession:
    """One day's practice."""

    kind: SessionKind
    on: str
    """The local day."""
    start: str | None
    """Local time, ``HH:MM``; ``None`` for the whole day."""
    minutes: int | None
    title: str
    what: str
    """A line for each card."""
    cards: tuple[CardKey, ...]


@dataclass(frozen=True, slots=True)
class Unfitted:
    """A card of the loop for which there is no time, and what that means, in words."""

    key: CardKey
    title: str
    because: str


@dataclass(frozen=True, slots=True)
class Agenda:
    """Sessions in order, and what does not fit in them."""

    sessions: tuple[AgendaSession, ...]
    unfitted: tuple[Unfitted, ...]
    loop_on: str | None


def agenda(
    cards: Sequence[CardState],
    now: str,
    *,
    loop_on: str | None = None,
    zone: str = "UTC",
    minutes: int = 30,
    days: Sequence[str] = WEEKDAYS,
    start: str = "19:00",
) -> Agenda:
    """The sessions from now to the loop, or for two weeks where there is none.

    Args:
        cards: of :func:`cards`, with the same loop and zone. Before a loop those count that it is to tell.
        now: the moment in UTC; today is used when its session can still begin.
        loop_on: the day of the loop; a day that is over is none.
        zone: whose days count.
        minutes: how long a session lasts; a single card that takes longer has it to itself.
        days: on which its owner can practise, such as ``mon``.
        start: when a session begins, local time.

    Raises:
        PracticeError: when the moment, the day, the zone, the start or one of the days cannot be read.
    """
    if unknown := [day for day in days if day not in WEEKDAYS]:
        raise PracticeError("E-PRA-064", f"{unknown[0]!r} is no day of the week.", f"Use {', '.join(WEEKDAYS)}.")
    whose = zone_of(zone)
    local = moment_of(now).astimezone(whose)
    today = local_day(local, whose)
    loop = live(day_of(loop_on) if loop_on else None, today)
    first = today + timedelta(days=local.time() >= _time(start))
    ahead = [card for card in cards if card.known.planned or loop is None]
    sessions: list[AgendaSession] = []
    for on in _free(first, loop, days):
        chosen = _fitting(in_need(ahead, on, loop), minutes)
        if chosen:
            sessions.append(_practice(chosen, on, start))
            ahead = _practised(ahead, chosen, on)
    if loop is None:
        return Agenda(tuple(sessions), (), None)
    sessions += _ending(ahead, first, loop, start)
    return Agenda(tuple(sessions), tuple(_unfitted(ahead, first, loop, today)), loop.isoformat())


def _time(start: str) -> time:
    try:
        read = time.fromisoformat(start)
        if read.tzinfo is None:
            return read
    except ValueError:
        pass  # said below, in words that help
    raise PracticeError("E-PRA-063", f"{start!r} is no time of day.", "Write it as 19:00.")


def _free(first: date, loop: date | None, days: Sequence[str]) -> Iterator[date]:
    """The owner's days before the dress rehearsal, no more than the last 120 of them."""
    end = loop - timedelta(days=1) if loop else first + timedelta(days=AHEAD)
    between = (end - first).days
    for number in range(max(0, between - FARTHEST), between):
        day = first + timedelta(days=number)
        if WEEKDAYS[day.weekday()] in days:
            yield day


def _fitting(need: Sequence[CardState], minutes: int) -> list[CardState]:
    """As many as fit, in their order; a first one that is too long stands alone."""
    chosen: list[CardState] = []
    left = minutes
    for card in need:
        if card.minutes <= left or not chosen:
            chosen.append(card)
            left -= card.minutes
        if left <= 0:
            break
    return chosen


def _practised(ahead: Sequence[CardState], chosen: Sequence[CardState], on: date) -> list[CardState]:
    """The cards as they would stand after the session."""
    keys = {card.key for card in chosen}
    return [
        replace(card, memory=rated(card.memory, "good", on), count=card.count + 1) if card.key in keys else card
        for card in ahead
    ]


def _practice(chosen: Sequence[CardState], on: date, start: str) -> AgendaSession:
    what = "\n".join(_line(card) for card in chosen)
    total = sum(card.minutes for card in chosen)
    title, keys = f"Practise {_in_short(chosen)}", tuple(card.key for card in chosen)
    return AgendaSession("practice", on.isoformat(), start, total, title, what, keys)


def _in_short(chosen: Sequence[CardState]) -> str:
    """The stories by name, the rest in numbers."""
    stories = [_name(card) for card in chosen if card.key.kind == "story"]
    parts = stories if len(stories) <= NAMED else [*stories[: NAMED - 1], f"{small(len(stories) - NAMED + 1)} more"]
    for kind in ("figure", "question"):
        number = sum(card.key.kind == kind for card in chosen)
        parts += [counted(number, kind)] if number else []
    return listed(parts)


def _ending(ahead: Sequence[CardState], first: date, loop: date, start: str) -> Iterator[AgendaSession]:
    """The dress rehearsal on the day before, where there is still time for it, and the loop itself."""
    told = [card for card in ahead if card.key.kind == "story"]
    keys = tuple(card.key for card in told)
    what = "\n".join(f"Tell {_name(card)}." for card in told)
    eve = loop - timedelta(days=1)
    if told and eve >= first:
        total = sum(card.minutes for card in told)
        title = "Dress rehearsal: the whole loop, aloud and against the clock"
        yield AgendaSession("rehearsal", eve.isoformat(), start, total, title, what, keys)
    yield AgendaSession("loop", loop.isoformat(), None, None, "The loop", what, keys)


def _unfitted(ahead: Sequence[CardState], first: date, loop: date, today: date) -> Iterator[Unfitted]:
    """What was never practised in time, and what does not come up once more in the last days."""
    rehearsed = loop - timedelta(days=1) >= first
    when = f"before the loop {on_day(loop, today)}"
    for card in ahead:
        if card.memory is None:
            only = " but in the dress rehearsal" if rehearsed and card.key.kind == "story" else ""
            yield Unfitted(card.key, _title(card), f"no time is left for it {when}{only}, and it was never practised")
        elif card.memory.last < loop - timedelta(days=LAST_DAYS) and not (rehearsed and card.key.story):
            yield Unfitted(card.key, _title(card), f"no time is left for it in the last days {when}")


def _title(card: CardState) -> str:
    return card.known.title or card.key.figure or card.key.question or card.key.story or ""


def _name(card: CardState) -> str:
    return f"“{_title(card)}”"


def _line(card: CardState) -> str:
    again = "once more" if card.count else "for the first time"
    return f"{_DO[card.key.kind]} {_name(card)} {again}, {card.minutes} minutes."
