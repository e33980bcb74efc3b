"""What keeps people from using a page, as axe-core finds it."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

AXE = Path(__file__).parent / "vendor" / "axe.min.js"
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
WIDTHS = {"phone": {"width": 390, "height": 844}, "desktop": {"width": 1440, "height": 900}}
ASKED = """async () => (await axe.run({runOnly: %s, resultTypes: ["violations"]})).violations
  .flatMap((one) => one.nodes.map((node) => `${one.id}: ${node.html.slice(0, 160)}`))"""
"""One line a place. What is right with a page would be a list many times as long, and is neither made nor sent."""
EVERYTHING = ASKED % json.dumps({"type": "tag", "values": TAGS})
COLOURS = ASKED % json.dumps(["color-contrast", "link-in-text-block"])
LOW = """[...document.querySelectorAll(
  "button, .button, summary, select, textarea, input:not([type=checkbox], [type=radio]), nav a")]
  .filter((one) => one.checkVisibility() && one.getBoundingClientRect().height < 43.9)
  .map((one) => `${one.tagName} ${one.textContent.trim()}: ${one.getBoundingClientRect().height} px high`)"""
"""What is too low for a finger."""


def violations(page: Any) -> list[str]:
    """What axe-core finds wrong with a page, one line a place; empty where nothing is.

    The page's context must be made with ``bypass_csp=True``, as ``looking`` does: axe-core is a script.
    """
    page.evaluate(AXE.read_text(encoding="utf-8"))
    return list(page.evaluate(EVERYTHING))


def runs_off(page: Any) -> int:
    """By how many pixels a page is wider than its window."""
    return int(page.evaluate("Math.max(0, document.documentElement.scrollWidth - innerWidth)"))


def wrong(page: Any, address: str) -> list[str]:
    """What is wrong with a page on a phone and at a desk: everything in the light, and in the dark what depends on
    colours. It is loaded once: a page stays itself as its window grows."""
    page.emulate_media(color_scheme="light")
    page.set_viewport_size(WIDTHS["phone"])
    page.goto(address)
    page.evaluate(AXE.read_text(encoding="utf-8"))
    found = [f"phone: {one}" for one in _wrong_in_the_light(page)]
    page.set_viewport_size(WIDTHS["desktop"])
    found += [f"desktop: {one}" for one in _wrong_in_the_light(page)]
    page.emulate_media(color_scheme="dark")
    found += [f"desktop, dark: {one}" for one in page.evaluate(COLOURS)]
    page.set_viewport_size(WIDTHS["phone"])
    return found + [f"phone, dark: {one}" for one in page.evaluate(COLOURS)]


def _wrong_in_the_light(page: Any) -> list[str]:
    found = list(page.evaluate(EVERYTHING))
    if page.viewport_size == WIDTHS["phone"]:
        found += page.evaluate(LOW)
    if off := runs_off(page):
        found.append(f"runs off by {off} pixels")
    return found


@contextmanager
def looking(browser: Any, theme: str, width: str) -> Iterator[Any]:
    """A page in this theme and at this width that axe-core can be run in."""
    context = browser.new_context(color_scheme=theme, viewport=WIDTHS[width], bypass_csp=True)
    yield context.new_page()
    context.close()
