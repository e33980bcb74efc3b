"""Progress: how readiness moved from revision to revision. It says so where there is too little to plot."""

from __future__ import annotations

from fastapi import APIRouter
from fastapi.responses import HTMLResponse

from starproof.api.planning import readiness, story_history
from starproof.web.desk import OnDesk
from starproof.web.rendering import shown

router = APIRouter(default_response_class=HTMLResponse, include_in_schema=False)
LEAST = 3
"""Days on which something changed, from which a line says anything."""


@router.get("/progress")
def progress(desk: OnDesk) -> HTMLResponse:
    """Principles ready, nearly and not yet by day, as a plot and as a table."""
    stories = desk.bank.banked()
    found = readiness(stories, guide=desk.guide, today=desk.today, history=story_history(desk.bank))
    return shown("progress.html.j2", here="Progress", found=found, plotted=len(found.over_time) >= LEAST, least=LEAST)
