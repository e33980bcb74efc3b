"""The 2-, 3- and 4-minute tellings of a story beside each other: their time, and what became of the figures."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

from fastapi import APIRouter, Form
from fastapi.responses import HTMLResponse, RedirectResponse

from starproof import api
from starproof.bank.records import Entry
from starproof.core.bank import MINUTES
from starproof.core.guide import Framework
from starproof.errors import InputError
from starproof.extract.defence.compare import Figures
from starproof.report.page import Leaf
from starproof.web.addresses import StoryId, sheet_at
from starproof.web.desk import Desk, OnDesk
from starproof.web.forms import plain_lines
from starproof.web.lengths import check_length, entry_of
from starproof.web.pages.sheet import leaf
from starproof.web.rendering import shown

router = APIRouter(prefix="/stories/{story_id}/versions", default_response_class=HTMLResponse, include_in_schema=False)


@dataclass(frozen=True, slots=True)
class Telling:
    """One length of a story."""

    minutes: int
    framework: Framework | None
    text: str | None
    leaf: Leaf | None = None
    figures: Figures | None = None
    error: InputError | None = None


@router.get("")
def versions(desk: OnDesk, story_id: StoryId) -> HTMLResponse:
    """The whole story and its tellings."""
    entry = entry_of(desk.bank, story_id)
    return shown(
        "story/versions.html.j2", here="Stories", entry=entry, tellings=_tellings(desk, entry), names=desk.names
    )


@router.post("/{minutes}")
def keep(
    desk: OnDesk, story_id: StoryId, minutes: int, text: Annotated[str, Form()] = "", begin: Annotated[str, Form()] = ""
) -> RedirectResponse:
    """Keep a telling; without words it is taken away. ``begin`` starts one from the whole story."""
    words = entry_of(desk.bank, story_id).draft.text if begin else plain_lines(text)
    desk.bank.put_version(story_id, minutes, words if words.strip() else None)
    return RedirectResponse(f"{sheet_at(story_id)}/versions#m{minutes}", 303)


def _tellings(desk: Desk, entry: Entry) -> list[Telling]:
    return [_telling(desk, entry, minutes) for minutes in MINUTES]


def _telling(desk: Desk, entry: Entry, minutes: int) -> Telling:
    text = entry.draft.versions.get(minutes)
    framework = next((one for one in desk.guide.frameworks if round(one.seconds / 60) == minutes), None)
    if text is None:
        return Telling(minutes, framework, None)
    try:
        check_length(entry.draft.text)
        found = leaf(desk, entry, text=text)
    except InputError as error:
        return Telling(minutes, framework, text, error=error)
    return Telling(minutes, framework, text, found, api.compare_numbers(entry.draft.text, text))
