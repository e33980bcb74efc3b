"""Practice: sessions step by step, what answers came to, what is due, the log and the agenda."""

from __future__ import annotations

import math
from dataclasses import replace
from typing import Annotated, Any

from fastapi import Path, Query, Response

from starproof.api.practising import look_as_dict, session_as_dict
from starproof.core.practice import Session
from starproof.practice.log import PracticeLog, Trend
from starproof.practice.schedule import Agenda
from starproof.report import as_json
from starproof.web.desk import Desk, OnDesk
from starproof.web.hearing import OnHearing
from starproof.web.practising.taking import Sent, take
from starproof.web.rest import rest_router
from starproof.web.rest.answers import problems, tagged
from starproof.web.rest.practice_models import (
    Begin,
    CardOut,
    SessionLine,
    SessionOut,
    Sessions,
    StepIn,
    WordsIn,
    WordsOut,
)

router = rest_router("practice", "/practice")
SessionId = Annotated[str, Path(max_length=200)]
_ONE = problems(404, 409)
_STEP: dict[int | str, dict[str, Any]] = {
    "4XX": {
        **problems()["4XX"],
        "description": "404: there is no such session. 409: the session cannot take this step now. "
        "412: the session has moved on since `after`. 422: a value is none that can be taken.",
    }
}
_CALENDAR: dict[int | str, dict[str, Any]] = {200: {"description": "iCalendar text.", "content": {"text/calendar": {}}}}
_LOOK: dict[int | str, dict[str, Any]] = {
    200: {
        "description": "A look, `starproof.look/1`; spans count code points of its `text`.",
        "content": {
            "application/json": {
                "schema": {
                    "type": "object",
                    "required": ["schema", "session", "assignment", "text", "starts", "review", "delivery", "lost"],
                    "properties": {"schema": {"const": "starproof.look/1"}},
                }
            }
        },
    }
}


@router.post("/sessions", status_code=201, responses=_ONE)
def begin_session(desk: OnDesk, response: Response, said: Begin) -> SessionOut:
    """Begin a session; once this is answered it survives any crash."""
    session = desk.studio.begin(said.mode, **said.wishes())
    response.headers["location"] = f"/api/v1/practice/sessions/{session.setup.id}"
    return _out(desk, session, response)


@router.get("/sessions", responses=problems())
def list_sessions(
    desk: OnDesk,
    unfinished: Annotated[bool, Query(description="Those alone in which something is left to do.")] = False,
    limit: Annotated[int, Query(ge=1, le=200)] = 50,
    after: Annotated[str | None, Query(description="`next` of the page before.")] = None,
) -> Sessions:
    """A page of sessions."""
    found = list(desk.studio.unfinished() if unfinished else desk.studio.sessions())
    start = next((place for place, one in enumerate(found, 1) if one.setup.id == after), 0)
    page = found[start : start + limit]
    more = page[-1].setup.id if page and start + limit < len(found) else None
    return Sessions(items=[SessionLine.of(one) for one in page], total=len(found), next=more)


@router.get("/sessions/{session_id}", responses=_ONE)
def get_session(desk: OnDesk, response: Response, session_id: SessionId) -> SessionOut:
    """Where a session stands."""
    return _out(desk, desk.studio.open(session_id), response)


@router.delete("/sessions/{session_id}", status_code=204, responses=_ONE)
def delete_session(desk: OnDesk, session_id: SessionId) -> None:
    """Delete a session for good, with its recordings and its ratings."""
    desk.studio.drop(session_id)


@router.post("/sessions/{session_id}/steps", responses=_STEP)
def take_step(desk: OnDesk, hearing: OnHearing, response: Response, session_id: SessionId, step: StepIn) -> SessionOut:
    """Take a step; after an answer the interviewer asks the next follow-up, or closes."""
    said = {name: value for name, value in step.model_dump(exclude={"after", "closing"}).items() if value is not None}
    kind = "over" if step.kind == "closed" and step.closing == "time" else step.kind
    seconds = said.pop("seconds", None)
    timed = {"milliseconds": str(seconds * 1000), "seconds": str(seconds)} if seconds is not None else {}
    sent = Sent(**{**said, **timed, "kind": kind})
    return _out(desk, take(desk, hearing, desk.studio.open(session_id), sent, after=step.after), response)


@router.get("/sessions/{session_id}/words", responses=_ONE)
def get_words(desk: OnDesk, session_id: SessionId) -> WordsOut:
    """What was typed as the next answer and not sent."""
    return WordsOut(text=desk.studio.words(session_id))


@router.put("/sessions/{session_id}/words", status_code=204, responses=_ONE)
def keep_words(desk: OnDesk, session_id: SessionId, said: WordsIn) -> None:
    """Keep what is typed as the next answer; once this is answered it survives any crash."""
    desk.studio.keep_words(session_id, said.text)


@router.get("/sessions/{session_id}/look/{assignment}", responses={**_ONE, **_LOOK}, response_class=Response)
def get_look(desk: OnDesk, session_id: SessionId, assignment: Annotated[int, Path(ge=0)]) -> Response:
    """What an attempt came to: its review, its delivery, what was lost, and the try before."""
    found = look_as_dict(desk.studio.look(session_id, assignment))
    return Response(as_json(found), media_type="application/json")


@router.get("/due", responses=problems())
def get_due(desk: OnDesk, most: Annotated[int, Query(ge=1, le=500)] = 50) -> list[CardOut]:
    """What to practise now, the most needed first, each with its reason."""
    return [CardOut.of(one) for one in desk.studio.due(most=most)]


@router.get("/log", responses=problems())
def get_log(desk: OnDesk) -> PracticeLog:
    """What was practised, week by week, and how it moved."""
    log = desk.studio.log()
    stories = tuple(
        replace(one, seconds=_finite(one.seconds), follow_ups=_finite(one.follow_ups), grading=_finite(one.grading))
        for one in log.stories
    )
    reactions = tuple(replace(one, times=_finite(one.times) or one.times) for one in log.reactions)
    return replace(log, stories=stories, reactions=reactions)


@router.get("/agenda", responses=problems())
def get_agenda(desk: OnDesk) -> Agenda:
    """The sessions to come, up to the loop, or for two weeks where there is none."""
    return desk.studio.agenda()


@router.get("/agenda.ics", responses={**problems(), **_CALENDAR}, response_class=Response)
def get_agenda_calendar(desk: OnDesk) -> Response:
    """The sessions to come, for a calendar."""
    return Response(desk.studio.calendar(), media_type="text/calendar; charset=utf-8")


def _out(desk: Desk, session: Session, response: Response) -> SessionOut:
    tagged(response, session.steps)
    return SessionOut.model_validate(session_as_dict(session, now=desk.studio.now()))


def _finite(trend: Trend | None) -> Trend | None:
    """A trend as JSON can say it: an interval without ends is none."""
    endless = trend is not None and trend.between is not None and not all(map(math.isfinite, trend.between))
    return replace(trend, between=None) if trend is not None and endless else trend
