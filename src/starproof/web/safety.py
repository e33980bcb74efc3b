"""Who may talk to the app, and what a browser may do with its pages.

The app is for one person on one machine. A page of another origin must neither read from it nor write to it, and a name
that an attacker points at this machine must not reach it at all.
"""

from __future__ import annotations

import secrets
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from urllib.parse import parse_qs

from starlette.datastructures import Headers, MutableHeaders
from starlette.requests import cookie_parser
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from starproof.web.problems import Problem, problem_response

READING = frozenset(["GET", "HEAD", "OPTIONS"])
COOKIE = "starproof-token"
MOST_BYTES = 64_000_000
"""A larger request is refused before it is read."""
MOST_JSON = 16_000_000
"""The same for data, which is read whole before anything can be said of it: room for a story in four lengths."""
CSP = (
    "default-src 'none'; script-src 'self'; style-src 'self'; style-src-attr 'unsafe-inline'; img-src 'self' data:; "
    "font-src 'self'; connect-src 'self'; media-src 'self'; manifest-src 'self'; "
    "form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)
"""No inline script, nothing from elsewhere. Inline ``style`` attributes alone are allowed: widths of bars are data."""
PRINT_CSP = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'"
"""For pages that carry their own style, to be saved and printed; no script runs in them at all."""
HEADERS: Mapping[str, str] = {
    "content-security-policy": CSP,
    "x-content-type-options": "nosniff",
    "referrer-policy": "same-origin",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "permissions-policy": "camera=(), geolocation=(), payment=(), usb=(), microphone=(self)",
}


@dataclass(frozen=True, slots=True)
class Gate:
    """Whom the app lets in."""

    hosts: frozenset[str]
    """Values of ``Host`` that are us, such as ``127.0.0.1:8200``."""
    token: str | None = None
    """What every visitor must show where the app can be reached from other machines."""

    @classmethod
    def at(cls, names: Iterable[str], port: int, *, token: str | None = None) -> Gate:
        """The gate of an app that is reached by these names at this port."""
        return cls(frozenset(f"{name}:{port}" for name in names), token)

    def refusal(self, scope: Scope, headers: Headers) -> Problem | None:
        """Why a request is not let in, or ``None`` where it is."""
        if headers.get("host", "") not in self.hosts:
            return Problem(
                421, "Wrong host", f"This is not {headers.get('host', '?')}.", "Open the address as printed."
            )
        if self.token is not None and not self._shown(scope, headers):
            return Problem(401, "No token", "This address needs its token.", "Open the whole address as printed.")
        if scope["method"] not in READING and not self._own(headers):
            return Problem(403, "Other origin", "Another site tried to write here.", "Use the app's own pages.")
        return None

    def _own(self, headers: Headers) -> bool:
        """Whether a write comes from our own pages, or from no browser at all."""
        site, origin = headers.get("sec-fetch-site"), headers.get("origin")
        if site is not None and site not in ("same-origin", "none"):
            return False
        return origin is None or origin.partition("://")[2] in self.hosts

    def _shown(self, scope: Scope, headers: Headers) -> bool:
        assert self.token is not None
        bearer = headers.get("authorization", "").removeprefix("Bearer ")
        cookie = cookie_parser(headers.get("cookie", "")).get(COOKIE, "")
        asked = _query_token(scope)
        return any(secrets.compare_digest(given.encode(), self.token.encode()) for given in (bearer, cookie, asked))


@dataclass(frozen=True, slots=True)
class Safety:
    """Middleware: lets in whom the gate lets in, bounds what is sent, and sets the headers of every answer."""

    app: ASGIApp
    gate: Gate
    headers: Mapping[str, str] = field(default_factory=lambda: HEADERS)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        given = Headers(scope=scope)
        most = _most(scope["path"], given)
        problem = self.gate.refusal(scope, given) or _too_large(given, most)
        if problem is not None:
            await problem_response(problem, scope["path"], given)(scope, receive, self._marked(scope, send))
            return
        await self.app(scope, _bounded(receive, most), self._marked(scope, send))

    def _marked(self, scope: Scope, send: Send) -> Send:
        remember = self.gate.token if self.gate.token and _query_token(scope) == self.gate.token else None

        async def marked(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                for name, value in self.headers.items():
                    headers.setdefault(name, value)
                if not scope["path"].startswith("/static/"):
                    headers.setdefault("cache-control", "no-store")
                if remember:
                    headers.append("set-cookie", f"{COOKIE}={remember}; HttpOnly; SameSite=Strict; Path=/")
            await send(message)

        return marked


def _query_token(scope: Scope) -> str:
    query: bytes = scope["query_string"]
    return parse_qs(query.decode("latin-1")).get("token", [""])[0]


def _most(path: str, headers: Headers) -> int:
    """How many bytes a request may have: files come in forms of several parts, all else to the REST is data."""
    files = headers.get("content-type", "").startswith("multipart/")
    return MOST_JSON if path.startswith("/api/") and not files else MOST_BYTES


def _too_large(headers: Headers, most: int) -> Problem | None:
    size = headers.get("content-length", "0")
    if size.isdigit() and int(size) <= most:
        return None
    told = f"A request like this may have {most // 1_000_000} MB; this one has {size} bytes."
    return Problem(413, "Too large", told, "Send it in parts.")


def _bounded(receive: Receive, most: int) -> Receive:
    """A request without a length is cut off where it grows too large."""
    seen = 0

    async def bounded() -> Message:
        nonlocal seen
        message = await receive()
        seen += len(message.get("body", b""))
        return message if seen <= most else {"type": "http.disconnect"}

    return bounded
