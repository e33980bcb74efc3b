"""The sheet of one story: the words in the middle, marks in the margin, proofs beside."""

from __future__ import annotations

from typing import Any
from urllib.parse import quote

from fastapi import APIRouter
from fastapi.responses import HTMLResponse, RedirectResponse, Response

from starproof import api
from starproof.api.drafts import Unsaved
from starproof.api.kindred import earlier_of
from starproof.bank.records import Entry
from starproof.errors import InputError
from starproof.report.defending import ORIGIN_WORDS
from starproof.report.page import Leaf, leaf_of
from starproof.web.addresses import StoryId, sheet_at
from starproof.web.desk import Desk, OnDesk
from starproof.web.details import kept
from starproof.web.lengths import check_length, entry_of
from starproof.web.rendering import shown
from starproof.web.saved import Number, told_of

router = APIRouter(default_response_class=HTMLResponse, include_in_schema=False)


def leaf(desk: Desk, entry: Entry, *, text: str | None = None) -> Leaf:
    """A story of the bank laid out, or other words in its place."""
    check_length(entry.draft.text if text is None else text)
    return leaf_of(desk.review(entry.story(text=text)), desk.names, key="s")


@router.get("/stories/{story_id}")
def sheet(
    desk: OnDesk, story_id: StoryId, saved: Number | None = None, like: str = "", there: str = ""
) -> HTMLResponse:
    """The sheet of one story, with a word about what was typed and not saved, was just saved, or is much like it."""
    return sheet_page(desk, entry_of(desk.bank, story_id), saved=saved, like=like, there=there)


@router.get("/stories/{story_id}/review.html")
def review_file(desk: OnDesk, story_id: StoryId) -> Response:
    """The review as one file that needs nothing else: to send to somebody, or to keep."""
    entry = entry_of(desk.bank, story_id)
    check_length(entry.draft.text)
    written = api.render(desk.review(entry.story()), format="html", guide=desk.guide)
    headers = {"content-disposition": f"attachment; filename*=UTF-8''{quote(story_id, safe='')}.html"}
    return Response(written, media_type="text/html; charset=utf-8", headers=headers)


def sheet_page(
    desk: Desk, entry: Entry, *, said: str = "", saved: int | None = None, like: str = "", there: str = ""
) -> HTMLResponse:
    """The sheet as a page; a story that cannot be reviewed is shown as it stands, with the reason."""
    told: dict[str, Any] = {"entry": entry, "names": desk.names, "several": False, "unsaved": _unsaved(desk, entry)}
    told["changes"] = told_of(desk, entry, saved)
    told["earlier"] = _earlier(desk, entry) if like else None
    told["there"] = bool(there)
    told["details"] = kept(desk.drafts, entry)
    try:
        found = leaf(desk, entry)
    except InputError as error:
        return shown("story/unreadable.html.j2", here="Stories", said=said, error=error, **told)
    return shown("story/sheet.html.j2", here="Stories", said=said, leaf=found, origins=ORIGIN_WORDS, **told)


def back_to_sheet(desk: Desk, story: str, *, swapping: bool, said: str) -> Response:
    """After a change: the sheet as it is now, to be swapped in and told, or gone to."""
    if swapping:
        return sheet_page(desk, entry_of(desk.bank, story), said=said)
    return RedirectResponse(sheet_at(story), 303)


def _earlier(desk: Desk, entry: Entry) -> Entry | None:
    """The story that this one is likely a later draft of, as it stands in the bank now."""
    match = None if entry.draft.archived else earlier_of(entry.draft, desk.bank, besides=entry.id)
    return desk.bank.get(match.id) if match else None


def _unsaved(desk: Desk, entry: Entry) -> Unsaved | None:
    unsaved = desk.drafts.of(entry.id)
    return None if unsaved is None or unsaved.text == entry.draft.text else unsaved
