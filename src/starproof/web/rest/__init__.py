"""REST under ``/api/v1``, one module each with a ``router``."""

from __future__ import annotations

from fastapi import APIRouter


def rest_router(tag: str, path: str = "") -> APIRouter:
    """A router for what stands under this path of ``/api/v1``; what it takes is called after the functions."""
    return APIRouter(prefix=f"/api/v1{path}", tags=[tag], generate_unique_id_function=lambda route: route.name)
