"""Today: what to do next, and why."""

from __future__ import annotations

from fastapi import APIRouter
from fastapi.responses import HTMLResponse

from starproof.web.desk import OnDesk
from starproof.web.rendering import shown

router = APIRouter(default_response_class=HTMLResponse, include_in_schema=False)


@router.get("/")
def today(desk: OnDesk) -> HTMLResponse:
    """The first page."""
    latest = desk.bank.list(limit=6)
    return shown("today.html.j2", here="Today", latest=latest.lines, total=latest.total)
