"""Cards from the log of ratings. Nothing of a card is stored: the same log and bank give the same cards.

Ratings are taken in the order of their moments, whatever order they come in; of one moment, in the order of session,
assignment and grade. A rating from the future, as a wrong clock writes it, counts from its moment on and not before.
Ratings of stories and figures that the bank no longer has are passed over; a question in somebody's own words needs no
bank and stays.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, tzinfo

from starproof.core.practice import GRADES, CardKey, Rated
from starproof.moments import moment_of, written
from starproof.practice.schedule.days import day_of, local_day, start_of, zone_of
from starproof.practice.schedule.deadline import comes_back, fades, live
from starproof.practice.schedule.memory import Memory, rated, recall
from starproof.practice.schedule.states import CardState, Known, bare, name_of


@dataclass(slots=True)
class _Trail:
    """What the ratings of one card came to so far."""

    memory: Memory | None = None
    last: tuple[datetime, Rated] | None = None
    count: int = 0
    spoken: int = 0


def cards(
    ratings: Sequence[Rated],
    universe: Iterable[Known],
    *,
    now: str,
    loop_on: str | None = None,
    zone: str = "UTC",
) -> tuple[CardState, ...]:
    """Where every card stands.

    Args:
        ratings: the practice log, in any order.
        universe: the stories, questions and figures that there are; of two with one key the first counts.
        now: the moment in UTC.
        loop_on: the day of the loop, as ``2026-03-31``; ``None``, or a day that is over, for plain FSRS.
        zone: whose days count, as ``Europe/Berlin`` or ``+02:00``.

    Returns:
        One state for each card of the universe in its order, then questions that only the log knows.

    Raises:
        PracticeError: when a moment, the day or the zone cannot be read.
    """
    whose = zone_of(zone)
    moment = moment_of(now)
    today = local_day(moment, whose)
    loop = live(day_of(loop_on) if loop_on else None, today)
    trails = _trails(ratings, moment, whose)
    there = _there(universe, trails)
    return tuple(_state(known, trails.get(key, _Trail()), today, loop, whose) for key, known in there.items())


def in_order(ratings: Iterable[Rated], until: datetime) -> list[tuple[datetime, Rated]]:
    """The ratings up to a moment with their moments, in an order that does not hang on how they came."""
    read = ((moment_of(rating.at), rating) for rating in ratings)
    return sorted(
        (pair for pair in read if pair[0] <= until),
        key=lambda pair: (pair[0], pair[1].session, pair[1].assignment, GRADES.index(pair[1].grade), _rest(pair[1])),
    )


def _rest(rating: Rated) -> tuple[object, ...]:
    return (*name_of(rating.card), rating.mode, rating.seconds or 0.0, rating.spoken)


def _trails(ratings: Sequence[Rated], until: datetime, zone: tzinfo) -> dict[CardKey, _Trail]:
    trails: dict[CardKey, _Trail] = {}
    for moment, rating in in_order(ratings, until):
        trail = trails.setdefault(bare(rating.card), _Trail())
        trail.memory = rated(trail.memory, rating.grade, local_day(moment, zone))
        trail.last = moment, rating
        trail.count += 1
        trail.spoken += rating.spoken
    return trails


def _there(universe: Iterable[Known], trails: Mapping[CardKey, _Trail]) -> dict[CardKey, Known]:
    there: dict[CardKey, Known] = {}
    for known in universe:
        key = bare(known.key)
        there.setdefault(key, replace(known, key=key))
    own = (key for key in trails if key.kind == "question" and key not in there)
    for key in sorted(own, key=name_of):
        there[key] = Known(key, title=key.question or "", planned=False)
    return there


def _state(known: Known, trail: _Trail, today: date, loop: date | None, zone: tzinfo) -> CardState:
    memory = trail.memory
    if memory is None or trail.last is None:
        return CardState(known, 0, 0, None, None, None, None, None, None)
    back = comes_back(memory, loop=loop, planned=known.planned)
    moment, rating = trail.last
    return CardState(
        known=known,
        count=trail.count,
        spoken=trail.spoken,
        last=written(moment),
        grade=rating.grade,
        due=start_of(back, zone) if back else None,
        fades=start_of(fades(memory), zone),
        recall=recall(memory, today),
        memory=memory,
    )
