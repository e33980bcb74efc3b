"""Templates to pages. Everything that a user wrote is escaped, and what acts instead of showing is made visible."""

from __future__ import annotations

import hashlib
from functools import lru_cache
from importlib.resources import files
from urllib.parse import quote

from jinja2 import ChoiceLoader, Environment, PackageLoader
from markupsafe import Markup, escape
from starlette.responses import HTMLResponse

from starproof.report.page import environment
from starproof.web.addresses import sheet_at
from starproof.web.naming import name_of

STATIC = files("starproof.web") / "static"
PAGES: tuple[tuple[str, str], ...] = (
    ("/", "Today"),
    ("/stories", "Stories"),
    ("/coverage", "Coverage"),
    ("/loop", "Loop"),
    ("/practice", "Practice"),
    ("/questions", "Questions"),
    ("/progress", "Progress"),
    ("/guide", "Guide"),
    ("/settings", "Settings"),
)
"""The pages of the navigation, in order."""


def page(template: str, **context: object) -> str:
    """A template of ``web/templates`` filled in."""
    return _environment().get_template(template).render(context)


def shown(template: str, *, status: int = 200, said: str = "", **context: object) -> HTMLResponse:
    """A page, or a part of one, as an answer; ``said`` is read aloud where a part was swapped in."""
    headers = {"x-said": quote(said)} if said else None
    return HTMLResponse(page(template, **context), status, headers)


@lru_cache(maxsize=1)
def _environment() -> Environment:
    made = environment(ChoiceLoader([PackageLoader("starproof.web"), PackageLoader("starproof.report")]))
    made.globals.update(pages=PAGES, asset=asset, sheet_at=sheet_at, name_of=name_of)
    made.filters["verbatim"] = verbatim
    return made


def verbatim(text: str) -> Markup:
    """Escaped, but otherwise as it is: for text areas, whose words come back to be saved."""
    return escape(text)


def asset(name: str) -> str:
    """The address of a static file, which changes with its content so that browsers may keep it."""
    return f"/static/{name}?v={digest_of(name)}"


@lru_cache
def digest_of(name: str) -> str:
    """Ten digits that change with the content of a static file."""
    return hashlib.sha256(static_file(name) or b"").hexdigest()[:10]


def static_file(name: str) -> bytes | None:
    """The bytes of a file of ``web/static``, or of the sheet's own style; ``None`` where there is none."""
    if name == "paper.css":
        return (files("starproof.report") / "templates" / "paper.css").read_bytes()
    parts = name.split("/")
    if not all(part.replace("-", "").replace("_", "").replace(".", "").isalnum() and part[0] != "." for part in parts):
        return None
    found = STATIC.joinpath(*parts)
    return found.read_bytes() if found.is_file() else None
