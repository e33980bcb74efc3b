"""Connections: SQLite so that what was acknowledged survives a kill, PostgreSQL by URL; one writer at a time."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

from sqlalchemy import URL, Connection, Engine, create_engine, event, make_url, select, text
from sqlalchemy.exc import ArgumentError
from sqlalchemy.pool import NullPool, QueuePool

from starproof.bank.store import tables
from starproof.bank.store.trouble import told, trouble
from starproof.errors import BankError, MissingExtra

APPLICATION = 0x53545250
"""Marks an SQLite file as a bank (``STRP``)."""
PATIENCE = 5.0
"""Seconds for which a writer waits for another."""
_MAGIC = b"SQLite format 3\x00"


@dataclass(frozen=True, slots=True)
class Store:
    """A database with what is needed to talk of it."""

    engine: Engine
    where: str
    """Its path or its URL without the password, quoted, for messages."""
    path: Path | None
    """The file, of SQLite alone."""
    writable: bool = True

    @property
    def database(self) -> Literal["sqlite", "postgresql"]:
        """Which sort of database it is."""
        return "sqlite" if self.path is not None else "postgresql"

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """A connection that sees one moment of the bank throughout.

        Raises:
            BankError: when the database fails.
        """
        with told(self.where), self.engine.connect() as connection:
            if self.path is None:
                connection.execute(text("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY"))
            yield connection

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """A connection that alone may write; all or nothing of it is kept.

        Raises:
            BankError: when the database fails, or another program writes for too long.
        """
        with self._alone() as connection:
            if self.path is None:
                connection.execute(select(tables.bank.c.changes).with_for_update())
            yield connection

    @contextmanager
    def upgrading(self) -> Iterator[Connection]:
        """The same for a database that may hold no bank yet.

        Raises:
            BankError: as ``writing``.
        """
        with self._alone() as connection:
            if self.path is None:
                connection.execute(text(f"SELECT pg_advisory_xact_lock({APPLICATION})"))
            yield connection

    @contextmanager
    def _alone(self) -> Iterator[Connection]:
        if not self.writable:
            raise trouble("read-only", self.where)
        with told(self.where), self.engine.connect() as plain:
            connection = plain.execution_options(begin="BEGIN IMMEDIATE")
            with connection.begin():
                if self.path is None:
                    connection.execute(text(f"SET LOCAL lock_timeout = '{int(PATIENCE * 1000)}ms'"))
                yield connection

    def size(self, connection: Connection) -> int:
        """Bytes on the disk."""
        if self.path is not None:
            beside = (self.path, self.path.with_name(self.path.name + "-wal"))
            return sum(file.stat().st_size for file in beside if file.exists())
        return int(connection.execute(text("SELECT pg_database_size(current_database())")).scalar_one())

    def close(self) -> None:
        """Let go of all connections."""
        self.engine.dispose()


def is_url(target: str) -> bool:
    """Whether this names a database on a server rather than a file."""
    return target.partition("://")[0].partition("+")[0] in ("postgresql", "postgres") and "://" in target


def connect_server(target: str) -> Store:
    """PostgreSQL by URL.

    Raises:
        BankError: when the URL makes no sense.
        MissingExtra: when its driver is not installed.
    """
    try:
        url = make_url(target).set(drivername="postgresql+psycopg")
    except (ArgumentError, ValueError) as error:
        raise BankError(
            "E-BNK-007", "The bank's URL makes no sense.", "Write postgresql://USER:PASSWORD@HOST:PORT/DATABASE."
        ) from error
    return Store(_server_engine(url), repr(url.render_as_string(hide_password=True)), None)


def _server_engine(url: URL) -> Engine:
    try:
        return create_engine(url, pool_pre_ping=True, connect_args={"connect_timeout": 5})
    except ImportError as error:
        raise MissingExtra(
            "E-EXT-001",
            "A bank on PostgreSQL needs a driver that is not installed.",
            "Install it with: pip install 'starproof[postgres]'",
        ) from error


def connect_file(path: Path, *, pooled: bool = True) -> Store:
    """SQLite in a file, which must exist.

    Raises:
        BankError: when the file is no bank or cannot be opened.
    """
    where = repr(str(path))
    _look_at(path, where)
    writable = os.access(path, os.W_OK) and os.access(path.parent, os.W_OK)

    def connect() -> sqlite3.Connection:
        return _connect(path, writable=writable)

    pool: dict[str, Any] = {"poolclass": QueuePool, "pool_timeout": PATIENCE} if pooled else {"poolclass": NullPool}
    engine = create_engine("sqlite://", creator=connect, **pool)
    event.listen(engine, "begin", _begin)
    return Store(engine, where, path, writable)


def _begin(connection: Connection) -> None:
    connection.exec_driver_sql(str(connection.get_execution_options().get("begin", "BEGIN")))


def _connect(path: Path, *, writable: bool) -> sqlite3.Connection:
    connection = sqlite3.connect(
        f"{path.absolute().as_uri()}?{_mode(path, writable=writable)}",
        uri=True,
        timeout=PATIENCE,
        isolation_level=None,
        check_same_thread=False,
    )
    connection.execute("PRAGMA foreign_keys = ON")
    if writable:
        connection.execute("PRAGMA synchronous = FULL")
        connection.execute("PRAGMA secure_delete = ON")  # what is dropped must not stay in the file
        if connection.execute("PRAGMA journal_mode").fetchone()[0] != "wal":
            connection.execute("PRAGMA journal_mode = WAL")
    return connection


def _mode(path: Path, *, writable: bool) -> str:
    """Read-only where nothing may be written; then without the files beside it that SQLite would make."""
    if writable:
        return "mode=rw"
    log = path.with_name(path.name + "-wal")
    return "mode=ro" if log.exists() and log.stat().st_size else "mode=ro&immutable=1"


def _look_at(path: Path, where: str) -> None:
    """Refuse what is no SQLite file before SQLite has a chance to touch it."""
    try:
        with path.open("rb") as file:
            head = file.read(16)
    except IsADirectoryError:
        raise trouble("no-bank", where) from None
    except OSError as error:
        raise _unopened(where, error) from error
    if head != _MAGIC and head != b"":
        raise trouble("no-bank", where)


def is_there(path: Path) -> bool:
    """Whether there is a file for a bank.

    Raises:
        BankError: when the system does not say, as where the folder may not be entered.
    """
    try:
        return path.exists()
    except OSError as error:
        raise _unopened(repr(str(path)), error) from error


def _unopened(where: str, error: OSError) -> BankError:
    reason = error.strerror or str(error)
    return BankError(
        "E-BNK-007", f"The bank {where} cannot be opened: {reason}.", "Check the path and its permissions."
    )


def create_file(path: Path) -> None:
    """An empty file that only its owner may read, in a folder of the same kind where there is none yet.

    Raises:
        BankError: when it cannot be made.
    """
    try:
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        os.close(os.open(path, os.O_CREAT | os.O_RDWR, 0o600))
    except OSError as error:
        reason = error.strerror or str(error)
        raise BankError(
            "E-BNK-007",
            f"The bank {str(path)!r} cannot be made: {reason}.",
            "Check the folder and its permissions, or name another with --bank or STARPROOF_HOME.",
        ) from error
