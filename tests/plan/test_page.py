"""The page to take along, as a browser shows and prints it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from importlib.resources import files
from itertools import pairwise
from typing import Any

import pytest

from starproof.core.planning import Interviewer, Loop, LoopPlan
from starproof.core.results import Evidence
from starproof.core.text import Span
from starproof.plan import plan_loop
from starproof.plan.sought import SIXTEEN, Names
from starproof.report.planning import render_planning
from tests.browser import chromium
from tests.plan.making import GUIDE, story
from tests.report.contrast import contrast, from_hex

CSS = (files("starproof.report") / "templates" / "loop.css").read_text(encoding="utf-8")
HOSTILE = "<script>alert(1)</script>\u202e & \x1b[31m"
LONG = "In the autumn that everybody here remembers we had nineteen systems that nobody could name, and I ran them all."


def loop_of(number: int, each: int = 2) -> Loop:
    names = [Names(GUIDE).find(name) for name in SIXTEEN]
    asked = [tuple(names[(n * each + k) % 16] for k in range(each)) for n in range(number)]
    people = tuple(
        Interviewer(f"Interviewer Number {n}", principles, n == 1) for n, principles in enumerate(asked, start=1)
    )
    return Loop(people, company="Northwind Traders", role="Engineering Manager", on="2027-03-16")


def full_plan(text: str = LONG, *, interviewers: int = 7) -> LoopPlan:
    """A loop of so many in which every place is filled with as many words as a story may bring."""
    figures = tuple(
        Evidence(Span(0, 1), f"which brought {n} million dollars a year to the whole firm") for n in range(3)
    )
    stories = [
        story(f"story-{n:02}", SIXTEEN[n % 16], *SIXTEEN[:4], flags=("low-impact", "blame"), reads_as="below",
              happened="2019", opening=text, figures=figures, title=f"{text[:60]} {n}")
        for n in range(30)
    ]  # fmt: skip
    return plan_loop(loop_of(interviewers), stories, guide=GUIDE)


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    with chromium() as found:
        yield found


@pytest.mark.parametrize("interviewers", [5, 7])
def test_a_loop_prints_on_one_sheet(browser: Any, interviewers: int) -> None:
    page = browser.new_page()
    page.set_content(render_planning(full_plan(interviewers=interviewers), format="html"))
    data = page.pdf(prefer_css_page_size=True)
    page.close()
    assert len(re.findall(rb"/Type\s*/Page\b(?!s)", data)) == 1


def test_no_title_and_nothing_to_mind_is_cut_off_where_the_sheet_has_room(browser: Any) -> None:
    page = browser.new_page(viewport={"width": 726, "height": 1060})
    page.emulate_media(media="print")
    page.set_content(render_planning(full_plan(interviewers=5), format="html"))
    lines = "[...document.querySelectorAll('.tell, .backup, .mind')]"
    cut = f"{lines}.filter(line => line.scrollHeight > line.clientHeight + 1).length"
    assert page.locator(".tell").count() > 5
    assert page.evaluate(cut) == 0
    page.close()


@pytest.mark.parametrize("width", [360, 1280])
def test_the_page_is_never_wider_than_the_screen(browser: Any, width: int) -> None:
    page = browser.new_page(viewport={"width": width, "height": 800})
    page.set_content(render_planning(full_plan("Supercalifragilistic" * 12), format="html"))
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    page.close()


def test_the_page_runs_nothing_and_asks_for_nothing() -> None:
    page = render_planning(full_plan(HOSTILE), format="html")
    assert "<script" not in page
    assert "&lt;script&gt;" in page
    assert "\u202e" not in page
    assert "\x1b" not in page
    assert not re.search(r'\b(?:src|href)="(?!data:)', page)


@pytest.mark.parametrize("theme", [0, 1], ids=["light", "dark"])
def test_all_words_stand_out_from_the_paper(theme: int) -> None:
    block = re.findall(r":root\s*\{([^}]*)\}", CSS)[theme]
    tokens = dict(re.findall(r"--(\w+): (#[0-9a-f]{6})", block))
    for ground in ("paper", "card"):
        for words in ("ink", "soft", "pencil", "sure", "blue", "amber"):
            assert contrast(from_hex(tokens[words]), from_hex(tokens[ground])) >= 4.5, (words, ground)


def test_headings_descend_one_step_at_a_time() -> None:
    levels = [int(level) for level in re.findall(r"<h(\d)", render_planning(full_plan(), format="html"))]
    assert levels[0] == 1
    assert all(after - before <= 1 for before, after in pairwise(levels))
