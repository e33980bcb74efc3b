"""Today: what to do next and why, what to practise, how ready the principles are, and what was changed last."""

from __future__ import annotations

from datetime import date
from urllib.parse import quote

from fastapi import APIRouter
from fastapi.responses import HTMLResponse

from starproof.api.loops import own_loop
from starproof.core.planning import Loop, Readiness
from starproof.web.addresses import sheet_at
from starproof.web.desk import Desk, OnDesk
from starproof.web.listing import named
from starproof.web.practising.choosing import sitting
from starproof.web.rendering import shown
from starproof.web.standing import ready
from starproof.web.waiting import AllRead

router = APIRouter(default_response_class=HTMLResponse, include_in_schema=False)
LATEST = 6
STANDINGS = (("ready", "Ready", "●"), ("nearly", "Nearly", "◐"), ("not-yet", "Not yet", "○"))


@router.get("/")
def today(desk: OnDesk, _: AllRead = None) -> HTMLResponse:
    """The first page: an empty bank leads by the hand, a filled one says the next thing."""
    if not desk.bank.list(limit=1).total:
        return shown("today/empty.html.j2", here="Today")
    loop, found = own_loop(desk.home, guide=desk.guide), ready(desk)
    latest = desk.bank.list(limit=LATEST)  # after they were read, so that each says how it reads
    return shown(
        "today/today.html.j2",
        here="Today",
        latest=[(line, named(desk.bank, line)) for line in latest.lines],
        total=latest.total,
        loop=loop,
        days=days_to(desk, loop),
        found=found,
        steps=steps_of(found, planned=loop is not None),
        standings=STANDINGS,
        sitting=sitting(desk),
        unfinished=len(desk.studio.unfinished()),
    )


def steps_of(found: Readiness, *, planned: bool) -> list[tuple[str, str]]:
    """Where the next thing is done, as addresses and the words on their buttons; the first does just what is said."""
    add, loop = ("/stories/new", "Add a story"), ("/loop", "See the plan" if planned else "Plan the loop")
    if not found.lines:
        return [add]
    least = next((line for line in found.lines if line.next is not None and line.next == found.next), None)
    if least is None:
        return [loop, ("/practice", "Practise aloud")]
    if least.story is not None:
        return [(sheet_at(least.story), "Open the story"), add, loop]
    asked = f"/questions?principle={quote(least.principle)}", f"What they ask for {least.name}"
    return [add, asked, loop]


def days_to(desk: Desk, loop: Loop | None) -> int | None:
    """Days from today to the loop; ``None`` where it has no day."""
    if loop is None or loop.on is None:
        return None
    return (date.fromisoformat(loop.on) - date.fromisoformat(desk.today)).days
