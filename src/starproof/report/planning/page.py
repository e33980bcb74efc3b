"""A loop plan as one page to take along: no script, no request, one sheet of A4 for a loop of seven."""

from __future__ import annotations

from functools import lru_cache
from importlib.resources import files

from jinja2 import Environment, PackageLoader
from markupsafe import Markup

from starproof.core.planning import LoopPlan
from starproof.report.planning.sheet import heading, minding, seats_of, summary
from starproof.report.safe import clipped
from starproof.report.templating import escaping, without_gaps


def plan_as_page(plan: LoopPlan) -> str:
    """The whole plan as one HTML page, readable in both themes and on a phone."""
    context = {"plan": plan, "heading": heading(plan), "summary": summary(plan), "seats": seats_of(plan)}
    return without_gaps(_environment().get_template("loop.html.j2").render(context))


@lru_cache(maxsize=1)
def _environment() -> Environment:
    environment = escaping(PackageLoader("starproof.report"))
    environment.globals.update(
        css=Markup((files("starproof.report") / "templates" / "loop.css").read_text(encoding="utf-8")),
        clipped=clipped,
        minding=minding,
    )
    return environment
