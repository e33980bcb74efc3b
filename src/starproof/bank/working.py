"""What the methods of the bank share: one change with its checks, and finding stories by id."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass, field, replace
from typing import Any

from sqlalchemy import Connection

from starproof.bank.checking import check_fields
from starproof.bank.ids import new_id, not_found
from starproof.bank.migrations import NEWEST
from starproof.bank.records import Changed, Entry, Judge, Kind, Refreshed, Status
from starproof.bank.refreshing import refresh
from starproof.bank.store import codec, judging, reading
from starproof.bank.store.changing import Change, changing, edit, story_row
from starproof.bank.store.connecting import Store
from starproof.bank.store.copying import intact
from starproof.bank.store.practising import Key, Whole
from starproof.bank.store.trouble import trouble
from starproof.core.bank import Banked, Draft
from starproof.errors import BankError

Wanted = Mapping[str, Any] | Callable[[Entry], Mapping[str, Any]]
"""Fields to change, or how to work them out from the story as it is when nobody else can change it."""


@dataclass(frozen=True, slots=True)
class Working:
    """A database, the moment, somebody who changes it, and who reviews."""

    store: Store
    now: Callable[[], str]
    who: str
    judge: Judge | None
    read: dict[tuple[object, ...], tuple[Banked, ...]] = field(default_factory=dict)
    """The stories as they were last read, by what they would be read by."""
    practised: dict[Key, Whole] = field(default_factory=dict)
    """The practice sessions as they were last read."""

    @property
    def fingerprint(self) -> str:
        """Of who reviews; nobody's is empty."""
        return "" if self.judge is None else self.judge.fingerprint

    @property
    def where(self) -> str:
        """The path, or the URL without its password."""
        return self.store.where[1:-1]

    def status(self) -> Status:
        """The bank in figures, and whether it is intact."""
        with self.store.reading() as connection:
            figures = reading.count(connection, self.fingerprint)
            size = self.store.size(connection)
        sound = intact(self.store)
        return Status(self.where, self.store.database, NEWEST, NEWEST, bytes=size, sound=sound, **figures)

    def changing(self) -> AbstractContextManager[Change]:
        """A change by this somebody, now."""
        return changing(self.store, at=self.now(), by=self.who, fingerprint=self.fingerprint)

    def number(self, connection: Connection, id_: str) -> int:
        """The number of a story.

        Raises:
            BankError: when it is not there; the hint names those that come close.
        """
        found = reading.number_of(connection, id_)
        if found is None:
            raise not_found(id_, reading.ids(connection), self.store.where)
        return found

    def entry(self, connection: Connection, number: int) -> Entry:
        """A story by its number."""
        return reading.entries(connection, self.fingerprint, numbers=[number])[0]

    def edit(self, id_: str, kind: Kind, wanted: Wanted, expected: int | None) -> Entry:
        """Change fields of a story, if it still has the revision expected."""
        with self.changing() as change:
            return self.edit_in(change, id_, kind, wanted, expected)

    def edit_all(self, ids: Sequence[str], kind: Kind, wanted: Wanted) -> Changed:
        """Change fields of stories, all or none, as one change."""
        with self.changing() as change:
            return changed(change, [self.edit_in(change, id_, kind, wanted) for id_ in dict.fromkeys(ids)])

    def edit_in(self, change: Change, id_: str, kind: Kind, wanted: Wanted, expected: int | None = None) -> Entry:
        """The same as a part of a larger change."""
        number = self.number(change.connection, id_)
        entry = self.entry(change.connection, number)
        if expected is not None and entry.revision != expected:
            raise moved_on(entry, expected)
        fields = wanted(entry) if callable(wanted) else wanted
        check_fields(fields, id_)
        columns = {name: codec.column(name, value) for name, value in fields.items()}
        edit(change, story_row(change.connection, number), kind, columns)
        return self.entry(change.connection, number)

    def turn(self, how: Callable[[Change, int | None], list[int]], id_: str | None, otherwise: str) -> list[Entry]:
        """Undo or redo; ``otherwise`` says what is wrong where there is nothing to do.

        Raises:
            BankError: where there is nothing, or something else was changed since.
        """
        with self.changing() as change:
            number = None if id_ is None else self.number(change.connection, id_)
            numbers = how(change, number)
            if not numbers:
                where = f" for {id_!r}." if id_ else f" in the bank {self.store.where}."
                raise BankError("E-BNK-011", otherwise + where, "`starproof story history` shows what was changed.")
            return reading.entries(change.connection, self.fingerprint, numbers=numbers)

    def review(self, numbers: Sequence[int], progress: Callable[[int, int], None] | None = None) -> Refreshed:
        """Review these stories and write the reviews down."""
        if self.judge is None or not numbers:
            return Refreshed(0, ())
        if not self.store.writable:  # said before stories are read for minutes whose reviews nobody can keep
            raise trouble("read-only", self.store.where)
        return refresh(self.store, self.judge, numbers, now=self.now, progress=progress)

    def banked(self, *, archived: bool, sketches: bool) -> tuple[Banked, ...]:
        """The stories as matching sees them; read again only when anything has changed.

        Raises:
            BankError: when nobody here can review those that have no review yet.
        """
        if self.judge is None:
            raise BankError("E-BNK-016", f"The bank {self.store.where} has no judge.", "Open it with one.")
        how = (archived, sketches, self.fingerprint)
        with self.store.reading() as connection:
            known = self.read.get((*how, reading.stamp(connection)))
        if known is not None:
            return known
        self.review(self.unreviewed())
        with self.store.reading() as connection:
            found = reading.banked(connection, self.fingerprint, archived=archived, sketches=sketches)
            now = (*how, reading.stamp(connection))
        for old in [key for key in self.read if key[:3] == how]:
            self.read.pop(old, None)
        self.read[now] = found
        return found

    def unreviewed(self, only: Sequence[str] | None = None) -> list[int]:
        """The stories, or those of these ids, that have no review by the engine of today."""
        if self.judge is None:
            return []
        with self.store.reading() as connection:
            return judging.unreviewed(connection, self.fingerprint, only=only)


def changed(change: Change, entries: Sequence[Entry]) -> Changed:
    """What a change left, told before it ends."""
    return Changed(tuple(entries), change.batch if change.events else None)


def tagging(add: Sequence[str], remove: Sequence[str]) -> Callable[[Entry], Mapping[str, Any]]:
    """Tags added and removed, for a change of a story."""

    def tags(entry: Entry) -> Mapping[str, Any]:
        return {"tags": tuple(dict.fromkeys(t for t in (*entry.draft.tags, *add) if t not in remove))}

    return tags


def named(drafts: Sequence[Draft], ids: Sequence[str], where: str) -> Iterator[Draft]:
    """Drafts with ids that are free.

    Raises:
        BankError: when one has an id that is taken.
    """
    taken = {*ids, *(draft.id for draft in drafts if draft.id is not None)}
    used = set(ids)
    for draft in drafts:
        if draft.id is not None and draft.id in used:
            raise BankError(
                "E-BNK-008",
                f"The bank {where} has a story {draft.id!r} already.",
                f"Change it with `starproof story edit {draft.id}`, or give the new one another id.",
            )
        id_ = draft.id if draft.id is not None else new_id(draft, taken.__contains__)
        taken.add(id_)
        used.add(id_)
        yield replace(draft, id=id_)


def moved_on(entry: Entry, expected: int) -> BankError:
    """The error about a change that was made from a revision that no longer counts."""
    return BankError(
        "E-BNK-010",
        f"{entry.id!r} has moved on: the change was made from revision {expected}, the bank is at {entry.revision}.",
        f"Nothing was changed. `starproof story history {entry.id}` shows what happened; make the change again.",
    )
