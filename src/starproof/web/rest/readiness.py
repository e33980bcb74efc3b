"""How ready each principle is, the next thing to do, and how it moved."""

from __future__ import annotations

from typing import Annotated

from fastapi import Query

from starproof.core.planning import Readiness
from starproof.web.desk import OnDesk
from starproof.web.rest import rest_router
from starproof.web.rest.answers import problems
from starproof.web.standing import ready, ready_over_time

router = rest_router("readiness")
WithHistory = Annotated[bool, Query(description="With a snapshot for each day on which a story changed.")]


@router.get("/readiness", responses=problems())
def get_readiness(desk: OnDesk, history: WithHistory = False) -> Readiness:
    """Ready, nearly or not yet, principle by principle, with reasons."""
    return ready_over_time(desk) if history else ready(desk)
