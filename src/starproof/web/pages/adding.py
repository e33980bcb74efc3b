"""A new story: typed or pasted, or the example to look around with."""

from __future__ import annotations

from importlib.resources import files
from threading import Lock
from typing import Annotated
from urllib.parse import quote

from fastapi import APIRouter, Form
from fastapi.responses import HTMLResponse, RedirectResponse, Response

from starproof.api.drafts import Unsaved
from starproof.api.kindred import earlier_of, take_into
from starproof.bank import Bank
from starproof.core.bank import Draft
from starproof.web.addresses import StoryId, sheet_at
from starproof.web.desk import OnDesk
from starproof.web.forms import Numbered, plain_lines
from starproof.web.rendering import shown

router = APIRouter(prefix="/stories", default_response_class=HTMLResponse, include_in_schema=False)
_ONE_BY_ONE = Lock()
"""A form that is sent again while the first answer is on its way must find what the first one kept."""
NEW = "\nnew"
"""Stands for the story that is none yet; no id has a line end."""


@router.get("/new")
def new(question: str = "") -> HTMLResponse:
    """The form of a new story."""
    return shown("new.html.j2", here="Stories", question=question)


@router.post("")
def add(
    desk: OnDesk,
    text: Annotated[str, Form()],
    sent: Numbered,
    title: Annotated[str, Form()] = "",
    question: Annotated[str, Form()] = "",
) -> RedirectResponse:
    """Keep a new story."""
    desk.drafts.keep(Unsaved(NEW, plain_lines(text), 0, desk.now()), sent)
    draft = Draft(plain_lines(text), title=title.strip() or None, question=question.strip() or None)
    with _ONE_BY_ONE:
        there = _there(desk.bank, draft)
        story = there or desk.bank.add(draft).id
    desk.drafts.forget(NEW, sent)
    if there:
        return RedirectResponse(f"{sheet_at(there)}?there=1", 303)
    match = earlier_of(draft, desk.bank, besides=story)
    return RedirectResponse(f"{sheet_at(story)}{f'?like={quote(match.id)}' if match else ''}", 303)


def _there(bank: Bank, draft: Draft) -> str | None:
    """The story in use that is this very text and says nothing else of itself: it was sent twice, or pasted again."""
    for entry in map(bank.get, bank.with_text(draft.text)):
        same = all(said in (None, kept) for said, kept in zip(_said(draft), _said(entry.draft), strict=True))
        if same and not entry.draft.archived:
            return entry.id
    return None


def _said(draft: Draft) -> tuple[str | None, ...]:
    return draft.title, draft.question


@router.post("/{story_id}/into")
def into(desk: OnDesk, story_id: StoryId, earlier: Annotated[str, Form()]) -> RedirectResponse:
    """Make a story the next revision of the one that it is a later draft of, and put it away."""
    number = take_into(desk.bank, story_id, earlier)
    return RedirectResponse(f"{sheet_at(earlier)}?saved={number}", 303)


@router.get("/new/draft")
def typed(desk: OnDesk) -> Response:
    """What was typed into the form of a new story and not sent."""
    unsaved = desk.drafts.of(NEW)
    return Response(unsaved.text, media_type="text/plain") if unsaved else Response(status_code=204)


@router.post("/new/draft")
def keep(desk: OnDesk, sent: Numbered, text: Annotated[str, Form()] = "") -> Response:
    """Keep what is typed into the form of a new story."""
    if text.strip():
        desk.drafts.keep(Unsaved(NEW, plain_lines(text), 0, desk.now()), sent)
    else:
        desk.drafts.forget(NEW, sent)
    return Response(status_code=204)


@router.post("/example")
def example(desk: OnDesk) -> RedirectResponse:
    """Keep the shipped example, to look around with; it is there once."""
    text = (files("starproof") / "examples" / "parts-catalogue.md").read_text(encoding="utf-8")
    there = next((one.id for one in desk.bank.all(archived=False) if one.draft.text == text), None)
    return RedirectResponse(sheet_at(there or desk.bank.add(Draft(text, source="example")).id), 303)
