"""Progress: how readiness moved from revision to revision. It says so where there is too little to plot."""

from __future__ import annotations

from fastapi import APIRouter
from fastapi.responses import HTMLResponse

from starproof.web.desk import OnDesk
from starproof.web.rendering import shown
from starproof.web.standing import ready_over_time
from starproof.web.waiting import AllRead

router = APIRouter(default_response_class=HTMLResponse, include_in_schema=False)
LEAST = 3
"""Days on which something changed, from which a line says anything."""


@router.get("/progress")
def progress(desk: OnDesk, _: AllRead = None) -> HTMLResponse:
    """Principles ready, nearly and not yet by day, as a plot and as a table."""
    found = ready_over_time(desk)
    return shown("progress.html.j2", here="Progress", found=found, plotted=len(found.over_time) >= LEAST, least=LEAST)
