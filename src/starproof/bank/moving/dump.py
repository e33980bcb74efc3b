"""A whole bank as JSON Lines, the same for every database: a line that says what it is, then a line a row."""

from __future__ import annotations

import json
from base64 import b64decode, b64encode
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, LargeBinary, Table, select

from starproof.bank.migrations import NEWEST
from starproof.bank.store.codec import dumps
from starproof.bank.store.tables import metadata
from starproof.errors import BankError

FORMAT = "starproof.bank/1"
Row = dict[str, Any]


def tables() -> list[Table]:
    """All tables, those that others point at first."""
    return list(metadata.sorted_tables)


def rows(connection: Connection) -> Iterator[tuple[Table, Row]]:
    """Every row of a bank."""
    for table in tables():
        keys = list(table.primary_key.columns)
        for row in connection.execute(select(table).order_by(*keys)).mappings():
            yield table, dict(row)


def lines(connection: Connection) -> Iterator[str]:
    """A bank as lines; the last one says how many there were."""
    yield dumps({"format": FORMAT, "version": NEWEST})
    count = 0
    for count, (table, row) in enumerate(rows(connection), 1):  # noqa: B007 - the last one is wanted
        yield dumps([table.name, {name: _plain(value) for name, value in row.items()}])
    yield dumps({"rows": count})


def _plain(value: object) -> object:
    return b64encode(value).decode("ascii") if isinstance(value, bytes) else value


def version_of(path: Path) -> str:
    """The version of the bank that a dump was made of.

    Raises:
        BankError: when it is no dump, or from a later starproof.
    """
    with _lines(path) as found:
        return _version(path, json.loads(next(found, "null")))


def read_lines(path: Path, tables: Mapping[str, Table]) -> Iterator[tuple[Table, Row]]:
    """Every row of a dump, for these tables.

    Raises:
        BankError: when it is no dump, or not whole.
    """
    with _lines(path) as found:
        next(found, None)
        count, last = 0, None
        for line in found:
            last = json.loads(line)
            if isinstance(last, dict):
                break
            table = tables[last[0]]
            yield table, {column.name: _value(column, last[1][column.name]) for column in table.columns}
            count += 1
        if last != {"rows": count}:
            raise not_whole(path, "its end is missing")


@contextmanager
def _lines(path: Path) -> Iterator[Iterator[str]]:
    with path.open(encoding="utf-8", newline="\n") as file:
        try:
            yield iter(file)
        except (ValueError, TypeError, KeyError, IndexError) as error:
            raise not_whole(path, f"it holds a line that is none of a backup ({type(error).__name__})") from error


def _version(path: Path, head: Any) -> str:
    if not isinstance(head, dict) or head.get("format") != FORMAT:
        raise not_whole(path, "it is no backup of a bank")
    version = str(head["version"])
    if version > NEWEST:
        raise BankError(
            "E-BNK-003",
            f"The backup {str(path)!r} is from a later starproof: its version is {version}.",
            "Upgrade with: pip install --upgrade starproof",
        )
    return version


def _value(column: Any, value: Any) -> Any:
    return b64decode(value) if value is not None and isinstance(column.type, LargeBinary) else value


def not_whole(path: Path, why: str) -> BankError:
    """The error about a backup that cannot be brought back."""
    return BankError("E-BNK-013", f"{str(path)!r} cannot be brought back: {why}.", "The bank is as it was.")
