"""Practice: the next thing to practise, five ways to practise anything else, and what was left unfinished."""

from __future__ import annotations

from functools import partial
from typing import Annotated

from fastapi import APIRouter, Form
from fastapi.responses import HTMLResponse, RedirectResponse

from starproof.api.practising import Wishes
from starproof.core.practice import MANNERS, MODES
from starproof.errors import PracticeError
from starproof.report.practice import MODE_NAMES, session_title
from starproof.web.desk import OnDesk
from starproof.web.forms import plain_lines
from starproof.web.practising.choosing import chosen, manner_of, offered, sitting, whole
from starproof.web.practising.naming import MANNERS as MANNER_WORDS
from starproof.web.practising.naming import TITLE, Calendar
from starproof.web.rendering import shown
from starproof.web.waiting import AllRead

router = APIRouter(prefix="/practice", default_response_class=HTMLResponse, include_in_schema=False)
UNFINISHED = 5
"""Unfinished sessions on the page; the log has them all."""
Word = Annotated[str, Form()]


@router.get("")
def choose(desk: OnDesk, story: str = "", question: str = "", figure: str = "", _: AllRead = None) -> HTMLResponse:
    """What to practise."""
    if not desk.bank.banked(sketches=False):
        return shown("practice/empty.html.j2", here="Practice")
    wanted = chosen(desk, story=story, question=question, figure=figure)
    unfinished = desk.studio.unfinished()
    planned = desk.studio.planned()
    return shown(
        "practice/choose.html.j2",
        here="Practice",
        wanted=wanted,
        named=bool(story or question or figure),
        sitting=None if wanted else sitting(desk),
        unfinished=unfinished[:UNFINISHED],
        more=max(0, len(unfinished) - UNFINISHED),
        stories=offered(desk, story),
        loop=planned.loop if planned else None,
        modes=MODE_NAMES,
        manners=[(one, MANNER_WORDS[one]) for one in MANNERS],
        title_of=partial(session_title, most=TITLE),
        days=Calendar.of(desk),
    )


@router.post("")
def begin(
    desk: OnDesk,
    mode: Word = "story",
    story: Word = "",
    question: Word = "",
    figure: Word = "",
    manner: Word = "",
    many: Word = "",
    minutes: Word = "",
    seconds: Word = "",
    block: Word = "",
) -> RedirectResponse:
    """Begin a session."""
    if mode not in MODES:
        raise PracticeError("E-SES-021", f"There is no mode {mode!r}.", f"There are {', '.join(MODES)}.")
    wishes: Wishes = {
        "story": story or None,
        "question": question.strip() or None,
        "figure": plain_lines(figure) or None,
        "manner": manner_of(manner),
        "many": whole("many", many),
        "minutes": whole("minutes", minutes),
        "seconds": whole("seconds", seconds),
        "block": whole("block", block),
    }
    session = desk.studio.begin(mode, **wishes)
    return RedirectResponse(f"/practice/{session.setup.id}", 303)


@router.post("/{session_id}/resume")
def resume(desk: OnDesk, session_id: str) -> RedirectResponse:
    """Go on with a session; the time since it was left counts for nothing."""
    if desk.studio.open(session_id).phase != "done":
        desk.studio.step(session_id, "resumed")
    return RedirectResponse(f"/practice/{session_id}", 303)


@router.post("/{session_id}/delete")
def delete(desk: OnDesk, session_id: str) -> RedirectResponse:
    """Delete a session for good, with its recordings and its ratings."""
    desk.studio.drop(session_id)
    return RedirectResponse("/practice/log", 303)
