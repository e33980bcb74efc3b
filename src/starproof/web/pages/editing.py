"""Change a story's words: read while they are typed, kept while they are typed, saved as a revision."""

from __future__ import annotations

from typing import Annotated, Any

from fastapi import APIRouter, Form
from fastapi.responses import HTMLResponse, RedirectResponse, Response

from starproof.api.drafts import Unsaved
from starproof.bank.records import Entry
from starproof.errors import BankError, InputError
from starproof.web.addresses import StoryId, sheet_at
from starproof.web.desk import Desk, OnDesk
from starproof.web.differences import differences
from starproof.web.forms import Numbered, plain_lines
from starproof.web.ink import inked
from starproof.web.lengths import LIVE, check_length, entry_of
from starproof.web.pages.sheet import leaf
from starproof.web.rendering import shown
from starproof.web.saved import sheet_after

router = APIRouter(prefix="/stories/{story_id}", default_response_class=HTMLResponse, include_in_schema=False)
MOVED_ON = "E-BNK-010"
Text = Annotated[str, Form()]
Revision = Annotated[int, Form(ge=1, le=2**31 - 1)]


@router.get("/edit")
def edit(desk: OnDesk, story_id: StoryId) -> HTMLResponse:
    """The story to be changed; what was typed and not saved is gone on with."""
    entry = entry_of(desk.bank, story_id)
    unsaved = desk.drafts.of(story_id)
    text = unsaved.text if unsaved else entry.draft.text
    return _editor(desk, entry, text=text, revision=unsaved.revision if unsaved else entry.revision, unsaved=unsaved)


@router.post("/text")
def save(
    desk: OnDesk, story_id: StoryId, text: Text, revision: Revision, sent: Numbered, look: Annotated[str, Form()] = ""
) -> Response:
    """Save the words as a revision, unless the story has moved on since; or only look at them."""
    entry, text = entry_of(desk.bank, story_id), plain_lines(text)
    if look:
        return _editor(desk, entry, text=text, revision=revision, unsaved=None)
    desk.drafts.keep(Unsaved(story_id, text, revision, desk.now()), sent)
    try:
        now = desk.bank.edit(story_id, expected=_from(desk, entry, revision), text=text)
    except BankError as error:
        if error.code != MOVED_ON:
            raise
        return _conflict(entry, text=text)
    desk.drafts.forget(story_id, sent)
    return RedirectResponse(sheet_after(entry.revision, now), 303)


@router.post("/live")
def live(desk: OnDesk, story_id: StoryId, text: Text, revision: Revision, sent: Numbered) -> HTMLResponse:
    """Keep what was typed, and read it."""
    entry, text = entry_of(desk.bank, story_id), plain_lines(text)
    desk.drafts.keep(Unsaved(story_id, text, revision, desk.now()), sent)
    try:
        return shown("story/live.html.j2", **_proofs(desk, entry, text))
    except InputError as error:
        return shown("story/unread.html.j2", error=error)


@router.post("/draft")
def keep(desk: OnDesk, story_id: StoryId, text: Text, revision: Revision, sent: Numbered) -> Response:
    """Keep what was typed, without reading it: what a page sends when it is closed."""
    entry_of(desk.bank, story_id)
    desk.drafts.keep(Unsaved(story_id, plain_lines(text), revision, desk.now()), sent)
    return Response(status_code=204)


@router.post("/draft/forget")
def forget(desk: OnDesk, story_id: StoryId, sent: Numbered) -> RedirectResponse:
    """Throw away what was typed and not saved."""
    desk.drafts.forget(story_id, sent)
    return RedirectResponse(sheet_at(story_id), 303)


def _from(desk: Desk, entry: Entry, revision: int) -> int:
    """The revision that the words were changed from; a later one with the same words is as good."""
    same = revision != entry.revision and desk.bank.revision(entry.id, revision).text == entry.draft.text
    return entry.revision if same else revision


def _editor(desk: Desk, entry: Entry, *, text: str, revision: int, unsaved: Unsaved | None) -> HTMLResponse:
    said: dict[str, Any] = {"entry": entry, "text": text, "revision": revision, "unsaved": unsaved}
    try:
        return shown("story/edit.html.j2", here="Stories", error=None, **said, **_proofs(desk, entry, text))
    except InputError as error:
        return shown("story/edit.html.j2", here="Stories", error=error, **said)


def _proofs(desk: Desk, entry: Entry, text: str) -> dict[str, Any]:
    check_length(text, LIVE)
    found = leaf(desk, entry, text=text)
    return {"leaf": found, "names": desk.names, "several": False, "ink": list(inked(found.review, found.sheet))}


def _conflict(entry: Entry, *, text: str) -> HTMLResponse:
    """The story was changed elsewhere meanwhile: both texts, and the choice."""
    stretches = differences(entry.draft.text, text)
    context: dict[str, Any] = {"entry": entry, "text": text, "stretches": stretches}
    return shown("story/conflict.html.j2", status=412, here="Stories", **context)
