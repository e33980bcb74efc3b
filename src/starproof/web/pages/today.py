"""Today: what to do next and why, what to practise, how ready the principles are, and what was changed last."""

from __future__ import annotations

from datetime import date

from fastapi import APIRouter
from fastapi.responses import HTMLResponse

from starproof.api.loops import own_loop
from starproof.core.planning import Loop
from starproof.web.desk import Desk, OnDesk
from starproof.web.practising.choosing import sitting
from starproof.web.rendering import shown
from starproof.web.standing import ready

router = APIRouter(default_response_class=HTMLResponse, include_in_schema=False)
LATEST = 6
STANDINGS = (("ready", "Ready", "●"), ("nearly", "Nearly", "◐"), ("not-yet", "Not yet", "○"))


@router.get("/")
def today(desk: OnDesk) -> HTMLResponse:
    """The first page: an empty bank leads by the hand, a filled one says the next thing."""
    latest = desk.bank.list(limit=LATEST)
    if not latest.total:
        return shown("today/empty.html.j2", here="Today")
    loop = own_loop(desk.home, guide=desk.guide)
    return shown(
        "today/today.html.j2",
        here="Today",
        latest=latest.lines,
        total=latest.total,
        loop=loop,
        days=days_to(desk, loop),
        found=ready(desk),
        standings=STANDINGS,
        sitting=sitting(desk),
        unfinished=len(desk.studio.unfinished()),
    )


def days_to(desk: Desk, loop: Loop | None) -> int | None:
    """Days from today to the loop; ``None`` where it has no day."""
    if loop is None or loop.on is None:
        return None
    return (date.fromisoformat(loop.on) - date.fromisoformat(desk.today)).days
