"""Stories: the list, a new one, and the sheet of one."""

from __future__ import annotations

from importlib.resources import files
from typing import Annotated

from fastapi import APIRouter, Form
from fastapi.responses import HTMLResponse, RedirectResponse

from starproof.core.bank import Draft
from starproof.web.desk import OnDesk
from starproof.web.rendering import shown

router = APIRouter(default_response_class=HTMLResponse, include_in_schema=False)


@router.get("/stories")
def stories(desk: OnDesk, q: str = "", after: str | None = None) -> HTMLResponse:
    """The list of stories."""
    page = desk.bank.list(text=q or None, after=after)
    return shown("stories.html.j2", here="Stories", page=page, q=q)


@router.get("/stories/new")
def new() -> HTMLResponse:
    """The form of a new story."""
    return shown("new.html.j2", here="Stories")


@router.post("/stories")
def add(
    desk: OnDesk,
    text: Annotated[str, Form()],
    title: Annotated[str, Form()] = "",
    question: Annotated[str, Form()] = "",
) -> RedirectResponse:
    """Keep a new story."""
    entry = desk.bank.add(Draft(text, title=title.strip() or None, question=question.strip() or None))
    return RedirectResponse(f"/stories/{entry.id}", 303)


@router.post("/stories/example")
def example(desk: OnDesk) -> RedirectResponse:
    """Keep the shipped example, to look around with."""
    text = (files("starproof") / "examples" / "parts-catalogue.md").read_text(encoding="utf-8")
    entry = desk.bank.add(Draft(text, source="example"))
    return RedirectResponse(f"/stories/{entry.id}", 303)
