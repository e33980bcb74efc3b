"""Settings: the pace, the rates, the guide, where everything lies, and how to keep it safe or be rid of it."""

from __future__ import annotations

import shutil
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Annotated

from fastapi import APIRouter, Form, Request, UploadFile
from fastapi.responses import HTMLResponse, RedirectResponse, Response

from starproof import api
from starproof.api.loops import forget_loop
from starproof.api.settings import FILE, GUIDE, Settings, keep_settings, own_settings
from starproof.bank.moving import backup
from starproof.errors import InputError, UsageError
from starproof.web.desk import Desk, OnDesk
from starproof.web.rendering import shown

router = APIRouter(prefix="/settings", default_response_class=HTMLResponse, include_in_schema=False)
WORD = "delete"
Word = Annotated[str, Form()]


@router.get("")
def page(desk: OnDesk, said: str = "") -> HTMLResponse:
    """All settings."""
    return shown(
        "settings.html.j2",
        here="Settings",
        settings=own_settings(desk.home),
        figures=desk.bank.status(),
        guide=desk.guide,
        home=str(desk.home),
        own_guide=(desk.home / GUIDE).is_file(),
        word=WORD,
        told=said[:200],
    )


@router.post("")
def keep(request: Request, desk: OnDesk, pace: Word, rates: Word = "") -> Response:
    """Keep the pace and the rates; stories are reviewed anew where they change anything."""
    keep_settings(desk.home, Settings(_pace(pace), _rates(rates)))
    return _anew(request, "Kept. Stories are read anew by it.")


@router.post("/guide")
async def other_guide(request: Request, desk: OnDesk, file: UploadFile) -> Response:
    """Judge by another guide from now on."""
    text = (await file.read(2_000_001)).decode("utf-8-sig", errors="replace")
    api.read_guide(text, name=file.filename or "guide.toml")
    (desk.home / GUIDE).write_text(text, encoding="utf-8")
    return _anew(request, "Stories are judged by this guide from now on.")


@router.post("/guide/shipped")
def shipped_guide(request: Request, desk: OnDesk) -> Response:
    """Judge by the shipped guide again."""
    (desk.home / GUIDE).unlink(missing_ok=True)
    return _anew(request, "Stories are judged by the shipped guide again.")


@router.post("/backup")
def backed_up(desk: OnDesk) -> Response:
    """A copy of the whole bank, to keep elsewhere."""
    with TemporaryDirectory() as folder:
        target = Path(folder) / "starproof-backup.jsonl"
        backup(desk.bank.store, target, replace=False)
        data = target.read_bytes()
    name = f"starproof-{desk.today}.jsonl"
    headers = {"content-disposition": f'attachment; filename="{name}"'}
    return Response(data, media_type="application/jsonl", headers=headers)


@router.post("/restore")
def restored(request: Request, desk: OnDesk, file: UploadFile) -> Response:
    """Bring a backup back; the bank of now stays beside it."""
    if not file.size:
        raise InputError("E-INP-120", "No file was chosen, or it is empty.", "Choose a backup.")
    with TemporaryDirectory() as folder:
        source = Path(folder) / ("backup.jsonl" if (file.filename or "").endswith(".jsonl") else "backup.db")
        with source.open("wb") as out:
            shutil.copyfileobj(file.file, out)
        api.restore_bank(source, desk.bank.where)
    return _anew(request, "The backup is back. The bank from before stays beside it.")


@router.post("/delete")
def deleted(request: Request, desk: OnDesk, sure: Word = "") -> Response:
    """Delete everything of this bank: stories, revisions, what was typed, the loop, the settings."""
    if sure.strip().lower() != WORD:
        raise UsageError("E-USE-083", "Nothing was deleted.", f"Type the word {WORD} to delete everything.")
    desk.bank.close()
    for part in _parts(desk):
        part.unlink(missing_ok=True)
    shutil.rmtree(desk.drafts.folder, ignore_errors=True)
    forget_loop(desk.home)
    for name in (FILE, GUIDE):
        (desk.home / name).unlink(missing_ok=True)
    return _anew(request, "Everything is deleted.", to="/")


def _parts(desk: Desk) -> tuple[Path, ...]:
    """The files of the bank."""
    if desk.bank.store.database != "sqlite":
        raise UsageError("E-USE-084", "This bank is on a server.", "Drop its database there.")
    return tuple(Path(desk.bank.where + end) for end in ("", "-wal", "-shm"))


def _anew(request: Request, said: str, *, to: str = "/settings") -> Response:
    """Lay the desk anew, and say what happened."""
    lay = request.app.state.lay
    if lay is not None:
        request.app.state.desk.bank.close()
        request.app.state.desk = lay()
    return RedirectResponse(f"{to}?said={said}".replace(" ", "+"), 303)


def _pace(said: str) -> float:
    try:
        return float(said)
    except ValueError:
        raise UsageError("E-USE-080", f"{said!r} is no pace.", "Give words a minute, such as 150.") from None


def _rates(said: str) -> dict[str, float]:
    """Lines such as ``EUR 1.1``."""
    rates: dict[str, float] = {}
    for line in filter(None, (line.strip() for line in said.splitlines())):
        name, _, rate = line.replace("=", " ").partition(" ")
        try:
            rates[name.upper()] = float(rate)
        except ValueError:
            raise UsageError("E-USE-082", f"{line!r} is no rate.", "Write lines such as EUR 1.1.") from None
    return rates
