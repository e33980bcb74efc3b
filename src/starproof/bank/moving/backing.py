"""Backups: a consistent copy while others write, whole or not at all."""

from __future__ import annotations

from pathlib import Path

from starproof.bank.moving.dump import lines
from starproof.bank.store.connecting import Store
from starproof.bank.store.copying import copy_file
from starproof.errors import BankError
from starproof.files import private_folder, replacing

LINES = (".jsonl", ".ndjson")
"""Endings of a backup as lines, which every database can bring back."""


def backup(store: Store, target: Path, *, replace: bool = False) -> None:
    """Copy a bank: to a file of SQLite or, where the name ends so or the bank is on a server, to JSON Lines.

    Raises:
        BankError: when the target exists and is not to be replaced, cannot be written, or the bank is damaged.
    """
    try:
        _refuse_taken(store, target, replace=replace)
    except OSError as error:  # as of a name that no file can have
        raise _unwritten(target, error) from error
    if store.path is None or target.suffix in LINES:
        _write_lines(store, target)
        return
    copy_file(store, target)


def _refuse_taken(store: Store, target: Path, *, replace: bool) -> None:
    if not target.exists():
        return
    if not replace:
        raise BankError("E-BNK-017", f"{str(target)!r} exists already.", "Name another file, or say --replace.")
    if store.path is not None and target.samefile(store.path):
        raise BankError("E-BNK-017", f"{str(target)!r} is the bank itself.", "Name another file.")


def _write_lines(store: Store, target: Path) -> None:
    try:
        private_folder(target.parent)
        with replacing(target, private=True) as file, store.reading() as connection:
            file.writelines(f"{line}\n".encode() for line in lines(connection))
    except OSError as error:
        raise _unwritten(target, error) from error


def _unwritten(target: Path, error: OSError) -> BankError:
    return BankError(
        "E-BNK-007", f"The backup {str(target)!r} cannot be written: {error.strerror}.", "Check the folder's disk."
    )
