"""Coverage, profile, plan and readiness in words: they fit, they escape, they need no colour."""

from __future__ import annotations

import json
import re

import pytest
from rich.cells import cell_len

from starproof.core.planning import Coverage, Interviewer, Loop, LoopPlan, Profile, Readiness
from starproof.errors import UsageError
from starproof.plan import Dated, coverage, plan_loop, profile, readiness
from starproof.plan.sought import Names
from starproof.report.planning import SCHEMAS, Planned, render_planning
from tests.plan.making import GUIDE, PRINCIPLES, made_up, story

HOSTILE = "\x1b[31mred\u202e <b>*_|`\n# 会議の議事録 " + "x" * 200


def everything() -> list[Planned]:
    stories = [
        *made_up(20, seed=5),
        story("hostile", *PRINCIPLES, title=HOSTILE, opening=HOSTILE),
        story("p", genre="plan"),
    ]
    names = Names(GUIDE)
    people = tuple(
        Interviewer(f"{HOSTILE} {n}", tuple(map(names.find, PRINCIPLES[n : n + 2])), bar_raiser=n == 0)
        for n in range(3)
    )
    past = [Dated("2026-01-01", one) for one in stories]
    return [
        coverage(stories, today="2026-01-01"),
        profile(stories, mine={"hiring": 7.0}),
        plan_loop(Loop(people, company=HOSTILE, on="2026-05-01"), stories),
        readiness(stories, history=past),
    ]


EVERYTHING = everything()


@pytest.mark.parametrize("found", EVERYTHING, ids=lambda found: type(found).__name__)
@pytest.mark.parametrize("width", [60, 100, 160])
def test_no_line_is_wider_than_the_terminal(found: Planned, width: int) -> None:
    lines = render_planning(found, width=width).split("\n")
    assert all(cell_len(line) <= width for line in lines)


@pytest.mark.parametrize("found", EVERYTHING, ids=lambda found: type(found).__name__)
def test_colour_adds_no_meaning(found: Planned) -> None:
    plain, colored = render_planning(found), render_planning(found, color=True)
    assert "\x1b" not in plain
    assert "\x1b[" in colored
    assert re.sub(r"\x1b\[[0-9;]*m", "", colored) == plain


@pytest.mark.parametrize("found", EVERYTHING, ids=lambda found: type(found).__name__)
def test_no_story_can_drive_the_terminal(found: Planned) -> None:
    text = render_planning(found)
    assert "\u202e" not in text
    assert all(line == line.rstrip() for line in text.split("\n"))


@pytest.mark.parametrize("found", EVERYTHING, ids=lambda found: type(found).__name__)
def test_the_json_says_what_it_is(found: Planned) -> None:
    data = json.loads(render_planning(found, format="json"))
    assert data.pop("schema") == SCHEMAS[type(found)]
    assert list(data) == list(type(found).__slots__)


def test_the_markdown_escapes_what_the_owner_wrote() -> None:
    plan = next(found for found in EVERYTHING if isinstance(found, LoopPlan))
    text = render_planning(plan, format="markdown")
    assert "<b>" not in text.replace("\\<b\\>", "")
    assert "\x1b" not in text


@pytest.mark.parametrize("kind", [Coverage, Profile, Readiness])
def test_only_a_plan_is_a_page(kind: type) -> None:
    found = next(found for found in EVERYTHING if isinstance(found, kind))
    with pytest.raises(UsageError, match="no format 'html'"):
        render_planning(found, format="html")


def test_the_map_shows_strength_and_level_by_shapes() -> None:
    stories = [story("a", "ownership", reads_as="above"), story("b", shares={"ownership": 0.1}, reads_as="below")]
    line = next(line for line in render_planning(coverage(stories)).split("\n") if line.startswith("Ownership"))
    assert "●▲" in line
    assert "◐▽" in line


def test_many_stories_are_listed_by_principle_and_not_mapped() -> None:
    text = render_planning(coverage(made_up(80, seed=6)))
    assert "Ownership" in text
    assert len(text.split("\n")) < 120
