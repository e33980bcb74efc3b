"""The bank's practice sessions: how each was begun and every step since, none of them ever changed."""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass, field, fields, is_dataclass
from typing import Any

from sqlalchemy import Connection, RowMapping

from starproof.bank.checking import BROKEN, LONGEST_ID, refused
from starproof.bank.store import practising as store
from starproof.bank.store.connecting import Store
from starproof.bank.store.practising import Key, Practised, Whole
from starproof.core.practice import Setup, Step
from starproof.errors import BankError


@dataclass(frozen=True, slots=True)
class Practice:
    """The sessions of one bank. What a step means is for the session to say: here it is kept.

    Every method raises ``BankError`` when the database fails, or when a session that it names is not there.
    """

    store: Store
    read: dict[Key, Whole] = field(default_factory=dict)
    """The sessions as ``all`` last read them."""

    def begin(self, setup: Setup) -> None:
        """Keep how a session was begun; when this returns it survives a crash.

        Raises:
            BankError: when its id is taken, or it holds what cannot be kept.
        """
        _check(setup, setup.id)
        with self.store.writing() as connection:
            if store.find(connection, setup.id) is not None:
                what = f"The bank {self.store.where} has a practice session {setup.id!r} already."
                raise BankError("E-BNK-008", what, "Begin it with another id.")
            store.begin(connection, setup)

    def take(self, id_: str, *steps: Step, after: int, done: bool = False) -> int:
        """Keep further steps of a session, all or none; when this returns they survive a crash.

        Args:
            id_: the session's id.
            steps: at least one, in order.
            after: how many steps the session had where these were taken; another number in the bank refuses them.
            done: whether nothing is left to do in the session after them.

        Returns:
            How many steps the session has now.

        Raises:
            BankError: when the session has moved on since, or a step holds what cannot be kept.
        """
        for step in steps:
            _check(step, id_)
        with self.store.writing() as connection:
            session = self._find(connection, id_)
            if session["steps"] != after:
                raise _moved_on(id_, after, session["steps"])
            return store.take(connection, session, steps, done=done) if steps else after

    def open(self, id_: str) -> Whole:
        """How a session was begun, and all that happened in it."""
        with self.store.reading() as connection:
            session = self._find(connection, id_)
            return store.setup_of(session), store.steps_of(connection, session["number"])

    def list(self, *, unfinished: bool | None = None, limit: int | None = None) -> tuple[Practised, ...]:
        """Sessions in brief, the one begun last first; those whose row is damaged are left out.

        Args:
            unfinished: ``True`` takes those alone in which something is left to do, ``False`` the others.
            limit: how many at the most.
        """
        return self.listed(unfinished=unfinished, limit=limit)[0]

    def listed(
        self, *, unfinished: bool | None = None, limit: int | None = None
    ) -> tuple[tuple[Practised, ...], tuple[str, ...]]:
        """Sessions as ``list`` has them, and the ids of those that it leaves out."""
        with self.store.reading() as connection:
            return store.listed(connection, unfinished=unfinished, limit=limit)

    def all(self) -> tuple[Whole, ...]:
        """Every session with its steps, in the order begun: for logs and schedules, so without the transcripts."""
        with self.store.reading() as connection:
            return store.every(connection, self.read)

    def drop(self, id_: str) -> None:
        """Delete a session for good. Recordings of its answers are not in the bank; forget them first."""
        with self.store.writing() as connection:
            store.drop(connection, self._find(connection, id_)["number"])

    def _find(self, connection: Connection, id_: str) -> RowMapping:
        found = store.find(connection, id_)
        if found is None:
            what = f"There is no practice session {id_!r} in the bank {self.store.where}."
            raise BankError("E-BNK-009", what, "It may have been deleted. Begin another one.")
        return found


def _moved_on(id_: str, after: int, steps: int) -> BankError:
    return BankError(
        "E-BNK-010",
        f"The practice session {id_!r} has moved on: this step follows the first {after}, and {steps} were taken.",
        "It went on elsewhere, perhaps in another window. Nothing was changed; open it again.",
    )


def _check(value: Setup | Step, id_: str) -> None:
    """Refuse what the bank cannot keep, as of stories."""
    if not id_ or len(id_) > LONGEST_ID or not id_.isprintable():
        raise refused(f"{id_!r} is no id for a practice session.", f"Give 1 to {LONGEST_ID} printable characters.")
    for name, held in _members(value, ""):
        if isinstance(held, str) and BROKEN.search(held):
            what = f"The {name} in the practice session {id_!r} holds a character that no database keeps"
            raise refused(f"{what} (NUL or half of a pair).", "Remove it, and try again.")
        if isinstance(held, float) and not math.isfinite(held):
            raise refused(f"The {name} in the practice session {id_!r} is {held}.", "Give a number.")


def _members(value: Any, name: str) -> Iterator[tuple[str, Any]]:
    """Every text and number in a value, with the name of its field."""
    if isinstance(value, tuple):
        for one in value:
            yield from _members(one, name)
    elif is_dataclass(value):
        for one in fields(value):
            yield from _members(getattr(value, one.name), one.name)
    else:
        yield name, value
