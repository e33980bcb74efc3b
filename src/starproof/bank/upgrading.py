"""From the version of a bank to the newest: on a copy first, then on the bank itself in one transaction.

A database swapped for its migrated copy would lose what another program, which has the old file open, writes after the
swap. So the copy is where the steps are tried; the bank itself takes them under its own lock, all or none, and its
copy from before stays beside it.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import Connection, func, inspect, select, text

from starproof.bank.migrations import NEWEST
from starproof.bank.store import tables
from starproof.bank.store.connecting import APPLICATION, Store, connect_file
from starproof.bank.store.copying import copy_file, discard, intact
from starproof.bank.store.trouble import trouble
from starproof.errors import BankError

ALEMBIC = "alembic_version"
_LASTING = (tables.stories, tables.revisions, tables.events, tables.practice_sessions, tables.practice_steps)


@dataclass(frozen=True, slots=True)
class Steps:
    """Where the steps lie, and the version that they end at."""

    folder: Path = Path(__file__).parent / "migrations"
    newest: str = NEWEST


STEPS = Steps()


def version(connection: Connection, store: Store) -> str | None:
    """The version of a bank; ``None`` of a database in which there is nothing at all yet.

    Raises:
        BankError: when the database holds something, but no bank.
    """
    names = set(inspect(connection).get_table_names())
    if not names:
        return None
    marked = store.path is None or connection.exec_driver_sql("PRAGMA application_id").scalar() == APPLICATION
    if not marked or not {ALEMBIC, "bank", "stories"} <= names:
        raise trouble("no-bank", store.where)
    return str(connection.execute(text(f"SELECT version_num FROM {ALEMBIC}")).scalar_one())


def upgrade(store: Store, *, made: str, steps: Steps = STEPS) -> str | None:
    """Bring a bank to the newest version, or make it; return the version that it had, ``None`` of a new one.

    Args:
        store: the database.
        made: the moment, for a new bank.
        steps: the steps to take.

    Raises:
        BankError: when it is no bank, from a later starproof, or the steps fail; then it is as it was.
    """
    with store.reading() as connection:
        old = version(connection, store)
    _refuse_later(old, store, steps)
    if old is not None and old != steps.newest:
        _rehearse(store, old, steps)
    if old != steps.newest:
        _apply(store, steps, made=made)
    return old


def _refuse_later(old: str | None, store: Store, steps: Steps) -> None:
    if old is not None and old > steps.newest:
        raise BankError(
            "E-BNK-003",
            f"The bank {store.where} is from a later starproof: its version is {old}, this one reads {steps.newest}.",
            "Upgrade with: pip install --upgrade starproof",
        )


def _rehearse(store: Store, old: str, steps: Steps) -> None:
    """Try the steps on a copy; keep another copy beside the bank. A server's own transaction is rehearsal enough."""
    if store.path is None:
        return
    if not store.writable:
        raise trouble("read-only", store.where)
    keep = before(store.path, steps)
    copy_file(store, keep)
    trial = store.path.with_name(store.path.name + ".trial")
    discard(trial)  # what a killed upgrade left, its log above all
    copy_file(store, trial)
    try:
        _try(trial, old, store, steps)
    finally:
        discard(trial)


def before(path: Path, steps: Steps = STEPS) -> Path:
    """Where the copy from before an upgrade stays."""
    return path.with_name(f"{path.name}.before-{steps.newest}")


def _try(trial: Path, old: str, store: Store, steps: Steps) -> None:
    copy = connect_file(trial, pooled=False)
    try:
        counted = _count(copy)
        _apply(copy, steps, made="")
        if not intact(copy) or not counted.items() <= _count(copy).items():
            raise ValueError("the copy came out wrong")
    except Exception as error:
        raise BankError(
            "E-BNK-014",
            f"The bank {store.where} cannot be brought from version {old} to {steps.newest}: {error}.",
            "It is as it was. Its copy stays beside it; please report this.",
        ) from error
    finally:
        copy.close()


def _count(store: Store) -> dict[str, int]:
    """Rows of the tables of which nothing may be lost, as far as this version has them."""
    with store.reading() as connection:
        there = set(inspect(connection).get_table_names())
        return {
            table.name: connection.execute(select(func.count()).select_from(table)).scalar_one()
            for table in _LASTING
            if table.name in there
        }


def _apply(store: Store, steps: Steps, *, made: str) -> None:
    """Take the steps under the lock, unless another program has just done so."""
    with store.upgrading() as connection:
        old = version(connection, store)
        if old == steps.newest:
            return
        _take(connection, steps)
        if old is None:
            connection.execute(tables.bank.insert().values(id=1, made=made, changes=0, reviewed=0))
            if store.path is not None:
                connection.exec_driver_sql(f"PRAGMA application_id = {APPLICATION}")


def _take(connection: Connection, steps: Steps) -> None:
    from alembic import command
    from alembic.config import Config
    from alembic.util import CommandError

    config = Config(attributes={"connection": connection})
    config.set_main_option("script_location", str(steps.folder).replace("%", "%%"))
    config.set_main_option("path_separator", "os")
    try:
        command.upgrade(config, steps.newest)
    except CommandError as error:
        raise BankError(
            "E-BNK-014", f"There is no way to version {steps.newest} of a bank: {error}.", "It is as it was."
        ) from error
