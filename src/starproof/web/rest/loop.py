"""The loop: who interviews, the plan, locked choices, the page and the calendar to take along."""

from __future__ import annotations

from typing import Annotated, Any

from fastapi import Query, Response
from fastapi.responses import HTMLResponse

from starproof.api.loops import forget_loop
from starproof.api.planning import plan_calendar
from starproof.core.planning import LoopPlan, Seat
from starproof.plan.sought import Names
from starproof.report.planning import render_planning
from starproof.web.desk import OnDesk
from starproof.web.looping import keep, kept_loop, with_lock, without_lock
from starproof.web.rest import rest_router
from starproof.web.rest.answers import problems
from starproof.web.rest.loop_models import LockModel, LoopModel, lock_from, loop_from, model_of
from starproof.web.safety import PRINT_CSP
from starproof.web.standing import planned

router = rest_router("loop", "/loop")
Named = Annotated[str, Query(min_length=1, max_length=200)]
_ONE = problems(404)
_CALENDAR: dict[int | str, dict[str, Any]] = {200: {"description": "iCalendar text.", "content": {"text/calendar": {}}}}
_PAGE: dict[int | str, dict[str, Any]] = {200: {"description": "A page.", "content": {"text/html": {}}}}


@router.get("", responses=_ONE)
def get_loop(desk: OnDesk) -> LoopModel:
    """The loop that is kept."""
    return model_of(kept_loop(desk))


@router.put("", responses=_ONE)
def put_loop(desk: OnDesk, loop: LoopModel) -> LoopModel:
    """Keep who interviews, in place of what was kept."""
    return model_of(keep(desk, loop_from(loop, desk.guide)))


@router.delete("", status_code=204, responses=problems())
def delete_loop(desk: OnDesk) -> None:
    """Throw the loop away; stories are not touched."""
    forget_loop(desk.home)


@router.get("/plan", responses=_ONE)
def get_plan(desk: OnDesk) -> LoopPlan:
    """Which story goes where: the best way there is, with reasons; locked choices stay."""
    return planned(desk, kept_loop(desk))


@router.put("/locks", responses=_ONE)
def put_lock(desk: OnDesk, lock: LockModel) -> LoopPlan:
    """Hold a story in a place, and plan again."""
    desk.bank.get(lock.story)
    loop = with_lock(kept_loop(desk), lock_from(lock, Names(desk.guide)))
    return planned(desk, keep(desk, loop))


@router.delete("/locks", responses=_ONE)
def delete_lock(desk: OnDesk, interviewer: Named, principle: Named, seat: Seat = "first") -> LoopPlan:
    """Let go what is held in a place, and plan again."""
    loop = without_lock(kept_loop(desk), interviewer, Names(desk.guide).find(principle).id, seat)
    return planned(desk, keep(desk, loop))


@router.get("/page", responses={**_ONE, **_PAGE}, response_class=HTMLResponse)
def get_loop_page(desk: OnDesk) -> HTMLResponse:
    """The plan as one page to print."""
    page = render_planning(planned(desk, kept_loop(desk)), format="html")
    return HTMLResponse(page, headers={"content-security-policy": PRINT_CSP})


@router.get("/practice.ics", responses={**_ONE, **_CALENDAR}, response_class=Response)
def get_practice_calendar(desk: OnDesk) -> Response:
    """Practice up to the day of the loop."""
    text = plan_calendar(planned(desk, kept_loop(desk)), now=desk.now())
    return Response(text, media_type="text/calendar; charset=utf-8")
