"""The practice log: what was practised, how it moved, and what is to come."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Query
from fastapi.responses import HTMLResponse, Response

from starproof.web.desk import OnDesk
from starproof.web.practising.logged import SESSIONS, logged
from starproof.web.rendering import shown

router = APIRouter(prefix="/practice", default_response_class=HTMLResponse, include_in_schema=False)
CALENDAR = "text/calendar; charset=utf-8"


@router.get("/log")
def log(desk: OnDesk, most: Annotated[int, Query(ge=1, le=2_000)] = SESSIONS) -> HTMLResponse:
    """Everything that was practised."""
    return shown("practice/log.html.j2", here="Practice", **logged(desk, most=most))


@router.get("/agenda.ics")
def calendar(desk: OnDesk) -> Response:
    """The sessions to come, for a calendar."""
    headers = {"content-disposition": 'attachment; filename="practice.ics"'}
    return Response(desk.studio.calendar(), media_type=CALENDAR, headers=headers)
