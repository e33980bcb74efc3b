"""The guide: what stories are judged by, its exemplars with their own reviews, and other guides to look at."""

from __future__ import annotations

from functools import lru_cache
from typing import Annotated

from fastapi import APIRouter, Form, UploadFile
from fastapi.responses import HTMLResponse, Response
from starlette.concurrency import run_in_threadpool

from starproof import api
from starproof.core.guide import Exemplar, Guide
from starproof.core.results import Finding, Review
from starproof.engine import Options, Reviewer
from starproof.engine.audit import as_story
from starproof.errors import InputError, NotFound
from starproof.report.page import leaf_of
from starproof.report.words import names_of
from starproof.web.desk import OnDesk
from starproof.web.rendering import shown

router = APIRouter(prefix="/guide", default_response_class=HTMLResponse, include_in_schema=False)
MOST_BYTES = 2_000_000
"""A guide file may be this large; the shipped one has 60,000 bytes."""


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
    found = _exemplar(desk.guide, exemplar_id)
    names = names_of(desk.guide, desk.guide.id)
    leaf = leaf_of(_reviewed(desk.guide, found), names, key="s")
    return shown("guide/exemplar.html.j2", here="Guide", guide=desk.guide, found=found, leaf=leaf, several=False)


@router.get("/check")
def check(desk: OnDesk) -> HTMLResponse:
    """What in the guide contradicts itself."""
    return shown(
        "guide/check.html.j2", here="Guide", guide=desk.guide, findings=_audited(api.guide_as(desk.guide, form="toml"))
    )


@router.get("/other")
def other(desk: OnDesk) -> HTMLResponse:
    """The form for another guide."""
    return shown("guide/other.html.j2", here="Guide", guide=desk.guide)


@router.post("/other")
async def compiled(desk: OnDesk, file: UploadFile) -> HTMLResponse:
    """What was understood of another guide, and what in it needs a look."""
    name, text = file.filename or "guide.md", await _text(file)
    read = await run_in_threadpool(_read, text, name)
    findings = await run_in_threadpool(api.audit_guide, read.guide)
    toml = api.guide_as(read.guide, form="toml")
    return shown("guide/compiled.html.j2", here="Guide", name=name, read=read, findings=findings, toml=toml)


@router.post("/other.toml")
def download(toml: Annotated[str, Form()]) -> Response:
    """A compiled guide as a file."""
    headers = {"content-disposition": 'attachment; filename="guide.toml"'}
    return Response(toml, media_type="application/toml", headers=headers)


def _exemplar(guide: Guide, exemplar_id: str) -> Exemplar:
    found = next((e for e in guide.exemplars if e.id.lower() == exemplar_id.lower()), None)
    if found is None:
        raise NotFound("E-GDE-051", f"The guide has no exemplar {exemplar_id!r}.", "The list shows those it has.")
    return found


def _reviewed(guide: Guide, found: Exemplar) -> Review:
    return Reviewer(guide, Options(exemplars_are_stories=True)).review(as_story(found))


@lru_cache(maxsize=4)
def _audited(toml: str) -> tuple[Finding, ...]:
    """By the guide's own text, since fifty reviews are worth keeping and guides cannot be keys."""
    return api.audit_guide(api.read_guide(toml, name="guide.toml"))


def _read(text: str, name: str) -> api.Compiled:
    if name.lower().endswith(".toml"):
        return api.Compiled(api.read_guide(text, name=name), ())
    return api.compile_guide(text, name=name)


async def _text(file: UploadFile) -> str:
    data = await file.read(MOST_BYTES + 1)
    if len(data) > MOST_BYTES:
        raise InputError("E-INP-103", f"{file.filename!r} is larger than a guide may be.", "Upload 2 MB at the most.")
    if not data.strip():
        raise InputError("E-INP-120", "No file was chosen, or it is empty.", "Choose a guide in Markdown or TOML.")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise InputError("E-INP-104", f"{file.filename!r} is no UTF-8 text.", "Save it as UTF-8.") from error
