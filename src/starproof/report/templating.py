"""What every page is made with: strict templates, in which what a user wrote can neither act nor hide."""

from __future__ import annotations

from jinja2 import BaseLoader, Environment, StrictUndefined
from markupsafe import Markup

from starproof.report.safe import visible


def escaping(loader: BaseLoader) -> Environment:
    """An environment that escapes, refuses names that are not there, and makes visible what acts instead of showing."""
    return Environment(
        loader=loader,
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        finalize=_shown,
    )


def _shown(value: object) -> object:
    """Every word that reaches a page passes here."""
    return visible(value) if isinstance(value, str) and not isinstance(value, Markup) else value


def without_gaps(page: str) -> str:
    """A rendered page without the empty lines and the spaces that its template left."""
    return "\n".join(line.rstrip() for line in page.split("\n") if line.strip()) + "\n"
