"""A running session: one page for each phase, one form for each step, and words that are never lost."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Form
from fastapi.responses import HTMLResponse, PlainTextResponse, RedirectResponse, Response
from starlette.background import BackgroundTask

from starproof.api.practising.studio import MOVED_ON
from starproof.core.practice import Session
from starproof.errors import BankError, PracticeError
from starproof.web.desk import Desk, OnDesk
from starproof.web.forms import Numbered, plain_lines
from starproof.web.hearing import OnHearing
from starproof.web.practising.keeping import forget_aside, keep_words, set_aside
from starproof.web.practising.looked import looked
from starproof.web.practising.named import results
from starproof.web.practising.screen import screen
from starproof.web.practising.taking import Sent, take
from starproof.web.problems import problem_of
from starproof.web.rendering import shown

router = APIRouter(prefix="/practice/{session_id}", default_response_class=HTMLResponse, include_in_schema=False)
Word = Annotated[str, Form()]
Place = Annotated[int, Form(ge=0, le=10_000)]


@router.get("")
def session_page(desk: OnDesk, session_id: str) -> HTMLResponse:
    """Where the session stands. While somebody thinks, the interviewer is made ready to listen."""
    session = desk.studio.open(session_id)
    page = _page(desk, session)
    if session.phase == "think":
        page.background = BackgroundTask(desk.studio.warm)
    return page


@router.post("/step")
def step(
    desk: OnDesk,
    hearing: OnHearing,
    session_id: str,
    after: Place,
    kind: Word = "",
    text: Word = "",
    recording: Word = "",
    seconds: Word = "",
    milliseconds: Word = "",
    grade: Word = "",
    story: Word = "",
    assignment: Annotated[int | None, Form()] = None,
    turn: Annotated[int | None, Form()] = None,
    back: Word = "",
    drop: Word = "",
) -> Response:
    """Take a step; where it cannot be taken the words are kept and the page says why."""
    session = desk.studio.open(session_id)
    sent = Sent(
        kind or ("rated" if grade else ""),
        plain_lines(text),
        recording,
        seconds,
        milliseconds,
        grade,
        story,
        assignment,
        turn,
    )
    try:
        take(desk, hearing, session, sent, after=after)
    except (BankError, PracticeError) as error:
        if isinstance(error, BankError) and error.code != MOVED_ON:
            raise
        return _refused(desk, session, sent, error, stale=after != session.steps)
    if drop:
        forget_aside(desk, session_id)
    where = f"/look/{assignment}" if back == "look" and assignment is not None else ""
    return RedirectResponse(f"/practice/{session_id}{where}", 303)


@router.get("/words/{at}/{turn}", response_class=PlainTextResponse)
def words(desk: OnDesk, session_id: str, at: int, turn: int) -> Response:
    """What was typed to one question and not sent."""
    session = desk.studio.open(session_id)
    waits = (at, turn) == (session.at, len(session.attempt.turns))
    kept = desk.studio.words(session_id) if waits else None
    return Response(status_code=204) if kept is None else PlainTextResponse(kept)


@router.post("/words/{at}/{turn}", status_code=204)
def keep(desk: OnDesk, session_id: str, at: int, turn: int, sending: Numbered, text: Word = "") -> Response:
    """Keep what is typed to one question."""
    keep_words(desk, desk.studio.open(session_id), plain_lines(text), at=at, turn=turn, sending=sending)
    return Response(status_code=204)


@router.post("/aside/forget")
def forget(desk: OnDesk, session_id: str) -> RedirectResponse:
    """Throw away words that were set aside."""
    forget_aside(desk, session_id)
    return RedirectResponse(f"/practice/{session_id}", 303)


def _refused(desk: Desk, session: Session, sent: Sent, error: BankError | PracticeError, *, stale: bool) -> Response:
    """The page as the session stands, with the words that were sent and why they were not taken."""
    answering = sent.kind == "answered" and "answered" in _open(session) and not stale
    if answering:
        desk.studio.keep_words(session.setup.id, sent.text)
    else:
        set_aside(desk, session, sent.text)
    return _page(desk, session, error=error, stale=stale, status=problem_of(error).status)


def _open(session: Session) -> tuple[str, ...]:
    from starproof.practice.session import open_steps

    return open_steps(session)


def _page(
    desk: Desk,
    session: Session,
    *,
    error: BankError | PracticeError | None = None,
    stale: bool = False,
    status: int = 200,
) -> HTMLResponse:
    told = {**screen(desk, session), "error": error, "stale": stale}
    drilled = session.setup.mode == "retrieval"
    if session.paused:
        return shown("practice/paused.html.j2", status=status, **told)
    if session.phase == "look" and not drilled:
        told |= looked(desk, session.setup.id, session.at)
    if drilled and session.phase in ("look", "done"):
        told["results"] = results(desk, session)
    name = session.phase.replace("-", "_")
    special = f"named_{name}" if drilled and session.phase in ("answer", "look", "done") else name
    special = "essay" if session.setup.mode == "essay" and session.phase == "answer" else special
    return shown(f"practice/{special}.html.j2", status=status, **told)
