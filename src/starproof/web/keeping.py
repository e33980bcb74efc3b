"""The bank and the guide as a whole: copied, brought back, exchanged, deleted."""

from __future__ import annotations

import shutil
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import BinaryIO

from fastapi import Request
from fastapi.responses import Response

from starproof import api
from starproof.api.loops import forget_loop
from starproof.api.recordings import Recordings
from starproof.api.settings import FILE, GUIDE
from starproof.bank.moving import backup
from starproof.batch.output import whole_file
from starproof.errors import InputError, UsageError
from starproof.web.desk import Desk

_COPIES = (".before-", ".damaged-", ".trial", ".part")
"""How names of copies go on after the bank's own."""


def copy_of(desk: Desk) -> Response:
    """The whole bank as one file."""
    with TemporaryDirectory() as folder:
        target = Path(folder) / "starproof-backup.jsonl"
        backup(desk.bank.store, target, replace=False)
        data = target.read_bytes()
    headers = {"content-disposition": f'attachment; filename="starproof-{desk.today}.jsonl"'}
    return Response(data, media_type="application/jsonl", headers=headers)


def bring_back(desk: Desk, name: str, file: BinaryIO) -> None:
    """Put a backup in the place of the bank, which stays beside it.

    Raises:
        InputError: when the file is empty.
        BankError: when it is no backup, or a damaged one; then the bank is as it was.
    """
    with TemporaryDirectory() as folder:
        source = Path(folder) / ("backup.jsonl" if name.endswith(".jsonl") else "backup.db")
        with source.open("wb") as out:
            shutil.copyfileobj(file, out)
        if not source.stat().st_size:
            raise InputError("E-INP-120", "No file was chosen, or it is empty.", "Choose a backup.")
        api.restore_bank(source, desk.bank.where)


def delete_all(desk: Desk) -> None:
    """Delete the bank with all that lies around it: its copies from before, recordings, what was typed, the loop, the
    settings, the guide.

    Raises:
        UsageError: when the bank is on a server.
    """
    parts = _parts(desk)
    desk.bank.close()
    for part in parts:
        part.unlink(missing_ok=True)
    shutil.rmtree(desk.drafts.folder, ignore_errors=True)
    shutil.rmtree(Recordings.beside(desk.home, desk.bank.where).folder, ignore_errors=True)
    forget_loop(desk.home)
    for name in (FILE, GUIDE):
        (desk.home / name).unlink(missing_ok=True)


def judge_by(desk: Desk, text: str, name: str) -> None:
    """Keep another guide, by which stories are judged once the desk is laid anew.

    Raises:
        GuideError: when it cannot be used; then the one of now stays.
    """
    api.read_guide(text, name=name)
    with whole_file(desk.home / GUIDE) as out:
        out.write(text)


def judge_by_shipped(desk: Desk) -> None:
    """Throw the user's own guide away."""
    (desk.home / GUIDE).unlink(missing_ok=True)


def lay_anew(request: Request) -> Desk:
    """Take up what was changed: the bank and the guide are opened again. Returns the desk from then on."""
    state = request.app.state
    if state.lay is not None:
        state.desk.bank.close()
        state.desk = state.lay()
    desk: Desk = state.desk
    return desk


def _parts(desk: Desk) -> tuple[Path, ...]:
    """The files of the bank, and the copies that upgrades and restored backups left beside it."""
    if desk.bank.store.database != "sqlite":
        raise UsageError("E-USE-084", "This bank is on a server.", "Drop its database there.")
    file = Path(desk.bank.where)
    copies = (path for path in file.parent.iterdir() if path.name.startswith(tuple(file.name + end for end in _COPIES)))
    return (*(Path(desk.bank.where + end) for end in ("", "-wal", "-shm")), *copies)
