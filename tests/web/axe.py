"""What keeps people from using a page, as axe-core finds it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from itertools import product
from pathlib import Path
from typing import Any

AXE = Path(__file__).parent / "vendor" / "axe.min.js"
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
THEMES = ("light", "dark")
WIDTHS = {"phone": {"width": 390, "height": 844}, "desktop": {"width": 1440, "height": 900}}
LOOKS = tuple(product(THEMES, WIDTHS))
"""Every theme at every width."""


def violations(page: Any) -> list[str]:
    """What axe-core finds wrong with a page, one line a place; empty where nothing is.

    The page's context must be made with ``bypass_csp=True``, as ``looking`` does: axe-core is a script.
    """
    page.evaluate(AXE.read_text(encoding="utf-8"))
    found = page.evaluate("tags => axe.run({runOnly: {type: 'tag', values: tags}})", TAGS)
    return [f"{one['id']}: {node['html'][:160]}" for one in found["violations"] for node in one["nodes"]]


def runs_off(page: Any) -> int:
    """By how many pixels a page is wider than its window."""
    return int(page.evaluate("Math.max(0, document.documentElement.scrollWidth - innerWidth)"))


@contextmanager
def looking(browser: Any, theme: str, width: str) -> Iterator[Any]:
    """A page in this theme and at this width that axe-core can be run in."""
    context = browser.new_context(color_scheme=theme, viewport=WIDTHS[width], bypass_csp=True)
    yield context.new_page()
    context.close()
