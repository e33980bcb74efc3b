"""Questions: what interviewers ask, which story answers, and what came of it in a real interview."""

from __future__ import annotations

from datetime import date
from typing import Annotated

from fastapi import APIRouter, Form, Query
from fastapi.responses import HTMLResponse, RedirectResponse

from starproof import api
from starproof.core.bank import WENT, Use
from starproof.core.questions import Question
from starproof.errors import UsageError
from starproof.web.addresses import sheet_at
from starproof.web.desk import Desk, OnDesk
from starproof.web.rendering import shown

router = APIRouter(prefix="/questions", default_response_class=HTMLResponse, include_in_schema=False)
MOST = 40
"""Questions on a page; a search narrows them down."""
NAMED = 400
"""Stories to choose from; those beyond are told about on their own pages."""
Word = Annotated[str, Form()]
Most = Annotated[int, Query(ge=1, le=2_000)]


@router.get("")
def questions(desk: OnDesk, q: str = "", principle: str = "", theme: str = "", most: Most = MOST) -> HTMLResponse:
    """The question bank, and what of the user's answers a question that is not in it."""
    found = api.questions(q or None, principle=principle or None, theme=theme or None)
    return shown(
        "questions/list.html.j2",
        here="Questions",
        found=found[:most],
        most=most,
        total=len(found),
        q=q,
        principle=principle,
        theme=theme,
        principles=desk.guide.principles,
        themes=api.themes(),
        names=desk.names,
    )


@router.get("/match")
def matched(desk: OnDesk, asked: str = "") -> HTMLResponse:
    """Which stories answer a question in the interviewer's words."""
    if not asked.strip():
        raise UsageError("E-USE-070", "The question is empty.", "Ask as an interviewer would.")
    return _answers(desk, asked.strip(), None)


@router.get("/asked")
def asked(desk: OnDesk, question: str = "") -> HTMLResponse:
    """The form after a real interview: which question, which story, how it went."""
    fits = api.match(question, desk.bank.banked(), limit=3, guide=desk.guide) if question.strip() else ()
    likely = [(one.title or one.id, one.id) for one in fits]
    others = sorted((line.digest.title or line.id, line.id) for line in desk.bank.banked(sketches=False))
    return shown(
        "questions/asked.html.j2",
        here="Questions",
        question=question,
        likely=likely,
        others=[one for one in others if one not in likely][:NAMED],
        more=len(others) - len(likely) > NAMED,
        went=WENT,
        today=desk.today,
        principles=desk.guide.principles,
    )


@router.post("/asked")
def debrief(
    desk: OnDesk,
    story: Word,
    on: Word,
    question: Word = "",
    company: Word = "",
    interviewer: Word = "",
    principle: Word = "",
    went: Word = "",
    note: Word = "",
) -> RedirectResponse:
    """Write down that a story was told."""
    how = next((one for one in WENT if one == went), None)
    use = Use(_day(on), _said(company), _said(interviewer), _said(principle), _said(question), how, note.strip())
    desk.bank.record_use(story, use)
    return RedirectResponse(sheet_at(story), 303)


@router.get("/{question_id}")
def question(desk: OnDesk, question_id: str) -> HTMLResponse:
    """One question of the bank: what it is after, strong and weak answers, and the stories for it."""
    found = api.find_question(question_id)
    return _answers(desk, found.text, found)


def _answers(desk: Desk, text: str, known: Question | None) -> HTMLResponse:
    return shown(
        "questions/answers.html.j2",
        here="Questions",
        text=text,
        known=known,
        matches=api.match(text, desk.bank.banked(), limit=5, guide=desk.guide, texts=desk.bank.texts),
        advice=api.what_would_fit(text, guide=desk.guide),
        names=desk.names,
    )


def _day(said: str) -> str:
    try:
        return date.fromisoformat(said.strip()).isoformat()
    except ValueError:
        raise UsageError("E-USE-073", f"{said!r} is no date.", "Write it as 2026-03-31.") from None


def _said(word: str) -> str | None:
    return word.strip() or None
