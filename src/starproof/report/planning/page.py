"""A loop plan as one page to take along: no script, no request, one sheet of A4 for a loop of seven."""

from __future__ import annotations

from functools import lru_cache
from importlib.resources import files

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from starproof.core.planning import LoopPlan
from starproof.report.planning.sheet import heading, minding, seats_of, summary
from starproof.report.safe import clipped, visible


def plan_as_page(plan: LoopPlan) -> str:
    """The whole plan as one HTML page, readable in both themes and on a phone."""
    context = {"plan": plan, "heading": heading(plan), "summary": summary(plan), "seats": seats_of(plan)}
    text = _environment().get_template("loop.html.j2").render(context)
    return "\n".join(line.rstrip() for line in text.split("\n") if line.strip()) + "\n"


@lru_cache(maxsize=1)
def _environment() -> Environment:
    environment = Environment(
        loader=PackageLoader("starproof.report"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        finalize=_shown,
    )
    environment.globals.update(
        css=Markup((files("starproof.report") / "templates" / "loop.css").read_text(encoding="utf-8")),
        clipped=clipped,
        minding=minding,
    )
    return environment


def _shown(value: object) -> object:
    """Every word that reaches the page passes here: what acts instead of showing is made visible."""
    return visible(value) if isinstance(value, str) and not isinstance(value, Markup) else value
