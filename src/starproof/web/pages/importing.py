"""Import: choose files, look at what would be taken, then take it."""

from __future__ import annotations

from typing import Annotated, cast

from fastapi import APIRouter, File, Request, UploadFile
from fastapi.responses import HTMLResponse, RedirectResponse, Response
from starlette.concurrency import run_in_threadpool

from starproof import api
from starproof.bank.importing.plan import STEPS, Step
from starproof.errors import InputError
from starproof.web.desk import Desk, OnDesk
from starproof.web.importing import as_they_may, kept, plan_of, uploads_of
from starproof.web.listing import done_at
from starproof.web.rendering import shown
from starproof.web.uploads import ENDINGS, MOST_BYTES, MOST_FILES

router = APIRouter(prefix="/stories/import", default_response_class=HTMLResponse, include_in_schema=False)


@router.get("")
def choose() -> HTMLResponse:
    """The form for files."""
    return _form(None)


@router.post("")
async def sent(desk: OnDesk, files: Annotated[list[UploadFile] | None, File()] = None) -> Response:
    """Keep the files for a look at what is in them."""
    files = files or []
    try:
        if len(files) > MOST_FILES:
            raise InputError("E-WEB-014", f"{len(files)} files are too many.", f"Send {MOST_FILES} at the most.")
        held = [(file.filename or "", await file.read(MOST_BYTES + 1)) for file in files]
        token, _ = await run_in_threadpool(kept, desk, held)
    except InputError as error:
        return _form(error)
    return RedirectResponse(f"/stories/import/{token}", 303)


@router.get("/{token}")
def preview(desk: OnDesk, token: str) -> HTMLResponse:
    """What would be taken, what not, and what needs a choice."""
    try:
        plan = plan_of(desk, token)
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
    taken, change = await run_in_threadpool(_take, desk, token, steps, bool(form.get("details")))
    return RedirectResponse(done_at("import", taken, change), 303)


def _take(desk: Desk, token: str, steps: dict[int, Step], details: bool) -> tuple[int, int | None]:
    """How many stories were taken, and the change that they are."""
    done = api.carry_out(as_they_may(plan_of(desk, token), steps), desk.bank, details=details)
    uploads_of(desk).forget(token)
    return len(done.added) + len(done.revised) + len(done.updated), done.change


def _form(error: InputError | None) -> HTMLResponse:
    status = 200 if error is None else 422
    return shown("import.html.j2", here="Stories", status=status, error=error, endings=ENDINGS, most=MOST_FILES)
