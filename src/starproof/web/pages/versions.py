"""The 2-, 3- and 4-minute tellings of a story beside each other: their time, and what became of the figures."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Annotated

from fastapi import APIRouter, Form, Path
from fastapi.responses import HTMLResponse, RedirectResponse, Response

from starproof import api
from starproof.api.drafts import Unsaved
from starproof.bank.records import Entry
from starproof.core.bank import MINUTES
from starproof.core.guide import Framework
from starproof.errors import InputError
from starproof.extract.defence.compare import Figures
from starproof.report.page import Leaf
from starproof.web.addresses import StoryId, sheet_at
from starproof.web.desk import Desk, OnDesk
from starproof.web.forms import Numbered, plain_lines
from starproof.web.lengths import check_length, entry_of
from starproof.web.pages.sheet import leaf
from starproof.web.rendering import shown

Minutes = Annotated[int, Path(ge=2, le=4)]
_FRONT = re.compile(r"\ufeff?---[ \t]*\n.*?\n---[ \t]*(?:\n+|$)", re.DOTALL)
router = APIRouter(prefix="/stories/{story_id}/versions", default_response_class=HTMLResponse, include_in_schema=False)


@dataclass(frozen=True, slots=True)
class Telling:
    """One length of a story."""

    minutes: int
    framework: Framework | None
    text: str | None
    """As it was typed last, saved or not."""
    unsaved: bool = False
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
    desk: OnDesk,
    story_id: StoryId,
    minutes: Minutes,
    sent: Numbered,
    text: Annotated[str, Form()] = "",
    begin: Annotated[str, Form()] = "",
) -> RedirectResponse:
    """Keep a telling; without words it is taken away. ``begin`` starts one from the whole story."""
    words = _plain(entry_of(desk.bank, story_id).draft.text) if begin else plain_lines(text)
    desk.drafts.keep(Unsaved(_key(story_id, minutes), words, 0, desk.now()), sent)
    desk.bank.put_version(story_id, minutes, words if words.strip() else None)
    desk.drafts.forget(_key(story_id, minutes), sent)
    return RedirectResponse(f"{sheet_at(story_id)}/versions#m{minutes}", 303)


@router.post("/{minutes}/draft")
def keep_typed(
    desk: OnDesk, story_id: StoryId, minutes: Minutes, sent: Numbered, text: Annotated[str, Form()] = ""
) -> Response:
    """Keep what is typed into a telling."""
    desk.drafts.keep(Unsaved(_key(story_id, minutes), plain_lines(text), 0, desk.now()), sent)
    return Response(status_code=204)


@router.post("/{minutes}/draft/forget")
def forget_typed(desk: OnDesk, story_id: StoryId, minutes: Minutes, sent: Numbered) -> RedirectResponse:
    """Throw away what was typed into a telling and not saved."""
    desk.drafts.forget(_key(story_id, minutes), sent)
    return RedirectResponse(f"{sheet_at(story_id)}/versions#m{minutes}", 303)


def _key(story: str, minutes: int) -> str:
    """What a telling's unsaved words are kept under; no id has a line end."""
    return f"{story}\n{minutes}"


def _plain(text: str) -> str:
    """The story without what its front matter says of it."""
    return text[found.end() :] if (found := _FRONT.match(text)) else text


def _tellings(desk: Desk, entry: Entry) -> list[Telling]:
    return [_telling(desk, entry, minutes) for minutes in MINUTES]


def _telling(desk: Desk, entry: Entry, minutes: int) -> Telling:
    kept = entry.draft.versions.get(minutes)
    typed = desk.drafts.of(_key(entry.id, minutes))
    text = typed.text if typed else kept
    unsaved = text != kept
    framework = next((one for one in desk.guide.frameworks if round(one.seconds / 60) == minutes), None)
    if text is None:
        return Telling(minutes, framework, None)
    try:
        check_length(entry.draft.text)
        found = leaf(desk, entry, text=text)
    except InputError as error:
        return Telling(minutes, framework, text, unsaved, error=error)
    return Telling(minutes, framework, text, unsaved, found, api.compare_numbers(entry.draft.text, text))
