"""What every answer of the REST has in common: problems as they are declared, revisions as ETags, numbers in bounds."""

from __future__ import annotations

from typing import Annotated, Any

from fastapi import Depends, Header, Path, Response
from pydantic import BaseModel, Field

from starproof.errors import UsageError

MOST = 2**31 - 1
Number = Annotated[int, Field(ge=1, le=MOST)]
Minutes = Annotated[int, Path(ge=2, le=4, description="2, 3 or 4.")]


class Problem(BaseModel):
    """What went wrong, as RFC 9457 has it."""

    type: str = "about:blank"
    title: str
    status: int
    detail: str
    hint: str | None = Field(None, description="What to do.")
    code: str | None = Field(None, description="The error's code, such as E-BNK-010.")


_WHY = {
    404: "404: there is no such thing.",
    409: "409: the bank cannot do this.",
    412: "412: the story has moved on since the revision in If-Match.",
    422: "422: a value is none that can be taken.",
    428: "428: If-Match is missing.",
}
_SCHEMA = Problem.model_json_schema()


def problems(*statuses: int) -> dict[int | str, dict[str, Any]]:
    """The problems that an operation answers with, for its declaration; the common ones need not be named."""
    told = " ".join(_WHY[status] for status in sorted({422, *statuses}))
    return {"4XX": {"description": told, "content": {"application/problem+json": {"schema": _SCHEMA}}}}


def tagged(response: Response, revision: int) -> None:
    """Say in the answer which revision it is."""
    response.headers["etag"] = f'"{revision}"'


def _expected(
    if_match: Annotated[str | None, Header(description='The ETag that the change is made from, such as `"3"`.')] = None,
) -> int | None:
    """The revision that a change is made from; any with ``*``.

    Raises:
        UsageError: when it is not said, or is no ETag of a story.
    """
    if if_match is None:
        raise UsageError("E-WEB-020", "If-Match is missing.", "Send the ETag of the story that you changed.")
    if if_match.strip() == "*":
        return None
    number = if_match.strip().removeprefix("W/").strip('"')
    if not (number.isascii() and number.isdigit() and 0 < int(number[:12]) <= MOST and len(number) < 12):
        raise UsageError("E-WEB-021", f"{if_match!r} is no ETag of a story.", 'It looks like "3".')
    return int(number)


Expected = Annotated[int | None, Depends(_expected)]
"""A parameter of this type is the revision in ``If-Match``; ``None`` is any."""
