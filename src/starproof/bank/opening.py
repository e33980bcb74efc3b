"""Opening a bank: a file or a server, made where there is none, brought forward where it is old."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from starproof.bank.bank import Bank
from starproof.bank.records import Judge
from starproof.bank.store.connecting import Store, connect_file, connect_server, create_file, is_there, is_url
from starproof.bank.upgrading import STEPS, Steps, upgrade
from starproof.bank.working import Working
from starproof.errors import BankError
from starproof.files import at_home


def open_bank(
    target: str | Path,
    *,
    now: Callable[[], str],
    who: str,
    judge: Judge | None = None,
    create: bool = True,
    steps: Steps = STEPS,
) -> Bank:
    """Open the bank at a path or a PostgreSQL URL.

    Args:
        target: the file, or ``postgresql://...``.
        now: tells the moment in UTC, as ``2026-03-31T09:30:00Z``.
        who: whose name changes bear.
        judge: who reviews stories; without one there are no reviews.
        create: make the bank where there is none.
        steps: of the migrations; those that starproof ships.

    Raises:
        BankError: when it cannot be opened, is damaged, no bank, or from a later starproof.
        MissingExtra: when the driver for PostgreSQL is not installed.
    """
    store = connect(target, create=create)
    try:
        old = upgrade(store, made=now(), steps=steps)
    except BaseException:
        store.close()
        raise
    brought = old if old is not None and old != steps.newest else None
    return Bank(Working(store, now, who, judge), brought)


def file_of(target: str | Path) -> Path | None:
    """The file that is meant, or ``None`` where it is a server; SQLite's own URLs are understood.

    Raises:
        BankError: when it is the URL of something else.
    """
    words = str(target)
    if is_url(words):
        return None
    if words.startswith("sqlite:///"):
        words = words.removeprefix("sqlite:///")
    elif "://" in words:
        kind = words.partition("://")[0]
        raise BankError(
            "E-BNK-007",
            f"A bank cannot lie in {kind!r}.",
            "Name a file, or a PostgreSQL database as postgresql://USER:PASSWORD@HOST:PORT/DATABASE.",
        )
    return at_home(words)


def connect(target: str | Path, *, create: bool) -> Store:
    """The database at a path or URL, whatever is in it.

    Raises:
        BankError: when it cannot be opened.
    """
    path = file_of(target)
    if path is None:
        return connect_server(str(target))
    if not is_there(path):
        if not create:
            raise BankError(
                "E-BNK-007",
                f"There is no bank of stories yet at {str(path)!r}.",
                "Put a story in with `starproof story add FILE`, or name another bank with --bank.",
            )
        create_file(path)
    return connect_file(path)
