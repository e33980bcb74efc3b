"""The bank as a whole: in figures, copied, brought back, deleted."""

from __future__ import annotations

from typing import Annotated, Any

from fastapi import Query, Request, Response, UploadFile

from starproof.bank.records import Status
from starproof.errors import UsageError
from starproof.web.desk import OnDesk
from starproof.web.keeping import bring_back, copy_of, delete_all, lay_anew
from starproof.web.rest import rest_router
from starproof.web.rest.answers import problems

router = rest_router("bank", "/bank")
_COPY: dict[int | str, dict[str, Any]] = {
    200: {"description": "A file with a record a line.", "content": {"application/jsonl": {}}}
}


@router.get("", responses=problems(409))
def get_bank(desk: OnDesk) -> Status:
    """The bank in figures, and whether it is intact."""
    return desk.bank.status()


@router.get("/backup", responses={**problems(409), **_COPY}, response_class=Response)
def back_up(desk: OnDesk) -> Response:
    """The whole bank as one file, to keep elsewhere."""
    return copy_of(desk)


@router.post("/restore", responses=problems(409))
def bring_backup_back(request: Request, desk: OnDesk, file: UploadFile) -> Status:
    """Put a backup in the place of the bank, which stays beside it. A backup that is damaged changes nothing."""
    bring_back(desk, file.filename or "", file.file)
    return lay_anew(request).bank.status()


@router.delete("", status_code=204, responses=problems(409))
def delete_everything(
    request: Request,
    desk: OnDesk,
    where: Annotated[str, Query(description="The bank that is meant, as `where` of its figures says it.")],
) -> None:
    """Delete the stories, what was typed, the loop, the settings and the guide. Backups elsewhere stay."""
    if where != desk.bank.where:
        raise UsageError("E-USE-083", "Nothing was deleted: this is another bank.", "Send `where` as GET gives it.")
    delete_all(desk)
    lay_anew(request)
