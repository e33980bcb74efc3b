"""What comes back when, worked out anew only when a story, the loop, the log or the day has changed."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from functools import lru_cache

from starproof.api.practising import Planned, Studio
from starproof.core.bank import Banked
from starproof.core.keeping import Very
from starproof.core.planning import Practice
from starproof.core.practice import CardKey, Rated
from starproof.moments import moment_of
from starproof.practice.schedule import Agenda, CardState, Due
from starproof.practice.schedule.days import zone_of
from starproof.practice.schedule.states import bare
from starproof.web.desk import Desk

_KEPT = 2
Stories = Very[tuple[Banked, ...]]
Key = tuple[Very[Studio], Stories, Very[Planned | None], tuple[Rated, ...], str]
"""The studio, its stories, the loop with its plan, the log, and the day."""


def due(desk: Desk) -> tuple[Due, ...]:
    """What to practise now, the most needed first."""
    return _due(_key(desk.studio))


def card(desk: Desk, key: CardKey) -> CardState | None:
    """Where one card stands, where there is one."""
    return _cards(_key(desk.studio)).get(bare(key))


def agenda(desk: Desk) -> Agenda:
    """The sessions to come; today's among them while it can still begin."""
    planned = desk.studio.planned()
    start = (planned.loop.practice if planned else Practice()).start
    return _agenda(_key(desk.studio), f"{_local(desk.studio):%H:%M}" >= start)


def _key(studio: Studio) -> Key:
    day = _local(studio).date().isoformat()
    return Very(studio), Very(studio.bank.banked()), Very(studio.planned()), studio.ratings(), day


def _local(studio: Studio) -> datetime:
    return moment_of(studio.now()).astimezone(zone_of(studio.zone))


@lru_cache(maxsize=_KEPT)
def _due(key: Key) -> tuple[Due, ...]:
    return key[0].thing.due()


@lru_cache(maxsize=_KEPT)
def _cards(key: Key) -> Mapping[CardKey, CardState]:
    return {bare(one.key): one for one in key[0].thing.cards()}


@lru_cache(maxsize=_KEPT)
def _agenda(key: Key, begun: bool) -> Agenda:
    return key[0].thing.agenda()
