"""About a story: what its owner says of it, where it was told, putting it away, and taking the last change back."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Annotated, Any, Literal

from fastapi import APIRouter, Form
from fastapi.responses import HTMLResponse, RedirectResponse, Response

from starproof.bank.records import Entry
from starproof.core.bank import WENT, Use, Went
from starproof.web.addresses import StoryId, sheet_at
from starproof.web.desk import Desk, OnDesk
from starproof.web.details import NAMES, Details, Sent, Typed, forget, keep, kept
from starproof.web.forms import Numbered, Swapping, plain_lines
from starproof.web.lengths import entry_of
from starproof.web.pages.sheet import back_to_sheet
from starproof.web.rendering import shown

router = APIRouter(prefix="/stories/{story_id}", default_response_class=HTMLResponse, include_in_schema=False)
Line = Annotated[str, Form()]


@router.get("/about")
def about(desk: OnDesk, story_id: StoryId) -> HTMLResponse:
    """The details of a story, and what happened to it; what was typed and not saved is gone on with."""
    entry = entry_of(desk.bank, story_id)
    unsaved = kept(desk.drafts, entry)
    return _form(desk, entry, unsaved, overtaken=unsaved.overtaken(entry) if unsaved else ())


@router.post("/about")
def change(desk: OnDesk, story_id: StoryId, typed: Sent) -> Response:
    """Keep what its owner says of the story, unless a field was changed elsewhere meanwhile: then both are shown."""
    entry = entry_of(desk.bank, story_id)
    keep(desk.drafts, story_id, typed, desk.now())
    if overtaken := typed.overtaken(entry):
        return _form(desk, entry, replace(typed, at=desk.now()), overtaken=overtaken, status=412)
    desk.bank.edit(story_id, **typed.changes(entry, [one.id for one in desk.guide.principles]))
    forget(desk.drafts, story_id, typed.sending)
    return RedirectResponse(sheet_at(story_id), 303)


@router.post("/about/draft")
def keep_typed(desk: OnDesk, story_id: StoryId, typed: Sent) -> Response:
    """Keep what is typed into the form, without saving it."""
    entry_of(desk.bank, story_id)
    keep(desk.drafts, story_id, typed, desk.now())
    return Response(status_code=204)


@router.post("/about/draft/forget")
def forget_typed(desk: OnDesk, story_id: StoryId, sent: Numbered) -> RedirectResponse:
    """Throw away what was typed into the form and not saved."""
    forget(desk.drafts, story_id, sent)
    return RedirectResponse(f"{sheet_at(story_id)}/about", 303)


@router.post("/told")
def told(
    desk: OnDesk,
    story_id: StoryId,
    on: Line,
    company: Line = "",
    question: Line = "",
    went: Annotated[Went | Literal[""], Form()] = "",
    note: Line = "",
) -> RedirectResponse:
    """Write down that the story was told in an interview."""
    use = Use(
        on, company.strip() or None, None, None, question.strip() or None, went or None, plain_lines(note).strip()
    )
    desk.bank.record_use(story_id, use)
    return RedirectResponse(f"{sheet_at(story_id)}/about", 303)


@router.post("/archive")
def archive(desk: OnDesk, swapping: Swapping, story_id: StoryId) -> Response:
    """Put the story away."""
    desk.bank.archive(story_id)
    return back_to_sheet(desk, story_id, swapping=swapping, said="Put away.")


@router.post("/restore")
def restore(desk: OnDesk, swapping: Swapping, story_id: StoryId) -> Response:
    """Bring the story back."""
    desk.bank.restore(story_id)
    return back_to_sheet(desk, story_id, swapping=swapping, said="Brought back.")


@router.post("/undo")
def undo(desk: OnDesk, swapping: Swapping, story_id: StoryId) -> Response:
    """Take the last change back; undoing is no deletion, and what was undone stays among the revisions."""
    gone = not desk.bank.undo(story_id)
    return (
        RedirectResponse("/stories", 303) if gone else back_to_sheet(desk, story_id, swapping=swapping, said="Undone.")
    )


def _form(
    desk: Desk, entry: Entry, unsaved: Typed | None, *, overtaken: Sequence[str], status: int = 200
) -> HTMLResponse:
    """The page; a form that goes on starts from the story as it is now, so that saving it then is meant."""
    context: dict[str, Any] = {
        "entry": entry,
        "form": unsaved.over(entry) if unsaved else Details.of(entry),
        "was": Details.of(entry).as_json(),
        "unsaved": unsaved,
        "went": WENT,
        "overtaken": [(NAMES[name], getattr(Details.of(entry), name)) for name in overtaken],
        "guide": desk.guide,
        "history": desk.bank.history(entry.id, limit=20),
        "today": desk.today,
    }
    return shown("story/about.html.j2", here="Stories", status=status, **context)
