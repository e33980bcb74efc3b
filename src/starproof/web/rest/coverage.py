"""What the stories show: principle by story, and the manager's own numbers."""

from __future__ import annotations

from starproof.api import planning
from starproof.core.planning import Coverage, Profile
from starproof.web.desk import OnDesk
from starproof.web.rest import rest_router
from starproof.web.rest.answers import problems
from starproof.web.standing import covered

router = rest_router("coverage")


@router.get("/coverage", responses=problems())
def get_coverage(desk: OnDesk) -> Coverage:
    """Which story shows which principle, how well, and what is missing in words."""
    return covered(desk)


@router.get("/profile", responses=problems())
def get_profile(desk: OnDesk) -> Profile:
    """What the stories prove of what the guide expects of a manager."""
    return planning.profile(desk.bank.banked(), desk.guide)
