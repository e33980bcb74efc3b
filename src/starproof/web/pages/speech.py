"""Speech models, on the page of settings: fetched once their size was agreed to, and deleted."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Form
from fastapi.responses import RedirectResponse, Response

from starproof.web.hearing import OnHearing

router = APIRouter(prefix="/settings/speech/{name}", include_in_schema=False)
THERE = "/settings#speech"


@router.post("/fetch")
def fetch(hearing: OnHearing, name: str, size: Annotated[int, Form()]) -> Response:
    """Fetch a model of the size that the page named."""
    hearing.fetching.begin(name, agreed=size)
    return RedirectResponse(THERE, 303)


@router.post("/cancel")
def cancel(hearing: OnHearing, name: str) -> Response:
    """Stop fetching it."""
    hearing.fetching.cancel(name)
    return RedirectResponse(THERE, 303)


@router.post("/delete")
def delete(hearing: OnHearing, name: str) -> Response:
    """Delete it from this machine."""
    hearing.fetching.delete(name)
    return RedirectResponse(THERE, 303)
