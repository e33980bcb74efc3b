"""Questions that interviewers ask, the stories that answer them, and where stories were told."""

from __future__ import annotations

from typing import Annotated

from fastapi import Query
from pydantic import BaseModel, ConfigDict, Field

from starproof import api
from starproof.api.matching import Advice, Match
from starproof.core.questions import Question, Theme
from starproof.web.desk import Desk, OnDesk
from starproof.web.rest import rest_router
from starproof.web.rest.answers import problems
from starproof.web.rest.models import Telling

router = rest_router("questions")
MOST = 2_000
Asked = Annotated[str, Field(min_length=1, max_length=MOST, description="In the interviewer's words.")]
Few = Annotated[int, Field(ge=1, le=50, description="So many stories at the most.")]


class Questions(BaseModel):
    """A page of the question bank."""

    items: list[Question]
    total: int = Field(description="Questions that fit, on all pages.")
    next: str | None = Field(description="The cursor of the page after this one.")


class ToMatch(BaseModel):
    """A question to find stories for."""

    model_config = ConfigDict(extra="forbid")
    question: Asked
    limit: Few = 5


class Matched(BaseModel):
    """Stories for a question, best first, each with its reasons; and what kind of story would fit."""

    question: str
    matches: list[Match] = Field(description="Empty where no story fits.")
    advice: Advice


class Told(BaseModel):
    """One telling, and the story that was told."""

    story: str
    title: str | None
    telling: Telling


@router.get("/questions", responses=problems(404))
def list_questions(
    desk: OnDesk,
    q: Annotated[str | None, Query(description="Words that must all stand in it, in any inflection.")] = None,
    principle: str | None = None,
    theme: str | None = None,
    limit: Annotated[int, Query(ge=1, le=500)] = 50,
    after: Annotated[str | None, Query(description="`next` of the page before.")] = None,
) -> Questions:
    """The question bank, in its order."""
    found = api.questions(q or None, principle=principle or None, theme=theme or None)
    rest = found[_place(found, after) :]
    more = rest[limit - 1].id if len(rest) > limit else None
    return Questions(items=list(rest[:limit]), total=len(found), next=more)


@router.get("/questions/{question_id}", responses=problems(404))
def get_question(desk: OnDesk, question_id: str) -> Question:
    """One question: what it is after, what strong and weak answers do, what is asked next."""
    return api.find_question(question_id)


@router.get("/themes", responses=problems())
def list_themes(desk: OnDesk) -> list[Theme]:
    """The themes by which questions are sorted."""
    return list(api.themes())


@router.get("/match", responses=problems())
def get_match(
    desk: OnDesk,
    question: Annotated[str, Query(min_length=1, max_length=MOST, description="In the interviewer's words.")],
    limit: Annotated[int, Query(ge=1, le=50)] = 5,
) -> Matched:
    """Which stories answer a question, and why."""
    return _matched(desk, question, limit)


@router.post("/match", responses=problems())
def match_question(desk: OnDesk, asked: ToMatch) -> Matched:
    """The same for a question that is better not written into an address."""
    return _matched(desk, asked.question, asked.limit)


@router.get("/tellings", responses=problems())
def list_tellings(desk: OnDesk) -> list[Told]:
    """Where stories were told, the last one first. A story's own address takes new ones."""
    told = [
        Told(story=line.id, title=line.digest.title, telling=Telling.model_validate(use, from_attributes=True))
        for line in desk.bank.banked(sketches=False)
        for use in line.uses
    ]
    return sorted(told, key=lambda one: one.telling.on, reverse=True)


def _matched(desk: Desk, question: str, limit: int) -> Matched:
    found = api.match(question, desk.bank.banked(), limit=limit, guide=desk.guide, texts=desk.bank.texts)
    return Matched(question=question, matches=list(found), advice=api.what_would_fit(question, guide=desk.guide))


def _place(found: tuple[Question, ...], after: str | None) -> int:
    """Where the page after this question starts; at the first where it is no longer among them."""
    return next((place for place, one in enumerate(found, 1) if one.id == after), 0)
