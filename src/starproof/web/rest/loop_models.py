"""The loop as the REST takes and gives it."""

from __future__ import annotations

from dataclasses import asdict
from typing import Annotated, Literal, get_args

from pydantic import BaseModel, ConfigDict, Field

from starproof.core.guide import Guide
from starproof.core.planning import Interviewer, Lock, Loop, Practice, Seat, Told
from starproof.plan.sought import Names
from starproof.web.rest.models import Day

Name = Annotated[str, Field(min_length=1, max_length=200)]
Weekday = Literal["mon", "tue", "wed", "thu", "fri", "sat", "sun"]
_WEEK: tuple[Weekday, ...] = get_args(Weekday)


class _Strict(BaseModel):
    model_config = ConfigDict(extra="forbid")


class InterviewerModel(_Strict):
    """Somebody who interviews."""

    name: Name
    principles: list[Name] = Field(min_length=1, max_length=16, description="Ids or names of what is asked for.")
    bar_raiser: bool = False
    minutes: float | None = Field(None, ge=5, le=480)
    style: str = ""


class LockModel(_Strict):
    """A choice that the plan keeps."""

    interviewer: Name
    principle: Name
    story: Name = Field(description="The story's id.")
    seat: Seat = Field("first", description="To be told, or to fall back on.")


class ToldModel(_Strict):
    """A story that was told to a company before."""

    story: Name
    company: Name
    on: Day | None = None


class PracticeModel(_Strict):
    """When its owner can practise."""

    start: Annotated[str, Field(pattern=r"^([01][0-9]|2[0-3]):[0-5][0-9]$", description="Local time.")] = "19:00"
    minutes: Annotated[int, Field(ge=5, le=240)] = 30
    days: list[Weekday] = Field(default_factory=lambda: list(_WEEK), min_length=1)
    sessions: Annotated[int, Field(ge=1, le=60, description="So many at the most.")] = 12


class LoopModel(_Strict):
    """A day of interviews."""

    interviewers: list[InterviewerModel] = Field(min_length=1, max_length=24)
    company: str = ""
    role: str = ""
    on: Day | None = Field(None, description="The day of the loop.")
    locked: list[LockModel] = Field(default_factory=list)
    told: list[ToldModel] = Field(default_factory=list)
    leave_out: list[Name] = Field(default_factory=list, description="Ids of stories that are not to be told.")
    backups: bool = Field(True, description="Whether each question gets a story to fall back on.")
    share_backups: bool = Field(False, description="Whether one story may stand by for several questions.")
    practice: PracticeModel = PracticeModel()


def loop_from(said: LoopModel, guide: Guide) -> Loop:
    """The loop as it is planned.

    Raises:
        NotFound: when a principle is none; the hint lists the closest.
    """
    names = Names(guide)
    return Loop(
        tuple(_interviewer(one, names) for one in said.interviewers),
        company=said.company,
        role=said.role,
        on=said.on,
        locked=tuple(lock_from(one, names) for one in said.locked),
        told=tuple(Told(**one.model_dump()) for one in said.told),
        leave_out=tuple(said.leave_out),
        backups=said.backups,
        share_backups=said.share_backups,
        practice=_practice(said.practice),
    )


def lock_from(said: LockModel, names: Names) -> Lock:
    """A lock by the id of its principle.

    Raises:
        NotFound: when the principle is none.
    """
    return Lock(said.interviewer, names.find(said.principle).id, said.story, said.seat)


def model_of(loop: Loop) -> LoopModel:
    """The loop as it is given."""
    people = [{**asdict(one), "principles": [sought.id for sought in one.principles]} for one in loop.interviewers]
    return LoopModel.model_validate({**asdict(loop), "interviewers": people})


def _interviewer(said: InterviewerModel, names: Names) -> Interviewer:
    found = tuple(names.find(one) for one in said.principles)
    return Interviewer(said.name, found, said.bar_raiser, said.minutes, said.style)


def _practice(said: PracticeModel) -> Practice:
    return Practice(said.start, said.minutes, tuple(said.days), said.sessions)
