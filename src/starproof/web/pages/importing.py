"""Import: choose files, look at what would be taken, then take it."""

from __future__ import annotations

from typing import cast

from fastapi import APIRouter, Request, UploadFile
from fastapi.responses import HTMLResponse, RedirectResponse, Response
from starlette.concurrency import run_in_threadpool

from starproof import api
from starproof.bank.importing import ImportPlan
from starproof.bank.importing.plan import STEPS, Step
from starproof.errors import InputError
from starproof.web.desk import Desk, OnDesk
from starproof.web.rendering import shown
from starproof.web.uploads import ENDINGS, MOST_BYTES, MOST_FILES, Uploads

router = APIRouter(prefix="/stories/import", default_response_class=HTMLResponse, include_in_schema=False)


@router.get("")
def choose() -> HTMLResponse:
    """The form for files."""
    return _form(None)


@router.post("")
async def sent(desk: OnDesk, files: list[UploadFile]) -> Response:
    """Keep the files for a look at what is in them."""
    try:
        if len(files) > MOST_FILES:
            raise InputError("E-WEB-014", f"{len(files)} files are too many.", f"Send {MOST_FILES} at the most.")
        held = [(file.filename or "", await file.read(MOST_BYTES + 1)) for file in files]
        token = await run_in_threadpool(_kept, desk, held)
    except InputError as error:
        return _form(error)
    return RedirectResponse(f"/stories/import/{token}", 303)


@router.get("/{token}")
def preview(desk: OnDesk, token: str) -> HTMLResponse:
    """What would be taken, what not, and what needs a choice."""
    try:
        plan = _plan(desk, token)
    except InputError as error:
        return _form(error)
    counts = {step: plan.count(step) for step in STEPS}
    return shown("import_preview.html.j2", here="Stories", plan=plan, counts=counts, token=token)


@router.post("/{token}")
async def take(desk: OnDesk, request: Request, token: str) -> RedirectResponse:
    """Take what was looked at, with the choices that were made."""
    form = await request.form()
    steps = {
        int(name.removeprefix("step-")): cast("Step", value)
        for name, value in form.items()
        if name.startswith("step-") and name[5:].isdigit() and value in ("near", "add", "revise")
    }
    taken = await run_in_threadpool(_take, desk, token, steps, bool(form.get("details")))
    return RedirectResponse(f"/stories?done=import&count={taken}", 303)


def _kept(desk: Desk, held: list[tuple[str, bytes]]) -> str:
    """The token of the files, once it is known that something can be read in them."""
    uploads = _uploads(desk)
    token = uploads.keep(held)
    try:
        _plan(desk, token)
    except InputError:
        uploads.forget(token)
        raise
    return token


def _take(desk: Desk, token: str, steps: dict[int, Step], details: bool) -> int:
    plan = _plan(desk, token)
    allowed = {at: step for at, step in steps.items() if at < len(plan.entries) and _may(plan, at, step)}
    done = api.carry_out(plan.choosing(allowed), desk.bank, details=details)
    _uploads(desk).forget(token)
    return len(done.added) + len(done.revised) + len(done.updated)


def _may(plan: ImportPlan, at: int, step: Step) -> bool:
    """Whether this choice is one for this story: near-duplicates alone are chosen about."""
    entry = plan.entries[at]
    return entry.step == "near" and (step != "revise" or entry.story is not None)


def _plan(desk: Desk, token: str) -> ImportPlan:
    return api.plan_import(_uploads(desk).paths(token), desk.bank, guide=desk.guide)


def _uploads(desk: Desk) -> Uploads:
    return Uploads(desk.home / "uploads")


def _form(error: InputError | None) -> HTMLResponse:
    status = 200 if error is None else 422
    return shown("import.html.j2", here="Stories", status=status, error=error, endings=ENDINGS, most=MOST_FILES)
