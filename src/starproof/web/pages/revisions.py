"""Every wording of a story: what changed between two in words and findings, and bringing an old one back."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import Annotated, Any

from fastapi import APIRouter, Form
from fastapi.responses import HTMLResponse, RedirectResponse

from starproof import api
from starproof.bank.records import Revision
from starproof.errors import InputError
from starproof.report.telling import summary, verdict_moves
from starproof.web.addresses import StoryId
from starproof.web.desk import Desk, OnDesk
from starproof.web.differences import Stretch, differences, shortened
from starproof.web.lengths import entry_of
from starproof.web.rendering import shown
from starproof.web.saved import Number, review_of, sheet_after

router = APIRouter(prefix="/stories/{story_id}/revisions", default_response_class=HTMLResponse, include_in_schema=False)


@router.get("")
def revisions(desk: OnDesk, story_id: StoryId, old: Number | None = None, new: Number | None = None) -> HTMLResponse:
    """The revisions of a story, and two of them held against each other: by default the last and the one before."""
    entry = entry_of(desk.bank, story_id)
    known = desk.bank.revisions(story_id)
    later = desk.bank.revision(story_id, new or entry.revision)
    earlier = desk.bank.revision(story_id, old or max(1, later.number - 1))
    told: dict[str, Any] = {"entry": entry, "known": known[::-1], "old": earlier, "new": later, "changed": _said(known)}
    return shown("story/revisions.html.j2", here="Stories", **told, **_compared(desk, earlier, later))


@router.post("/restore")
def restore(desk: OnDesk, story_id: StoryId, number: Annotated[int, Form(ge=1, le=2**31 - 1)]) -> RedirectResponse:
    """Make an old wording the latest, as a new revision."""
    old, before = desk.bank.revision(story_id, number), desk.bank.get(story_id).revision
    now = desk.bank.edit(story_id, text=old.text, title=old.title, question=old.question, provenance=old.provenance)
    return RedirectResponse(sheet_after(before, now), 303)


_FIELDS = {
    "text": "the words",
    "title": "the title",
    "question": "the question",
    "principle": "the principle",
    "register": "how it is told",
    "provenance": "where figures come from",
    "versions": "a length",
}


def _said(known: Sequence[Revision]) -> dict[int, str]:
    """By revision: what was changed with it."""
    found = {known[0].number: "as it came"}
    for before, after in pairwise(known):
        changed = [words for name, words in _FIELDS.items() if getattr(before, name) != getattr(after, name)]
        found[after.number] = ", ".join(changed)
    return found


def _compared(desk: Desk, old: Revision, new: Revision) -> dict[str, Any]:
    stretches: tuple[Stretch, ...] = tuple(shortened(differences(old.text, new.text)))
    told: dict[str, Any] = {"stretches": stretches, "comparison": None, "error": None}
    if old.number == new.number:
        return told
    try:
        comparison = api.compare(review_of(desk, old), review_of(desk, new))
    except InputError as error:
        return told | {"error": error}
    return told | {
        "comparison": comparison,
        "summary": summary(comparison),
        "moves": list(verdict_moves(comparison)),
    }
