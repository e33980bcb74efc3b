"""Errors as answers: problem+json for programs, a page for people. The one table of statuses."""

from __future__ import annotations

from dataclasses import dataclass, replace
from http import HTTPStatus
from typing import Any

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from starlette.datastructures import Headers
from starlette.exceptions import HTTPException
from starlette.responses import HTMLResponse, JSONResponse, Response

from starproof.errors import (
    BankError,
    ConfigError,
    GuideError,
    InputError,
    MissingExtra,
    NotFound,
    PracticeError,
    StarproofError,
    UsageError,
)
from starproof.web.rendering import page
from starproof.web.waiting import StillReading

STATUSES: dict[type[StarproofError], int] = {
    UsageError: 400,
    InputError: 422,
    GuideError: 422,
    ConfigError: 500,
    NotFound: 404,
    BankError: 409,
    PracticeError: 409,
    MissingExtra: 501,
    StarproofError: 500,
}
CODES: dict[str, int] = {
    "E-BNK-009": 404,
    "E-BNK-010": 412,
    "E-BNK-012": 422,
    "E-BNK-015": 422,
    "E-BNK-050": 507,
    "E-REC-050": 507,
    "E-WEB-020": 428,
}
"""Errors whose status is not their class'."""

TOLD: dict[str, tuple[str, str]] = {
    "E-BNK-009": ("There is no story at this address.", "Look for it among your stories."),
    "E-BNK-010": ("This story was changed elsewhere meanwhile.", "Nothing was lost or changed. Go back and try again."),
    "E-BNK-011": ("There is nothing left to undo.", "Every earlier wording is among the story's revisions."),
    "E-BNK-019": (
        "Something else was changed since, so this cannot be undone by itself.",
        "Nothing was undone. Every earlier wording is among a story's revisions.",
    ),
    "E-QST-010": ("There is no such question, principle or theme.", "Look for it in the question bank."),
}
"""What a page says where an error speaks of commands and files: whoever looks at a page has buttons."""


@dataclass(frozen=True, slots=True)
class Problem:
    """What went wrong, as RFC 9457 has it; ``hint`` says what to do."""

    status: int
    title: str
    detail: str
    hint: str = ""
    code: str | None = None

    def as_json(self) -> dict[str, Any]:
        """The members of a ``application/problem+json`` document."""
        kept = {"type": "about:blank", "title": self.title, "status": self.status, "detail": self.detail}
        return kept | ({"hint": self.hint} if self.hint else {}) | ({"code": self.code} if self.code else {})


def problem_of(error: StarproofError) -> Problem:
    """The problem that an error of ours is."""
    status = CODES.get(error.code) or next(STATUSES[cls] for cls in type(error).__mro__ if cls in STATUSES)
    return Problem(status, HTTPStatus(status).phrase, error.message, error.hint, error.code)


def problem_response(problem: Problem, path: str, headers: Headers) -> Response:
    """The answer that says it, in the form that the asker reads: JSON below ``/api/``, a page elsewhere."""
    if path.startswith("/api/") or "text/html" not in headers.get("accept", "text/html"):
        return JSONResponse(problem.as_json(), problem.status, media_type="application/problem+json")
    problem = on_page(problem)
    template = "problem_part.html.j2" if headers.get("hx-request") == "true" else "problem.html.j2"
    return HTMLResponse(page(template, problem=problem, here=""), problem.status)


def on_page(problem: Problem) -> Problem:
    """The problem in the words of a page; a name that comes close is still asked after."""
    if problem.code not in TOLD:
        return problem
    detail, hint = TOLD[problem.code]
    return replace(problem, detail=detail, hint=problem.hint if problem.hint.startswith("Did you mean") else hint)


def _unprocessable(error: RequestValidationError) -> Problem:
    """What is wrong with which fields, or where the data stops being JSON."""
    found = error.errors()
    broken = next((one for one in found if one["type"] == "json_invalid"), None)
    if broken is not None:
        told = f"The body is no JSON: it breaks off or goes wrong at character {broken['loc'][-1]}."
        return Problem(422, "Unprocessable Content", told, "Send one JSON object.")
    if any(one["loc"] == ("body",) and one["type"] == "model_attributes_type" for one in found):
        how = "Send one JSON object, with the header content-type: application/json."
        return Problem(422, "Unprocessable Content", "The body was not read as a JSON object.", how)
    told = "; ".join(f"{'.'.join(map(str, one['loc'][1:])) or 'body'}: {one['msg']}" for one in found)
    return Problem(422, "Unprocessable Content", told, "Correct the fields named.")


def _goes(still: StillReading) -> dict[str, Any]:
    return {"to": still.address, "refused": 0}


def install(app: FastAPI) -> None:
    """Have the app answer every error as a problem."""

    def answered(request: Request, problem: Problem) -> Response:
        return problem_response(problem, request.url.path, request.headers)

    @app.exception_handler(StarproofError)
    def ours(request: Request, error: StarproofError) -> Response:
        return answered(request, problem_of(error))

    @app.exception_handler(StillReading)
    def waits(request: Request, still: StillReading) -> Response:
        return HTMLResponse(page("reading.html.j2", here="", total=still.unread, unread=still.unread, **_goes(still)))

    @app.exception_handler(HTTPException)
    def theirs(request: Request, error: HTTPException) -> Response:
        said = {404: "There is nothing at this address."}.get(error.status_code, str(error.detail))
        return answered(request, Problem(error.status_code, HTTPStatus(error.status_code).phrase, said))

    @app.exception_handler(RequestValidationError)
    def wrong(request: Request, error: RequestValidationError) -> Response:
        return answered(request, _unprocessable(error))

    @app.exception_handler(Exception)
    def failed(request: Request, _: Exception) -> Response:
        said = "starproof failed here. Nothing that was saved is lost."
        return answered(request, Problem(500, "Internal Server Error", said, "Try again; the terminal shows why."))
