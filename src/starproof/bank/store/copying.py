"""Copies of an SQLite bank that are consistent while others write to it."""

from __future__ import annotations

import os
import sqlite3
from contextlib import closing
from pathlib import Path

from starproof.bank.store.connecting import Store, create_file
from starproof.bank.store.trouble import told
from starproof.errors import BankError


def copy_file(store: Store, target: Path) -> None:
    """Copy an SQLite bank to ``target``, whole or not at all; what was there is replaced.

    Raises:
        BankError: when the copy cannot be made, or is damaged because the bank is.
    """
    part = target.with_name(target.name + ".part")
    discard(part)
    create_file(part)
    try:
        with told(store.where):
            _copy(store, part)
        part.replace(target)
        sync_folder(target.parent)
    except OSError as error:
        raise BankError(
            "E-BNK-007", f"The copy {str(target)!r} cannot be made: {error.strerror}.", "Check the folder."
        ) from error
    finally:
        discard(part)


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


def sync_folder(folder: Path) -> None:
    """Make sure that a new name in a folder survives a power cut."""
    if os.name != "posix":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
