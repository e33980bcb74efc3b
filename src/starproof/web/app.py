"""The app: its pages, its REST, its static files, behind its gate."""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module
from pkgutil import iter_modules

from fastapi import APIRouter, FastAPI, Request
from fastapi.responses import Response
from starlette.exceptions import HTTPException

from starproof.core.version import __version__
from starproof.web import pages, problems, rest
from starproof.web.desk import Desk
from starproof.web.rendering import digest_of, static_file
from starproof.web.safety import Gate, Safety

KINDS = {"css": "text/css", "js": "text/javascript", "svg": "image/svg+xml", "txt": "text/plain", "md": "text/plain"}
_YEAR = "public, max-age=31536000, immutable"


def create_app(desk: Desk, gate: Gate, *, lay: Callable[[], Desk] | None = None) -> FastAPI:
    """The app over a desk. Every module of ``web/pages`` and ``web/rest`` has a ``router``.

    Args:
        desk: what the pages work with.
        gate: whom to let in.
        lay: lays the desk anew after the settings or the bank itself were changed.
    """
    app = FastAPI(
        title="starproof",
        version=__version__,
        docs_url=None,
        redoc_url=None,
        openapi_url="/api/v1/openapi.json",
    )
    app.state.desk, app.state.lay = desk, lay
    app.add_middleware(Safety, gate=gate)
    problems.install(app)
    # Not by ``include_router``: it works out anew what each of some 160 routes takes, before the first page is there.
    for router in (*_routers(rest.__name__, rest.__path__), *_routers(pages.__name__, pages.__path__), _static):
        app.router.routes.extend(router.routes)
    return app


def _routers(name: str, path: object) -> list[APIRouter]:
    modules = (import_module(f"{name}.{found.name}") for found in iter_modules(path))  # type: ignore[arg-type]
    return [module.router for module in modules if hasattr(module, "router")]


_static = APIRouter(include_in_schema=False)


@_static.get("/static/{name:path}")
def static(name: str, request: Request, v: str = "") -> Response:
    """A file of ``web/static``, or the sheet's own style.

    Pages name it with the digest of its content, and browsers may keep that for good. A module that another one
    imports has no digest in its address, so a browser asks each time whether it still holds.
    """
    data = static_file(name)
    kind = KINDS.get(name.rpartition(".")[2])
    if data is None or kind is None:
        raise HTTPException(404)
    tag = f'"{digest_of(name)}"'
    headers = {"cache-control": _YEAR if v == digest_of(name) else "no-cache", "etag": tag}
    if request.headers.get("if-none-match") == tag:
        return Response(status_code=304, headers=headers)
    return Response(data, media_type=f"{kind}; charset=utf-8", headers=headers)
