"""Loop: who interviews, and which story goes where. Solved anew at every change; locked choices stay."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Annotated
from urllib.parse import quote

from fastapi import APIRouter, Form
from fastapi.responses import HTMLResponse, RedirectResponse, Response

from starproof.api.loops import forget_loop
from starproof.api.planning import plan_calendar
from starproof.core.planning import SEATS, Interviewer, Lock, Loop, Seat, Sought
from starproof.errors import InputError
from starproof.plan.sought import Names
from starproof.report.planning import render_planning
from starproof.report.planning.sheet import minding, seats_of, summary
from starproof.web.desk import Desk, OnDesk
from starproof.web.looping import candidates, kept_loop, loop_of, with_lock, without_lock
from starproof.web.looping import keep as keep_loop
from starproof.web.rendering import shown
from starproof.web.safety import PRINT_CSP
from starproof.web.standing import planned
from starproof.web.waiting import AllRead

router = APIRouter(prefix="/loop", default_response_class=HTMLResponse, include_in_schema=False)
OFFERED = 40
"""Stories to choose from on a page; a search narrows them down."""
BLANK = 3
"""Empty rows for more interviewers, below those named."""
Texts = Annotated[list[str], Form()]
Word = Annotated[str, Form()]


@router.get("")
def page(desk: OnDesk, _: AllRead = None) -> HTMLResponse:
    """The plan, or how to begin."""
    loop = loop_of(desk)
    if loop is None:
        return _form(desk, Loop(()))
    plan = planned(desk, loop)
    return shown(
        "loop/plan.html.j2",
        here="Loop",
        loop=loop,
        plan=plan,
        seats=seats_of(plan),
        summary=summary(plan),
        minding=lambda choice: list(minding(choice)),
        place_of=place_of,
    )


@router.get("/edit")
def edit(desk: OnDesk) -> HTMLResponse:
    """Who interviews."""
    return _form(desk, loop_of(desk) or Loop(()))


@router.post("")
def keep(
    desk: OnDesk,
    name: Texts,
    one: Texts,
    two: Texts,
    minutes: Texts,
    company: Word = "",
    role: Word = "",
    on: Word = "",
    bar_raiser: Annotated[list[int] | None, Form()] = None,
) -> Response:
    """Keep who interviews, and plan."""
    before = loop_of(desk) or Loop(())
    names = Names(desk.guide)
    rows = zip(name, one, two, minutes, strict=False)
    raisers = set(bar_raiser or ())
    people = tuple(
        Interviewer(who.strip(), _sought(names, first, second), place in raisers, _minutes(who, length))
        for place, (who, first, second, length) in enumerate(rows)
        if who.strip()
    )
    asked = {(person.name, sought.id) for person in people for sought in person.principles}
    locked = tuple(lock for lock in before.locked if (lock.interviewer, lock.principle) in asked)
    loop = replace(before, interviewers=people, company=company, role=role, on=_day(on), locked=locked)
    keep_loop(desk, loop)
    return RedirectResponse("/loop", 303)


@router.get("/hold")
def hold(desk: OnDesk, interviewer: str, principle: str, seat: str = "first", q: str = "") -> HTMLResponse:
    """Which story is to be held in a place: those that show what is asked for first."""
    sought = Names(desk.guide).find(principle)
    fitting = candidates(desk, sought, q)
    return shown(
        "loop/hold.html.j2",
        here="Loop",
        interviewer=interviewer,
        sought=sought,
        level=desk.guide.level,
        seat=_seat(seat),
        q=q,
        rows=fitting[:OFFERED],
        total=len(fitting),
    )


@router.post("/lock")
def lock(desk: OnDesk, interviewer: Word, principle: Word, seat: Word, story: Word = "") -> Response:
    """Hold a story in a place, or let it go where none is named; then plan again."""
    loop = loop_of(desk) or Loop(())
    if story:
        desk.bank.get(story)
        keep_loop(desk, with_lock(loop, Lock(interviewer, principle, story, _seat(seat))))
    else:
        keep_loop(desk, without_lock(loop, interviewer, principle, _seat(seat)))
    return RedirectResponse(f"/loop#{quote(place_of(interviewer, principle))}", 303)


@router.post("/forget")
def forget(desk: OnDesk) -> Response:
    """Throw the loop away; stories are not touched."""
    forget_loop(desk.home)
    return RedirectResponse("/loop", 303)


@router.get("/print")
def printed(desk: OnDesk) -> HTMLResponse:
    """The plan as one page to take along."""
    page = render_planning(planned(desk, kept_loop(desk)), format="html")
    return HTMLResponse(page, headers={"content-security-policy": PRINT_CSP})


@router.get("/practice.ics")
def calendar(desk: OnDesk) -> Response:
    """Practice up to the day, for a calendar."""
    text = plan_calendar(planned(desk, kept_loop(desk)), now=desk.now())
    headers = {"content-disposition": 'attachment; filename="practice.ics"'}
    return Response(text, media_type="text/calendar; charset=utf-8", headers=headers)


def _form(desk: Desk, loop: Loop) -> HTMLResponse:
    blank = Interviewer("", ())
    rows = [*loop.interviewers, *[blank] * BLANK] if loop.interviewers else [blank] * 5
    return shown("loop/edit.html.j2", here="Loop", loop=loop, rows=rows, known=Names(desk.guide).all())


def place_of(interviewer: str, principle: str) -> str:
    """What a question of the plan is called in an address."""
    return f"{interviewer}-{principle}".replace(" ", "-")


def _seat(said: str) -> Seat:
    return next((known for known in SEATS if known == said), SEATS[0])


def _sought(names: Names, *said: str) -> tuple[Sought, ...]:
    return tuple(dict.fromkeys(names.find(one) for one in said if one))


def _day(said: str) -> str | None:
    try:
        return date.fromisoformat(said.strip()).isoformat() if said.strip() else None
    except ValueError:
        raise InputError("E-PLN-052", f"{said!r} is no date.", "Write it as 2026-03-31.") from None


def _minutes(who: str, said: str) -> float | None:
    try:
        return float(said) if said.strip() else None
    except ValueError:
        raise InputError("E-PLN-051", f"{said!r} are no minutes for {who!r}.", "Give a number, such as 45.") from None
