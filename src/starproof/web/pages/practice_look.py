"""One answer of a session, looked at again."""

from __future__ import annotations

from fastapi import APIRouter
from fastapi.responses import HTMLResponse

from starproof.web.desk import OnDesk
from starproof.web.practising.looked import looked
from starproof.web.practising.screen import screen
from starproof.web.rendering import shown

router = APIRouter(prefix="/practice/{session_id}/look", default_response_class=HTMLResponse, include_in_schema=False)


@router.get("/{number}")
def look(desk: OnDesk, session_id: str, number: int) -> HTMLResponse:
    """What an attempt came to, at any time after it."""
    found = looked(desk, session_id, number)
    session = found["look"].session
    told = {**screen(desk, session), "one": found["look"].assignment, "attempt": found["look"].attempt}
    return shown("practice/again.html.j2", **told, **found, number=number, error=None, stale=False)
