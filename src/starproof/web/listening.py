"""Sound as players ask for it, piece by piece; what they ask for wrongly is a problem as everywhere else."""

from __future__ import annotations

from collections.abc import Mapping
from http import HTTPStatus

from fastapi.responses import FileResponse, Response
from starlette.datastructures import Headers
from starlette.types import Message, Receive, Scope, Send

from starproof.web.problems import Problem, problem_response

_SAID: Mapping[int, tuple[str, str]] = {
    400: ("The Range header is none that can be read.", "Ask as in `Range: bytes=0-1023`, or for the whole."),
    416: ("The sound has no such bytes.", "Content-Range says how many it has."),
}


class Sound(FileResponse):
    """A file of sound, whole or in ranges."""

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer; a range that cannot be had is refused as a problem."""
        refused: list[Message] = []

        async def told(message: Message) -> None:
            if refused or (message["type"] == "http.response.start" and message["status"] >= 400):
                refused.append(message)
            else:
                await send(message)

        await super().__call__(scope, receive, told)
        if refused:
            await _refusal(scope, refused[0])(scope, receive, send)


def _refusal(scope: Scope, start: Message) -> Response:
    status, known = start["status"], Headers(raw=start["headers"])
    said, hint = _SAID[status]
    problem = Problem(status, HTTPStatus(status).phrase, said, hint)
    answer = problem_response(problem, scope["path"], Headers(scope=scope))
    if "content-range" in known:
        answer.headers["content-range"] = known["content-range"]
    return answer
