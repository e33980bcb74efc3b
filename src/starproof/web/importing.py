"""An import on its way: files kept for a look, the plan made of them, the choices that may be made."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from starproof import api
from starproof.bank.importing import ImportPlan
from starproof.bank.importing.plan import Step
from starproof.errors import InputError
from starproof.web.desk import Desk
from starproof.web.uploads import Uploads


def kept(desk: Desk, files: Sequence[tuple[str, bytes]]) -> tuple[str, ImportPlan]:
    """Keep files for a look; returns their token and the plan.

    Raises:
        InputError: when nothing in them can be read; then they are not kept.
    """
    uploads = uploads_of(desk)
    token = uploads.keep(files)
    try:
        return token, plan_of(desk, token)
    except InputError:
        uploads.forget(token)
        raise


def plan_of(desk: Desk, token: str) -> ImportPlan:
    """What an import of the files under this token would do, held against the bank as it is now."""
    return api.plan_import(uploads_of(desk).paths(token), desk.bank, guide=desk.guide)


def as_they_may(plan: ImportPlan, steps: Mapping[int, Step]) -> ImportPlan:
    """The plan with the choices that may be made: near-duplicates alone are chosen about."""
    return plan.choosing({at: step for at, step in steps.items() if at < len(plan.entries) and _may(plan, at, step)})


def uploads_of(desk: Desk) -> Uploads:
    """Where files wait."""
    return Uploads(desk.home / "uploads")


def _may(plan: ImportPlan, at: int, step: Step) -> bool:
    entry = plan.entries[at]
    return entry.step == "near" and (step != "revise" or entry.story is not None)
