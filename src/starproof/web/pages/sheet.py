"""The sheet of one story: the words in the middle, marks in the margin, proofs beside."""

from __future__ import annotations

from fastapi import APIRouter
from fastapi.responses import HTMLResponse

from starproof.bank.records import Entry
from starproof.report.page import Leaf, leaf_of
from starproof.web.desk import Desk, OnDesk, story_of
from starproof.web.rendering import shown

router = APIRouter(default_response_class=HTMLResponse, include_in_schema=False)


def leaf(desk: Desk, entry: Entry, *, text: str | None = None) -> Leaf:
    """A story of the bank laid out, or other words in its place."""
    return leaf_of(desk.review(story_of(entry, text=text)), desk.names, key="s")


@router.get("/stories/{story_id}")
def sheet(desk: OnDesk, story_id: str) -> HTMLResponse:
    """The sheet of one story, with a word about what was typed and not saved."""
    entry = desk.bank.get(story_id)
    unsaved = desk.drafts.of(story_id)
    if unsaved is not None and unsaved.text == entry.draft.text:
        unsaved = None
    return shown(
        "story/sheet.html.j2",
        here="Stories",
        entry=entry,
        leaf=leaf(desk, entry),
        names=desk.names,
        several=False,
        unsaved=unsaved,
    )
