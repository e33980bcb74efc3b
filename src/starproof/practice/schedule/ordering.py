"""What to practise now, the most needed first, each with its reason in words."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from starproof.core.listing import listed
from starproof.core.practice import CardKind
from starproof.moments import moment_of
from starproof.practice.schedule.days import ago, day_of, local_day, on_day, zone_of
from starproof.practice.schedule.deadline import LAST_DAYS, comes_back, fades, live
from starproof.practice.schedule.memory import recall
from starproof.practice.schedule.states import CardState, Due, name_of

_DONE: dict[CardKind, str] = {"story": "told", "question": "answered", "figure": "defended"}
_NEW: dict[CardKind, str] = {
    "story": "no telling aloud yet",
    "question": "not answered yet",
    "figure": "not defended yet",
}
_KINDS: dict[CardKind, int] = {"story": 0, "figure": 1, "question": 2}
"""A story is told before its figures are defended, where nothing else decides."""


def due(
    cards: Sequence[CardState],
    now: str,
    *,
    loop_on: str | None = None,
    most: int | None = None,
    zone: str = "UTC",
) -> tuple[Due, ...]:
    """The cards to practise now.

    Before a loop, what it is to tell comes first, and of that what would be recalled worst on its day if it were left
    alone; in the last days questions and figures go before stories, which the dress rehearsal tells anyway. Without a
    loop what is fading comes first, the faintest in front, and new cards after it.

    Args:
        cards: of :func:`cards`, with the same loop and zone.
        now: the moment in UTC.
        loop_on: the day of the loop; ``None``, or a day that is over, for none.
        most: so many at the most; ``None`` for all.
        zone: whose days count.

    Raises:
        PracticeError: when the moment, the day or the zone cannot be read.
    """
    today = local_day(moment_of(now), zone_of(zone))
    loop = live(day_of(loop_on) if loop_on else None, today)
    found = in_need(cards, today, loop)[: None if most is None else max(0, most)]
    return tuple(Due(card, reason(card, today, loop)) for card in found)


def in_need(cards: Sequence[CardState], today: date, loop: date | None) -> list[CardState]:
    """The cards that are new or due on a day, the most needed first."""
    found = [card for card in cards if is_due(card, today, loop)]
    return sorted(found, key=lambda card: _place(card, today, loop))


def is_due(card: CardState, today: date, loop: date | None) -> bool:
    """Whether a card is new, or comes back on this day or did before."""
    if card.memory is None:
        return True
    back = comes_back(card.memory, loop=loop, planned=card.known.planned)
    return back is not None and back <= today


def _place(card: CardState, today: date, loop: date | None) -> tuple[object, ...]:
    known = card.known
    left = 0.0 if card.memory is None else recall(card.memory, loop or today)
    points = known.points if known.points is not None else 0
    between = -len(known.rests), points, card.key.story or "~", _KINDS[card.key.kind], name_of(card.key)
    if loop is None:
        return card.memory is None, left, between
    return not known.planned, _waits(card, today, loop), left, between


def _waits(card: CardState, today: date, loop: date) -> bool:
    """In the last days stories make room for what the dress rehearsal leaves out: it tells them all anyway."""
    return card.key.kind == "story" and 1 < (loop - today).days <= LAST_DAYS


def reason(card: CardState, today: date, loop: date | None) -> str:
    """Why a card comes now, in words."""
    kind = card.key.kind
    if card.memory is None:
        rests = f", and {_listed(card.known.rests)} {_rests(card.known.rests)} on it" if card.known.rests else ""
        return f"new: {_NEW[kind]}{rests}"
    last = card.memory.last
    if fades(card.memory) <= today:
        return f"due: you rated it {card.grade} {on_day(last, today)}"
    when = f"before the loop {on_day(loop, today)}" if loop else "ahead of its time"
    done = "practised" if kind == "story" and not card.spoken else _DONE[kind]
    return f"{when}: last {done} {ago(last, today)}"


def _rests(names: Sequence[str]) -> str:
    return "rests" if len(names) == 1 else "rest"


def _listed(names: Sequence[str]) -> str:
    """Two names and how many more."""
    if len(names) > 3:
        return f"{', '.join(names[:2])} and {len(names) - 2} more"
    return listed(names)
