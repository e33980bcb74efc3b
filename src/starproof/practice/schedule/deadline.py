"""The loop's day as a deadline: what must be recalled then rises as it nears, and nothing is put off past it."""

from __future__ import annotations

from datetime import date, timedelta
from functools import lru_cache

from starproof.practice.schedule.memory import RETENTION, Memory, recall

LAST_DAYS = 3
"""Each planned card comes up once more within so many days before the loop."""
RISE_DAYS = 21
"""From so many days before the loop on, more is asked of memory."""
ON_THE_DAY = 0.96
"""The chance of recall that is asked for on the day."""


def live(loop: date | None, today: date) -> date | None:
    """The loop's day, or ``None`` where there is none or it is over."""
    return loop if loop is not None and loop >= today else None


def wanted(day: date, loop: date) -> float:
    """The chance of recall that is asked for on a day before the loop."""
    left = min(RISE_DAYS, max(0, (loop - day).days))
    return ON_THE_DAY - (ON_THE_DAY - RETENTION) * left / RISE_DAYS


@lru_cache(maxsize=1 << 16)
def comes_back(memory: Memory, *, loop: date | None, planned: bool) -> date | None:
    """The local day on which a card comes back; ``None`` where it need not before the loop.

    The day before the loop is its dress rehearsal and the last day to practise.
    """
    plain = fades(memory)
    if loop is None:
        return plain
    eve = loop - timedelta(days=1)
    if memory.last >= eve:
        return None
    latest = min(eve, loop - timedelta(days=LAST_DAYS)) if planned else eve
    return min(plain, _slips(memory, loop, eve), latest if memory.last < latest else eve)


def fades(memory: Memory) -> date:
    """The day on which FSRS alone brings a card back."""
    return memory.last + timedelta(days=min(memory.interval, (date.max - memory.last).days))


def _slips(memory: Memory, loop: date, eve: date) -> date:
    """The first day on which the chance of recall is under what is asked for; one falls and the other only rises."""
    low, high = 1, (eve - memory.last).days
    while low < high:
        middle = (low + high) // 2
        day = memory.last + timedelta(days=middle)
        low, high = (low, middle) if recall(memory, day) < wanted(day, loop) else (middle + 1, high)
    return memory.last + timedelta(days=low)
