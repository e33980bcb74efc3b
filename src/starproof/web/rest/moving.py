"""Many stories at once: files looked at and taken in, stories taken away as a file."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from fastapi import Query, Response, UploadFile
from pydantic import BaseModel, ConfigDict, Field
from starlette.concurrency import run_in_threadpool

from starproof import api
from starproof.api.exchange import drafts_of, plan_as_dict
from starproof.web.desk import OnDesk
from starproof.web.downloads import CONTENT, Form, download
from starproof.web.importing import as_they_may, kept, plan_of, uploads_of
from starproof.web.rest import rest_router
from starproof.web.rest.answers import problems
from starproof.web.uploads import MOST_BYTES

router = rest_router("import and export")


class Plan(BaseModel):
    """What an import would do."""

    token: str = Field(description="Names these files when they are taken.")
    plan: dict[str, Any] = Field(description="`starproof.import-plan/1`: entries with their step, and what is skipped.")


class Choices(BaseModel):
    """What is to be done with near-duplicates."""

    model_config = ConfigDict(extra="forbid")
    steps: dict[Annotated[str, Field(pattern="^[0-9]{1,6}$")], Literal["near", "add", "revise"]] = Field(
        default_factory=dict, description="By the place of the entry in the plan, from 0; the others stay outside."
    )
    details: bool = Field(False, description="Take other details of stories whose words are the same.")


class Imported(BaseModel):
    """The ids of the stories."""

    added: list[str]
    revised: list[str]
    updated: list[str]
    change: int | None = Field(description="Names the import when it is undone; null where there was nothing to do.")


@router.post("/imports", status_code=201, responses=problems())
async def plan_import(desk: OnDesk, files: list[UploadFile]) -> Plan:
    """Look at what files hold. Nothing is taken yet."""
    held = [(file.filename or "", await file.read(MOST_BYTES + 1)) for file in files]
    token, plan = await run_in_threadpool(kept, desk, held)
    return Plan(token=token, plan=plan_as_dict(plan))


@router.post("/imports/{token}", responses=problems(404, 409))
def take_import(desk: OnDesk, token: str, choices: Choices) -> Imported:
    """Take what was looked at."""
    plan = as_they_may(plan_of(desk, token), {int(at): step for at, step in choices.steps.items()})
    done = api.carry_out(plan, desk.bank, details=choices.details)
    uploads_of(desk).forget(token)
    return Imported(added=list(done.added), revised=list(done.revised), updated=list(done.updated), change=done.change)


@router.get(
    "/export",
    responses={**problems(404), 200: {"description": "A file.", "content": {kind: {} for kind in CONTENT}}},
    response_class=Response,
)
def export_stories(
    desk: OnDesk,
    form: Annotated[Form, Query(alias="as")] = "markdown",
    ids: Annotated[list[str] | None, Query(description="All in use where none is named.")] = None,
) -> Response:
    """Stories as a file; Markdown as an archive."""
    return download(drafts_of(desk.bank, ids=ids or ()), form, on=desk.today)
