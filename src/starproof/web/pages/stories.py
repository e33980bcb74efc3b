"""Stories: the list, its filters, and what is done with several at once."""

from __future__ import annotations

from fastapi import APIRouter
from fastapi.responses import HTMLResponse

from starproof.web.desk import OnDesk
from starproof.web.rendering import shown

router = APIRouter(default_response_class=HTMLResponse, include_in_schema=False)


@router.get("/stories")
def stories(desk: OnDesk, q: str = "", after: str | None = None) -> HTMLResponse:
    """The list of stories."""
    page = desk.bank.list(text=q or None, after=after)
    return shown("stories.html.j2", here="Stories", page=page, q=q)
