"""Settings: the pace, the rates, the guide, where everything lies, and how to keep it safe or be rid of it."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Form, Request, UploadFile
from fastapi.responses import HTMLResponse, RedirectResponse, Response

from starproof.api.fetching import installed
from starproof.api.settings import GUIDE, Settings, keep_settings, own_settings
from starproof.api.transcribing import MODEL
from starproof.errors import UsageError
from starproof.speech.needs import INSTALL
from starproof.web.desk import OnDesk
from starproof.web.guides import text_of
from starproof.web.hearing import OnHearing
from starproof.web.keeping import bring_back, copy_of, delete_all, judge_by, judge_by_shipped, lay_anew
from starproof.web.rendering import shown

router = APIRouter(prefix="/settings", default_response_class=HTMLResponse, include_in_schema=False)
WORD = "delete"
SAID = {
    "kept": "Kept. Stories are read anew by it.",
    "guide": "Stories are judged by this guide from now on.",
    "shipped": "Stories are judged by the shipped guide again.",
    "back": "The backup is back. The bank from before stays beside it.",
}
"""What happened last, by what the address says."""
Word = Annotated[str, Form()]


@router.get("")
def page(desk: OnDesk, hearing: OnHearing, said: str = "") -> HTMLResponse:
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
        hearing=hearing,
        speech_installed=installed(),
        speech_install=INSTALL,
        speech_usual=MODEL,
        told=SAID.get(said, ""),
    )


@router.post("")
def keep(request: Request, desk: OnDesk, pace: Word, rates: Word = "") -> Response:
    """Keep the pace and the rates; stories are reviewed anew where they change anything."""
    keep_settings(desk.home, Settings(_pace(pace), _rates(rates)))
    return _anew(request, "/settings?said=kept")


@router.post("/guide")
async def other_guide(request: Request, desk: OnDesk, file: UploadFile) -> Response:
    """Judge by another guide from now on."""
    judge_by(desk, await text_of(file), file.filename or "guide.toml")
    return _anew(request, "/settings?said=guide")


@router.post("/guide/shipped")
def shipped_guide(request: Request, desk: OnDesk) -> Response:
    """Judge by the shipped guide again."""
    judge_by_shipped(desk)
    return _anew(request, "/settings?said=shipped")


@router.post("/backup")
def backed_up(desk: OnDesk) -> Response:
    """A copy of the whole bank, to keep elsewhere."""
    return copy_of(desk)


@router.post("/restore")
def restored(request: Request, desk: OnDesk, file: UploadFile) -> Response:
    """Bring a backup back; the bank of now stays beside it."""
    bring_back(desk, file.filename or "", file.file)
    return _anew(request, "/settings?said=back")


@router.post("/delete")
def deleted(request: Request, desk: OnDesk, sure: Word = "") -> Response:
    """Delete everything of this bank: stories, revisions, what was typed, the loop, the settings."""
    if sure.strip().lower() != WORD:
        raise UsageError("E-USE-083", "Nothing was deleted.", f"Type the word {WORD} to delete everything.")
    delete_all(desk)
    gone = _anew(request, "/")
    gone.headers["clear-site-data"] = (
        '"storage"'  # what this browser holds of words and recordings that had not arrived
    )
    return gone


def _anew(request: Request, address: str) -> Response:
    """Lay the desk anew, and go to where it is said."""
    lay_anew(request)
    return RedirectResponse(address, 303)


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
