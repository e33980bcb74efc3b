"""Reading the stories that a page waits for, a few at a time."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Form
from fastapi.responses import HTMLResponse, RedirectResponse, Response

from starproof.web.desk import OnDesk
from starproof.web.rendering import PAGES, shown

router = APIRouter(default_response_class=HTMLResponse, include_in_schema=False)
AT_ONCE = 6
"""Stories that are read while somebody waits for the next word on it."""
Counted = Annotated[int, Form(ge=0, le=2**31 - 1)]


@router.post("/reading")
def read_on(
    desk: OnDesk, to: Annotated[str, Form()], total: Counted, refused: Counted = 0, all: Annotated[str, Form()] = ""
) -> Response:
    """Read some of the stories and say how far it is; once all are read, go to the page that waits for them."""
    waiting = desk.bank.working.unreviewed()[refused:]
    came = desk.bank.working.review(waiting if all else waiting[:AT_ONCE])
    refused += len(came.refused)
    left = 0 if all else len(waiting) - came.done - len(came.refused)
    address = to if to in (known for known, _ in PAGES) else "/"
    address += "?unread=some" if refused else ""
    if all:
        return RedirectResponse(address, 303)
    if not left:
        return Response(headers={"hx-redirect": address})
    return shown("reading_part.html.j2", to=to, total=max(total, left), unread=left, refused=refused)
