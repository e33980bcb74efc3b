"""Copies of an SQLite bank that are consistent while others write to it."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

from starproof.bank.store.connecting import Store, connect_file, create_file
from starproof.bank.store.trouble import told, trouble
from starproof.errors import BankError
from starproof.files import sync_folder


def copy_file(store: Store, target: Path) -> None:
    """Copy an SQLite bank to ``target``, whole or not at all; what was there is replaced.

    Raises:
        BankError: when the copy cannot be made, or is damaged because the bank is.
    """
    part = target.with_name(target.name + ".part")
    try:
        discard(part)
    except OSError as error:  # a read-only disk says so even of what is not there
        raise _unmade(target, error) from error
    create_file(part)
    try:
        with told(store.where):
            _copy(store, part)
        _check(store, part)  # before it takes the place of what was there, which may be the last good copy
        part.replace(target)
        sync_folder(target.parent)
    except OSError as error:
        raise _unmade(target, error) from error
    finally:
        discard(part)


def _unmade(target: Path, error: OSError) -> BankError:
    return BankError("E-BNK-007", f"The copy {str(target)!r} cannot be made: {error.strerror}.", "Check the folder.")


def _check(store: Store, part: Path) -> None:
    """A damaged bank makes a damaged copy, which is worse than none."""
    copy = connect_file(part, pooled=False)
    try:
        sound = intact(copy)
    finally:
        copy.close()
    if not sound:
        raise trouble("damaged", store.where)


def _copy(store: Store, part: Path) -> None:
    raw = store.engine.raw_connection()
    try:
        source = raw.driver_connection
        assert isinstance(source, sqlite3.Connection)
        with closing(sqlite3.connect(part)) as copy:
            source.backup(copy)
            copy.execute("PRAGMA journal_mode = DELETE")
    finally:
        raw.close()


def intact(store: Store) -> bool:
    """Whether the database finds nothing wrong with itself. Servers keep watch over theirs."""
    if store.path is None:
        return True
    with store.reading() as connection:
        found = [row[0] for row in connection.exec_driver_sql("PRAGMA integrity_check(1)")]
        return found == ["ok"] and not connection.exec_driver_sql("PRAGMA foreign_key_check").first()


def discard(path: Path) -> None:
    """Delete a copy with all that SQLite laid beside it."""
    for tail in ("", "-wal", "-shm", "-journal"):
        path.with_name(path.name + tail).unlink(missing_ok=True)
