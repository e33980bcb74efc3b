"""Coverage, profile, loop plan and readiness for people and programs."""

from __future__ import annotations

from dataclasses import asdict

from starproof.core.planning import Coverage, LoopPlan, Profile, Readiness
from starproof.errors import UsageError
from starproof.report.data import as_json

__all__ = ["PLAN_FORMATS", "SCHEMAS", "Planned", "render_planning"]

Planned = Coverage | LoopPlan | Profile | Readiness
PLAN_FORMATS = ("text", "json", "markdown", "html")
"""In which a loop plan is rendered; the others are text or JSON."""
SCHEMAS: dict[type[Planned], str] = {
    Coverage: "starproof.coverage/1",
    LoopPlan: "starproof.plan/1",
    Profile: "starproof.profile/1",
    Readiness: "starproof.readiness/1",
}
"""The name and version of each as JSON. Keys may be added, not changed."""


def render_planning(found: Planned, *, format: str = "text", width: int = 100, color: bool = False) -> str:
    """One of them as ``text`` or ``json``; a loop plan also as ``markdown`` or as one ``html`` page to print.

    Args:
        width: columns of the terminal; only for ``text``.
        color: whether to write ANSI colours; only for ``text``.

    Raises:
        UsageError: when there is no such format for it.
    """
    if format == "json":
        return as_json({"schema": SCHEMAS[type(found)], **asdict(found)})
    if format == "text":
        from starproof.report.planning.terminal import as_text

        return as_text(found, width=width, color=color)
    if isinstance(found, LoopPlan) and format == "markdown":
        from starproof.report.planning.markdown import plan_as_markdown

        return plan_as_markdown(found)
    if isinstance(found, LoopPlan) and format == "html":
        from starproof.report.planning.page import plan_as_page

        return plan_as_page(found)
    known = PLAN_FORMATS if isinstance(found, LoopPlan) else PLAN_FORMATS[:2]
    raise UsageError("E-USE-011", f"There is no format {format!r} for this.", f"It is one of {', '.join(known)}.")
