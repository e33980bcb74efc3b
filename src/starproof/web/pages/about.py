"""About a story: what its owner says of it, where it was told, putting it away, and taking the last change back."""

from __future__ import annotations

from typing import Annotated, Literal

from fastapi import APIRouter, Form
from fastapi.responses import HTMLResponse, RedirectResponse, Response

from starproof.core.bank import Use, Went
from starproof.web.addresses import StoryId, sheet_at
from starproof.web.desk import OnDesk
from starproof.web.forms import Swapping, listed, plain_lines
from starproof.web.lengths import entry_of
from starproof.web.pages.sheet import back_to_sheet
from starproof.web.rendering import shown

router = APIRouter(prefix="/stories/{story_id}", default_response_class=HTMLResponse, include_in_schema=False)
Line = Annotated[str, Form()]


@router.get("/about")
def about(desk: OnDesk, story_id: StoryId) -> HTMLResponse:
    """The details of a story, and what happened to it."""
    entry = entry_of(desk.bank, story_id)
    history = desk.bank.history(story_id, limit=20)
    return shown(
        "story/about.html.j2", here="Stories", entry=entry, guide=desk.guide, history=history, today=desk.today
    )


@router.post("/about")
def change(
    desk: OnDesk,
    story_id: StoryId,
    title: Line = "",
    question: Line = "",
    happened: Line = "",
    tags: Line = "",
    principles: Annotated[list[str] | None, Form()] = None,
    notes: Line = "",
) -> RedirectResponse:
    """Keep what its owner says of the story."""
    desk.bank.edit(
        story_id,
        title=title.strip() or None,
        question=question.strip() or None,
        happened=happened.strip() or None,
        tags=listed(tags),
        principles=_ordered(entry_of(desk.bank, story_id).draft.principles, principles or []),
        notes=plain_lines(notes).strip(),
    )
    return RedirectResponse(sheet_at(story_id), 303)


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


def _ordered(before: tuple[str, ...], chosen: list[str]) -> tuple[str, ...]:
    """The principles chosen, those that were there in the order that their owner gave them."""
    return tuple(dict.fromkeys([one for one in before if one in chosen] + chosen))
