"""The guide that stories are judged by: all of it, its exemplars with their reviews, and other guides to look at."""

from __future__ import annotations

from dataclasses import asdict
from typing import Annotated

from fastapi import Query, Request, Response, UploadFile
from pydantic import BaseModel, Field
from starlette.concurrency import run_in_threadpool

from starproof import api
from starproof.core.guide import Exemplar, Guide
from starproof.core.results import Finding
from starproof.report import as_json
from starproof.report.data import as_dict
from starproof.web.desk import OnDesk
from starproof.web.guides import audited, exemplar_of, read, reviewed, text_of
from starproof.web.keeping import judge_by, judge_by_shipped, lay_anew
from starproof.web.rest import rest_router
from starproof.web.rest.answers import problems
from starproof.web.rest.review import REVIEW

router = rest_router("guide", "/guide")


class Unread(BaseModel):
    """A line that was not understood, or not with certainty."""

    line: int = Field(description="Counted from 1.")
    what: str
    text: str


class Compilation(BaseModel):
    """What was understood of a guide."""

    guide: Guide
    unread: list[Unread]
    contradictions: list[Finding] = Field(description="Where the guide contradicts itself.")
    toml: str = Field(description="The guide as TOML, to be kept and used.")


class Judging(BaseModel):
    """The guide that counts."""

    id: str
    version: str
    title: str


@router.get("", responses=problems())
def get_guide(desk: OnDesk) -> Guide:
    """All that the guide says."""
    return desk.guide


@router.put("", responses=problems())
async def use_guide(request: Request, desk: OnDesk, file: UploadFile) -> Judging:
    """Judge by this guide, in TOML, from now on."""
    judge_by(desk, await text_of(file), file.filename or "guide.toml")
    return _judging(await run_in_threadpool(lay_anew, request))


@router.delete("", responses=problems())
def use_shipped_guide(request: Request, desk: OnDesk) -> Judging:
    """Judge by the shipped guide again; returns which that is."""
    judge_by_shipped(desk)
    return _judging(lay_anew(request))


@router.get("/exemplars", responses=problems(404))
def list_exemplars(
    desk: OnDesk,
    principle: str | None = None,
    q: Annotated[str | None, Query(description="Words that must all stand in it.")] = None,
) -> list[Exemplar]:
    """The exemplars of a principle, or with some words, in the guide's order."""
    return list(api.find_exemplars(desk.guide, principle=principle or None, search=q or None))


@router.get("/exemplars/{exemplar_id}", responses=problems(404))
def get_exemplar(desk: OnDesk, exemplar_id: str) -> Exemplar:
    """One exemplar."""
    return exemplar_of(desk.guide, exemplar_id)


@router.get("/exemplars/{exemplar_id}/review", responses={**problems(404), 200: REVIEW}, response_class=Response)
def get_exemplar_review(desk: OnDesk, exemplar_id: str) -> Response:
    """The review of an exemplar by its own guide, `starproof.review/1`."""
    found = reviewed(desk.guide, exemplar_of(desk.guide, exemplar_id))
    return Response(as_json(as_dict(found)), media_type="application/json")


@router.get("/audit", responses=problems())
def audit_guide(desk: OnDesk) -> list[Finding]:
    """Where the guide contradicts itself."""
    return list(audited(desk.guide))


@router.post("/compile", responses=problems())
async def compile_guide(desk: OnDesk, file: UploadFile) -> Compilation:
    """What can be understood of a guide in Markdown or TOML. Nothing is kept."""
    found = await run_in_threadpool(read, await text_of(file), file.filename or "guide.md")
    return Compilation(
        guide=found.guide,
        unread=[Unread(**asdict(one)) for one in found.problems],
        contradictions=list(await run_in_threadpool(audited, found.guide)),
        toml=api.guide_as(found.guide, form="toml"),
    )


def _judging(desk: OnDesk) -> Judging:
    return Judging(id=desk.guide.id, version=desk.guide.version, title=desk.guide.title)
