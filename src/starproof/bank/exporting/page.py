"""Stories as one self-contained page to print: a story a sheet, no script, no request."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING

from starproof.bank.exporting.layout import about, blocks_of, title_of
from starproof.core.bank import Draft

if TYPE_CHECKING:
    from jinja2 import BaseLoader, Environment


def as_page(drafts: Iterable[Draft], *, css: str, escaping: Callable[[BaseLoader], Environment]) -> str:
    """The page, with the gaps that its template leaves.

    Args:
        drafts: a sheet each, in this order.
        css: the style sheet that all pages share.
        escaping: makes the environment that all pages share, in which what a user wrote can neither act nor hide.
    """
    from jinja2 import PackageLoader
    from markupsafe import Markup

    stories = [
        {
            "title": title_of(draft),
            "about": list(about(draft)),
            "blocks": blocks_of(draft.text),
            "notes": draft.notes,
            "versions": sorted(draft.versions.items()),
            "archived": draft.archived,
        }
        for draft in drafts
    ]
    template = escaping(PackageLoader("starproof.bank.exporting")).get_template("stories.html.j2")
    return template.render(stories=stories, css=Markup(css))
