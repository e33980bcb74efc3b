"""The guide: what stories are judged by, its exemplars with their own reviews, and other guides to look at."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Form, UploadFile
from fastapi.responses import HTMLResponse, Response
from starlette.concurrency import run_in_threadpool

from starproof import api
from starproof.report.page import leaf_of
from starproof.report.words import names_of
from starproof.web.desk import OnDesk
from starproof.web.guides import audited, exemplar_of, read, reviewed, text_of
from starproof.web.rendering import shown

router = APIRouter(prefix="/guide", default_response_class=HTMLResponse, include_in_schema=False)


@router.get("")
def overview(desk: OnDesk) -> HTMLResponse:
    """All that the guide says, but for the exemplars' texts."""
    return shown("guide/overview.html.j2", here="Guide", guide=desk.guide)


@router.get("/exemplars")
def exemplars(desk: OnDesk, principle: str = "", q: str = "") -> HTMLResponse:
    """The exemplars of a principle, or with some words."""
    found = api.find_exemplars(desk.guide, principle=principle or None, search=q or None)
    return shown("guide/exemplars.html.j2", here="Guide", guide=desk.guide, found=found, principle=principle, q=q)


@router.get("/exemplars/{exemplar_id}")
def exemplar(desk: OnDesk, exemplar_id: str) -> HTMLResponse:
    """One exemplar on the sheet, marked as any story is."""
    found = exemplar_of(desk.guide, exemplar_id)
    names = names_of(desk.guide, desk.guide.id)
    leaf = leaf_of(reviewed(desk.guide, found), names, key="s")
    return shown("guide/exemplar.html.j2", here="Guide", guide=desk.guide, found=found, leaf=leaf, several=False)


@router.get("/check")
def check(desk: OnDesk) -> HTMLResponse:
    """What in the guide contradicts itself."""
    return shown("guide/check.html.j2", here="Guide", guide=desk.guide, findings=audited(desk.guide))


@router.get("/other")
def other(desk: OnDesk) -> HTMLResponse:
    """The form for another guide."""
    return shown("guide/other.html.j2", here="Guide", guide=desk.guide)


@router.post("/other")
async def compiled(desk: OnDesk, file: UploadFile) -> HTMLResponse:
    """What was understood of another guide, and what in it needs a look."""
    name, text = file.filename or "guide.md", await text_of(file)
    found = await run_in_threadpool(read, text, name)
    findings = await run_in_threadpool(audited, found.guide)
    toml = api.guide_as(found.guide, form="toml")
    return shown("guide/compiled.html.j2", here="Guide", name=name, read=found, findings=findings, toml=toml)


@router.post("/other.toml")
def download(toml: Annotated[str, Form()]) -> Response:
    """A compiled guide as a file."""
    headers = {"content-disposition": 'attachment; filename="guide.toml"'}
    return Response(toml, media_type="application/toml", headers=headers)
