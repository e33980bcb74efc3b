"""Practice sessions in the tables: begun, taken step by step, read again, dropped."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from operator import itemgetter
from typing import Any, NamedTuple

from sqlalchemy import Connection, RowMapping, delete, func, insert, select, update

from starproof.bank.store.plain import from_json, to_json
from starproof.bank.store.tables import practice_sessions, practice_steps
from starproof.core.practice import Setup, Step
from starproof.core.speech import Transcript

_N, _P = practice_sessions.c, practice_steps.c
_BODY = (_P.session, _P.step)
_KEY = (_N.number, _N.id, _N.begun, _N.steps, _N.last)
_CHUNK = 500
Whole = tuple[Setup, tuple[Step, ...]]


class Key(NamedTuple):
    """What is another as soon as a session has another step; steps themselves never change."""

    number: int
    id: str
    begun: str
    steps: int
    last: str


@dataclass(frozen=True, slots=True)
class Practised:
    """A session in a list."""

    setup: Setup
    steps: int
    """How many were taken."""
    last: str
    """The moment of the last step; of none, when the session was begun."""
    done: bool
    """Whether nothing is left to do in it."""


def begin(connection: Connection, setup: Setup) -> None:
    """Write down how a session was begun; its id must be free."""
    number = 1 + (connection.execute(select(func.max(_N.number))).scalar() or 0)
    row = {"number": number, "id": setup.id, "begun": setup.at, "mode": setup.mode, "setup": to_json(setup)}
    connection.execute(insert(practice_sessions), [{**row, "steps": 0, "last": setup.at, "done": False}])


def find(connection: Connection, id_: str) -> RowMapping | None:
    """The row of a session, or ``None`` where there is none."""
    return connection.execute(select(practice_sessions).where(_N.id == id_)).mappings().first()


def take(connection: Connection, session: RowMapping, steps: Sequence[Step], *, done: bool) -> int:
    """Write further steps of a session down; return how many it has now."""
    rows = [_row(session["number"], number, step) for number, step in enumerate(steps, session["steps"] + 1)]
    connection.execute(insert(practice_steps), rows)
    count: int = session["steps"] + len(rows)
    values = {"steps": count, "last": steps[-1].at, "done": done}
    connection.execute(update(practice_sessions).where(_N.number == session["number"]).values(**values))
    return count


def _row(session: int, number: int, step: Step) -> dict[str, Any]:
    heard = step.transcript
    return {
        "session": session,
        "number": number,
        "at": step.at,
        "kind": step.kind,
        "step": to_json(replace(step, transcript=None)),
        "transcript": None if heard is None else to_json(heard),
    }


def setup_of(session: RowMapping) -> Setup:
    """How a session was begun."""
    return from_json(Setup, session["setup"])


def steps_of(connection: Connection, number: int) -> tuple[Step, ...]:
    """The steps of a session in order, with their transcripts."""
    wanted = select(*_BODY, _P.transcript).where(_P.session == number).order_by(_P.number)
    return tuple(_step(row["step"], row["transcript"]) for row in connection.execute(wanted).mappings())


def _step(kept: str, heard: str | None) -> Step:
    step = from_json(Step, kept)
    return step if heard is None else replace(step, transcript=from_json(Transcript, heard))


def listed(
    connection: Connection, *, unfinished: bool | None, limit: int | None
) -> tuple[tuple[Practised, ...], tuple[str, ...]]:
    """Sessions, the one begun last first, and apart from them the ids of those whose row is damaged."""
    wanted = select(practice_sessions).order_by(_N.number.desc()).limit(limit)
    if unfinished is not None:
        wanted = wanted.where(_N.done.is_(not unfinished))
    sound: list[Practised] = []
    damaged: list[str] = []
    for row in connection.execute(wanted).mappings():
        try:
            sound.append(Practised(setup_of(row), row["steps"], row["last"], row["done"]))
        except ValueError:
            damaged.append(row["id"])
    return tuple(sound), tuple(damaged)


def every(connection: Connection, known: dict[Key, Whole]) -> tuple[Whole, ...]:
    """Every session in the order begun, its steps without transcripts; what is ``known`` is not read again."""
    keys = [Key(*row) for row in connection.execute(select(*_KEY).order_by(_N.number))]
    there = {key: known[key] for key in keys if key in known}
    fresh = [key for key in keys if key not in there]
    for at in range(0, len(fresh), _CHUNK):
        there.update(_read(connection, fresh[at : at + _CHUNK]))
    known.clear()
    known.update(there)
    return tuple(there[key] for key in keys)


def _read(connection: Connection, keys: Sequence[Key]) -> Iterator[tuple[Key, Whole]]:
    numbers = [key.number for key in keys]
    rows = connection.execute(select(*_BODY).where(_P.session.in_(numbers)).order_by(_P.session, _P.number))
    steps = {number: tuple(from_json(Step, row[1]) for row in some) for number, some in groupby(rows, itemgetter(0))}
    setups = {row[0]: row[1] for row in connection.execute(select(_N.number, _N.setup).where(_N.number.in_(numbers)))}
    for key in keys:
        yield key, (from_json(Setup, setups[key.number]), steps.get(key.number, ()))


def drop(connection: Connection, number: int) -> None:
    """Delete a session with its steps."""
    connection.execute(delete(practice_steps).where(_P.session == number))
    connection.execute(delete(practice_sessions).where(_N.number == number))
