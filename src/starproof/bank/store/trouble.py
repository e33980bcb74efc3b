"""What a database says when it fails, in our words: what happened, to what, and what to do."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy.exc import DBAPIError, OperationalError
from sqlalchemy.exc import TimeoutError as PoolTimeout

from starproof.errors import BankError

_FROM_SQLITE = {
    sqlite3.SQLITE_BUSY: "locked",
    sqlite3.SQLITE_LOCKED: "locked",
    sqlite3.SQLITE_READONLY: "read-only",
    sqlite3.SQLITE_PERM: "read-only",
    sqlite3.SQLITE_IOERR: "disk",
    sqlite3.SQLITE_CORRUPT: "damaged",
    sqlite3.SQLITE_FULL: "full",
    sqlite3.SQLITE_CANTOPEN: "unopened",
    sqlite3.SQLITE_NOTADB: "no-bank",
}
_FROM_POSTGRES = {
    "55P03": "locked",
    "40P01": "locked",
    "57014": "locked",
    "25006": "read-only",
    "53100": "full",
    "42501": "forbidden",
    "28P01": "forbidden",
    "28000": "forbidden",
    "3D000": "no-database",
    "XX001": "damaged",
    "XX002": "damaged",
}
_SAID = {
    "no-bank": (
        "E-BNK-001",
        "{where} is no bank of stories.",
        "Name another file, or bring a backup back with `starproof bank restore BACKUP`.",
    ),
    "damaged": (
        "E-BNK-002",
        "The bank {where} is damaged.",
        "Bring a backup back with `starproof bank restore BACKUP`; the damaged file is kept beside it.",
    ),
    "locked": (
        "E-BNK-004",
        "The bank {where} is in use: another program has been writing to it for too long.",
        "Nothing was changed. Try again, or end the other program.",
    ),
    "full": ("E-BNK-005", "The disk of the bank {where} is full.", "Nothing was changed. Make room and try again."),
    "disk": (
        "E-BNK-005",
        "The disk of the bank {where} would not read or write.",
        "Nothing was changed. Check its free space, limits and health, and try again.",
    ),
    "read-only": (
        "E-BNK-006",
        "The bank {where} cannot be changed: it is read-only.",
        "Make the file and its folder writable, or copy it by `starproof bank backup COPY.db` and say --bank COPY.db.",
    ),
    "unopened": (
        "E-BNK-007",
        "The bank {where} cannot be opened.",
        "Check that its folder exists and that you may read and write there.",
    ),
    "forbidden": ("E-BNK-007", "The server does not let you use the bank {where}.", "Check user, password and rights."),
    "no-database": ("E-BNK-007", "The server has no database for the bank {where}.", "Create it first."),
    "unreachable": ("E-BNK-007", "The server of the bank {where} does not answer.", "Check the URL, and that it runs."),
    "unkept": (
        "E-BNK-012",
        "What is looked for or kept in the bank {where} holds a character that no database keeps (half of a pair).",
        "Nothing was changed. Write it in UTF-8.",
    ),
    "failed": ("E-BNK-099", "The bank {where} failed: {reason}.", "`starproof bank status` says whether it is intact."),
}


def trouble(kind: str, where: str, *, reason: str = "") -> BankError:
    """The error of one kind about the bank at ``where``."""
    code, message, hint = _SAID[kind]
    return BankError(code, message.format(where=where, reason=reason), hint)


def from_sqlite(error: sqlite3.Error, where: str) -> BankError:
    """What SQLite said, in our words."""
    code = getattr(error, "sqlite_errorcode", None)
    if isinstance(error, UnicodeDecodeError) or code is None:
        return trouble("failed", where, reason=str(error))
    return trouble(_FROM_SQLITE.get(code & 0xFF, "failed"), where, reason=str(error))


def _from_server(error: DBAPIError, where: str) -> BankError:
    state = getattr(error.orig, "sqlstate", None)
    if state is None and isinstance(error, OperationalError):
        return trouble(_at_the_door(str(error.orig)), where)
    first = str(error.orig).partition("\n")[0]
    return trouble(_FROM_POSTGRES.get(state or "", "failed"), where, reason=first)


def _at_the_door(said: str) -> str:
    """Why a server let nobody in; its library hands over words alone."""
    if "does not exist" in said and "database" in said:
        return "no-database"
    return "forbidden" if "authentication" in said or "role" in said or "permission" in said else "unreachable"


@contextmanager
def told(where: str) -> Iterator[None]:
    """Turn a database's failures into errors of the bank.

    Raises:
        BankError: in place of whatever the database raised.
    """
    try:
        yield
    except DBAPIError as error:
        if isinstance(error.orig, sqlite3.Error):
            raise from_sqlite(error.orig, where) from error
        raise _from_server(error, where) from error
    except sqlite3.Error as error:
        raise from_sqlite(error, where) from error
    except UnicodeEncodeError as error:  # half of a pair, as in a name on the command line that is no UTF-8
        raise trouble("unkept", where) from error
    except PoolTimeout as error:
        raise trouble("locked", where) from error
