"""Stories as one self-contained page to print: a story a sheet, no script, no request."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import lru_cache
from typing import TYPE_CHECKING

from starproof.bank.exporting.layout import about, blocks_of, title_of
from starproof.core.bank import Draft

if TYPE_CHECKING:
    from jinja2 import Environment


def as_page(drafts: Iterable[Draft], *, css: str, visible: Callable[[str], str]) -> str:
    """The page.

    Args:
        css: the style sheet that all pages share.
        visible: gives characters that act instead of showing a sign.
    """
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
    template = _environment(visible).get_template("stories.html.j2")
    text = template.render(stories=stories, css=Markup(css))
    return "\n".join(line.rstrip() for line in text.split("\n") if line.strip()) + "\n"


@lru_cache(maxsize=2)
def _environment(visible: Callable[[str], str]) -> Environment:
    from jinja2 import Environment, PackageLoader, StrictUndefined
    from markupsafe import Markup

    def shown(value: object) -> object:
        return visible(value) if isinstance(value, str) and not isinstance(value, Markup) else value

    return Environment(
        loader=PackageLoader("starproof.bank.exporting"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        finalize=shown,
    )
