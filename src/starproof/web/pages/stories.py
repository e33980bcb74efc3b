"""Stories: the list, its filters, and what is done with several at once."""

from __future__ import annotations

from typing import Annotated, Any

from fastapi import APIRouter, Depends, Form
from fastapi.responses import HTMLResponse, RedirectResponse, Response

from starproof.api.exchange import drafts_of
from starproof.errors import UsageError
from starproof.report.words import counted
from starproof.web.desk import OnDesk
from starproof.web.downloads import Form as ExportForm
from starproof.web.downloads import download
from starproof.web.forms import listed
from starproof.web.listing import AGE_WORDS, READING_SHAPES, Asked, done_at, rows
from starproof.web.rendering import shown
from starproof.web.several import Do, carried_out

router = APIRouter(prefix="/stories", default_response_class=HTMLResponse, include_in_schema=False)
AT_ONCE = 6
"""Stories that are read while somebody waits for the next word on it."""
FEW = 5
"""Stories that are seen at a glance: up to so many, there is nothing to search or filter."""
Chosen = Annotated[list[str] | None, Form()]


def _asked(
    q: str = "",
    principle: str = "",
    level: str = "",
    flag: str = "",
    tag: str = "",
    fresh: str = "",
    where: str = "here",
    sort: str = "updated",
) -> Asked:
    return Asked(q, principle, level, flag, tag, fresh, where, sort)


@router.get("")
def stories(
    desk: OnDesk,
    asked: Annotated[Asked, Depends(_asked)],
    after: str | None = None,
    done: str = "",
    count: int = 0,
    change: int = 0,
) -> HTMLResponse:
    """The list of stories, or the rest of it."""
    page = asked.page(desk.bank, today=desk.today, after=after)
    context: dict[str, Any] = {
        "page": page,
        "rows": rows(desk, page.lines),
        "asked": asked,
        "after": after,
        "guide": desk.guide,
        "reading_shapes": READING_SHAPES,
        "ages": AGE_WORDS,
        "unread": len(desk.bank.working.unreviewed()),
        "few": FEW,
        "away": desk.bank.list(archived=True, limit=1).total,
        "done": _DONE.get(done, "").format(counted(count, "story", "stories")),
        "change": change,
    }
    return shown("stories.html.j2", here="Stories", said=f"{counted(page.total, 'story', 'stories')}.", **context)


_DONE = {
    "archive": "{} put away. Nothing of them is lost: filter by “put away” to see them.",
    "restore": "{} brought back.",
    "tag": "{} tagged.",
    "untag": "The tag was taken from {}.",
    "import": "{} taken in.",
    "undo": "Undone: {} as before.",
}


@router.post("/several")
def several(
    desk: OnDesk,
    do: Annotated[Do, Form()],
    ids: Chosen = None,
    tags: Annotated[str, Form()] = "",
) -> RedirectResponse:
    """Put several stories away, bring them back, tag them: one change, all or none."""
    if not ids:
        raise UsageError("E-WEB-010", "No story was chosen.", "Go back, tick the stories you mean, and try again.")
    done = carried_out(desk.bank, do, ids, listed(tags))
    return RedirectResponse(done_at(do, len(done.entries), done.change), 303)


@router.post("/undo")
def undo(desk: OnDesk, change: Annotated[int, Form(ge=1, le=2**31 - 1)]) -> RedirectResponse:
    """Take the change back that was just made of several stories, unless something else was changed since."""
    return RedirectResponse(done_at("undo", len(desk.bank.undo(change=change)), None), 303)


@router.post("/export")
def export(desk: OnDesk, form: Annotated[ExportForm, Form(alias="as")], ids: Chosen = None) -> Response:
    """Stories as a file: those chosen, or all."""
    return download(drafts_of(desk.bank, ids=ids or ()), form, on=desk.today)


@router.post("/reading")
def read_some(desk: OnDesk, refused: Annotated[int, Form()] = 0, all: Annotated[str, Form()] = "") -> Response:
    """Read some of the stories that were not read yet, and say how many are left; what is read stays read."""
    waiting = desk.bank.working.unreviewed()[refused:]
    came = desk.bank.working.review(waiting if all else waiting[:AT_ONCE])
    left = len(waiting) - came.done - len(came.refused)
    if all:
        return RedirectResponse("/stories", 303)
    said = "" if left else "All stories are read."
    return shown("stories_reading.html.j2", unread=left, refused=refused + len(came.refused), said=said)
