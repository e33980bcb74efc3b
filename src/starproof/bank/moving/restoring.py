"""Bringing a backup back: it is read through first, the bank as it is stays beside, and the change is one step.

The rows go in under the bank's own lock and in one transaction, so another program that has the bank open sees the
old one or the new one, and what it wrote last is in the copy that stays.
"""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import groupby, islice
from pathlib import Path

from sqlalchemy import Connection, MetaData, Table, delete, func, insert, select, text, update

from starproof.bank.moving.backing import LINES
from starproof.bank.moving.dump import Row, lines, not_whole, read_lines, rows, tables, version_of
from starproof.bank.store.changing import index_all
from starproof.bank.store.connecting import Store, connect_file, create_file, is_there
from starproof.bank.store.copying import copy_file, intact
from starproof.bank.store.tables import bank, metadata, stories
from starproof.bank.upgrading import STEPS, Steps, upgrade
from starproof.errors import BankError

_CHUNK = 500
_BEYOND_REPAIR = ("E-BNK-001", "E-BNK-002")
_SPOILT = (*_BEYOND_REPAIR, "E-BNK-012")


@dataclass(frozen=True, slots=True)
class Restored:
    """What came of it."""

    stories: int
    beside: Path | None
    """Where the bank that was there before stays; ``None`` where there was none."""


def restore(
    target: Path | None, source: Path, *, connect: Callable[[], Store], made: str, kept_in: Path, steps: Steps = STEPS
) -> Restored:
    """Put a backup in the place of a bank.

    Args:
        target: the file of the bank, which may be damaged or missing; ``None`` of a bank on a server.
        source: the backup.
        connect: opens the bank's database, making it where there is none.
        made: the moment; names the copy of the bank as it was.
        kept_in: the folder for that copy where the bank is on a server.
        steps: the steps to the newest version.

    Raises:
        BankError: when the backup is damaged, none, or from a later starproof; then the bank is as it was.
    """
    stamp = made.replace(":", "").replace("-", "")
    with tempfile.TemporaryDirectory(prefix="starproof-restore-") as folder:
        good = _verified(source, Path(folder), made=made, steps=steps)
        try:
            aside = _put_aside_if_broken(target, stamp) if target else None
            store = connect()
            try:
                existed = upgrade(store, made=made, steps=steps) is not None
                beside = _beside(store, kept_in, stamp) if existed else None
                return Restored(_replace(store, good, beside), beside or aside)
            finally:
                store.close()
        finally:
            good.close()


def _verified(source: Path, folder: Path, *, made: str, steps: Steps) -> Store:
    """The backup as a bank of the newest version, found intact."""
    copy = folder / "bank.db"
    try:
        if source.suffix in LINES:
            create_file(copy)
            return _from_lines(source, copy, made=made, steps=steps)
        given = connect_file(source, pooled=False)
        try:
            copy_file(given, copy)
        finally:
            given.close()
        return _checked(source, copy, made=made, steps=steps)
    except OSError as error:
        raise not_whole(source, error.strerror or str(error)) from error
    except BankError as error:
        if error.code in _SPOILT:
            raise not_whole(source, "it is damaged, or no backup of a bank") from error
        message = error.message.replace(repr(str(copy)), repr(str(source)))
        raise BankError(error.code, message, error.hint) from error


def _checked(source: Path, copy: Path, *, made: str, steps: Steps) -> Store:
    store = connect_file(copy)
    try:
        if upgrade(store, made=made, steps=steps) is None or not intact(store):
            raise not_whole(source, "it is damaged, or no backup of a bank")
    except BaseException:
        store.close()
        raise
    return store


def _from_lines(source: Path, copy: Path, *, made: str, steps: Steps) -> Store:
    """A bank of the version that the lines were written by, filled with them and brought forward."""
    store = connect_file(copy)
    try:
        upgrade(store, made=made, steps=replace(steps, newest=version_of(source)))
        with store.writing() as connection:
            then = MetaData()
            then.reflect(connection, only=lambda name, _: name in metadata.tables)
            _fill(connection, read_lines(source, then.tables))
        upgrade(store, made=made, steps=steps)
        with store.writing() as connection:
            index_all(connection)
    except BaseException:
        store.close()
        raise
    return store


def _put_aside_if_broken(path: Path, stamp: str) -> Path | None:
    """Rename a file that is no bank any more; it and what SQLite laid beside it stay."""
    if not is_there(path):
        return None
    try:
        store = connect_file(path, pooled=False)
        try:
            if intact(store):
                return None
        finally:
            store.close()
    except BankError as error:
        if error.code not in _BEYOND_REPAIR:
            raise
    aside = path.with_name(f"{path.name}.damaged-{stamp}")
    for tail in ("", "-wal", "-shm"):
        part = path.with_name(path.name + tail)
        if part.exists():
            part.replace(aside.with_name(aside.name + tail))
    return aside


def _beside(store: Store, kept_in: Path, stamp: str) -> Path:
    if store.path is None:
        return kept_in / f"bank-before-{stamp}.jsonl"
    return store.path.with_name(f"{store.path.name}.before-{stamp}")


def _replace(store: Store, good: Store, beside: Path | None) -> int:
    with good.reading() as source, store.writing() as connection:
        if beside is not None:
            _keep(connection, store, beside)
        before = connection.execute(select(bank.c.reviewed)).scalar() or 0
        connection.execute(text("DELETE FROM story_words"))
        for table in reversed(tables()):
            connection.execute(delete(table))
        _fill(connection, rows(source))
        index_all(connection)
        # Whoever has read the bank must not take the new one for the old.
        connection.execute(update(bank).values(reviewed=bank.c.reviewed + before + 1))
        return connection.execute(select(func.count()).select_from(stories)).scalar_one()


def _keep(connection: Connection, store: Store, beside: Path) -> None:
    """Copy the bank as it is, while nobody else can change it."""
    if store.path is not None:
        copy_file(store, beside)
        return
    create_file(beside)
    with beside.open("w", encoding="utf-8", newline="\n") as file:
        file.writelines(line + "\n" for line in lines(connection))


def _fill(connection: Connection, found: Iterable[tuple[Table, Row]]) -> None:
    """Put rows into empty tables."""
    connection.execute(delete(bank))
    for table, group in groupby(found, key=lambda pair: pair[0]):
        for chunk in _chunks(row for _, row in group):
            connection.execute(insert(table), chunk)


def _chunks(found: Iterable[Row]) -> Iterator[list[Row]]:
    rest = iter(found)
    while chunk := list(islice(rest, _CHUNK)):
        yield chunk
