"""The loop in the browser: who interviews, the plan, locked choices, the page to take along."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from starproof import load_guide
from starproof.core.bank import Draft
from starproof.core.planning import Interviewer, Lock, Loop, Practice, Sought, Told
from starproof.plan import coverage
from starproof.plan.loop.reading import read_loop
from starproof.plan.loop.writing import write_loop
from starproof.report.planning import render_planning
from tests.corpus import paragraph_of, rows
from tests.web.conftest import Served

GUIDE = load_guide()
OWNERSHIP, DEEP = (Sought(p.id, p.name, (p.id,)) for p in GUIDE.principles if p.id in ("ownership", "dive-deep"))
ASKED = {
    "company": "Northwind",
    "role": "L6",
    "on": "2026-05-01",
    "name": ["Ana", "", "Bo"],
    "one": ["ownership", "", "dive-deep"],
    "two": ["customer-obsession", "", ""],
    "minutes": ["45", "", ""],
    "bar_raiser": ["2"],
}


@pytest.fixture
def filled(served: Served) -> Served:
    for number, story in enumerate(rows()[:12], 1):
        text = paragraph_of(story)
        served.bank.add(Draft(text, id=f"s-{number}", title=story["title"], principles=(story["principle"],)))
    return served


words = st.text(max_size=12).filter(lambda text: "\x00" not in text and text == text.strip())
names = words.filter(bool)
days = st.dates().map(lambda day: day.isoformat())
people = st.lists(
    st.builds(
        Interviewer,
        names,
        st.just((OWNERSHIP,)) | st.just((DEEP, OWNERSHIP)),
        st.booleans(),
        st.none() | st.integers(5, 480).map(float),
        words,
    ),
    min_size=1,
    max_size=4,
    unique_by=lambda one: one.name.casefold(),
)


@given(people, words, st.none() | days, st.lists(st.builds(Told, names, names, st.none() | days), max_size=3))
def test_a_loop_that_is_written_reads_the_same(
    found: list[Interviewer], company: str, on: str | None, told: list[Told]
) -> None:
    lock = Lock(found[0].name, "ownership", "a story", "backup")
    practice = Practice("07:30", 20, ("mon", "sat"), 3)
    loop = Loop(tuple(found), company, "role", on, (lock,), tuple(told), ("x",), False, True, practice)
    assert read_loop(write_loop(loop), guide=GUIDE) == loop


def test_an_empty_loop_asks_who_interviews(served: Served) -> None:
    page = served.client().get("/loop")
    assert page.status_code == 200
    assert "Who interviews you?" in page.text


def test_a_loop_is_planned_and_kept(filled: Served) -> None:
    page = filled.client().post("/loop", data=ASKED)
    assert page.status_code == 200
    assert "3 of 3 questions covered" in page.text
    assert "bar raiser" in page.text
    assert filled.client().get("/loop").text == page.text
    assert (filled.desk.home / "loop.toml").stat().st_mode & 0o077 == 0


def test_a_story_that_is_held_stays_where_it_is_and_is_told_nowhere_else(filled: Served) -> None:
    client = filled.client()
    client.post("/loop", data=ASKED)
    place = {"interviewer": "Bo", "principle": "dive-deep", "seat": "first"}
    page = client.post("/loop/lock", data={**place, "story": "s-1"}).text
    slot = page[page.index('id="Bo-dive-deep"') :]
    assert re.search(r'href="/stories/s-1".*held', slot[: slot.index("</article>")], re.DOTALL)
    assert page.count('<p class="title"><a href="/stories/s-1"') == 1
    assert ">held<" not in client.post("/loop/lock", data=place).text


def test_the_plan_prints_as_one_page_and_as_a_calendar(filled: Served) -> None:
    client = filled.client()
    assert client.get("/loop/print").status_code == 404
    client.post("/loop", data=ASKED)
    assert "Northwind" in client.get("/loop/print").text
    calendar = client.get("/loop/practice.ics")
    assert calendar.headers["content-type"].startswith("text/calendar")
    assert calendar.text.startswith("BEGIN:VCALENDAR")


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"minutes": ["soon", "", ""]}, "minutes"),
        ({"one": ["kindness", "", "dive-deep"]}, "kindness"),
        ({"name": ["Ana", "", "Ana"]}, "twice"),
        ({"on": "tomorrow"}, "date"),
        ({"name": ["", "", ""]}, "interviewer"),
    ],
)
def test_a_loop_that_cannot_be_is_told_why_and_the_old_one_stays(
    filled: Served, change: dict[str, object], words: str
) -> None:
    client = filled.client(accept="text/html")
    client.post("/loop", data=ASKED)
    before = (filled.desk.home / "loop.toml").read_text(encoding="utf-8")
    answer = client.post("/loop", data={**ASKED, **change})
    assert answer.status_code in (404, 422)
    assert words in answer.text
    assert (filled.desk.home / "loop.toml").read_text(encoding="utf-8") == before


def test_a_loop_without_stories_says_what_is_missing(served: Served) -> None:
    page = served.client().post("/loop", data=ASKED)
    assert page.status_code == 200
    assert "0 of 3 questions covered" in page.text


def test_a_thrown_away_loop_leaves_the_stories(filled: Served) -> None:
    client = filled.client()
    client.post("/loop", data=ASKED)
    assert "Who interviews you?" in client.post("/loop/forget").text
    assert len(filled.bank.ids()) == 12


def test_coverage_shows_gaps_in_words_and_the_map(filled: Served) -> None:
    page = filled.client().get("/coverage").text
    assert "No story shows Hire" in page or "Hire and Develop" in page
    assert page.count('<th scope="row">') >= 6
    assert "What is missing" in page


def test_the_map_says_how_well_in_the_signs_and_words_of_the_terminal(filled: Served) -> None:
    page = filled.client().get("/coverage").text
    found = coverage(filled.bank.banked(), guide=GUIDE)
    terminal = " ".join(render_planning(found, width=120).split())
    for said in ("● shows it plainly", "◐ well enough", "○ only touches on it"):
        assert said in page
        assert said in terminal


def test_coverage_of_an_empty_bank_teaches(served: Served) -> None:
    assert "Add the first story" in served.client().get("/coverage").text


def test_the_stories_to_choose_from_begin_with_those_that_show_what_is_asked_for(filled: Served) -> None:
    client = filled.client(accept="text/html")
    client.post("/loop", data=ASKED)
    place = "/loop/hold?interviewer=Bo&principle=dive-deep&seat=backup"
    page = client.get(place).text
    said = re.findall(r"(shows it plainly|shows it well enough|only touches on it|does not show it)</span>", page)
    assert len(said) == 12
    assert said.index("shows it plainly") < said.index("does not show it")
    assert "No story has all of these words." in client.get(f"{place}&q=zzyzx").text
    assert client.get("/loop/hold?interviewer=Bo&principle=kindness").status_code == 404


def test_a_story_that_is_not_there_cannot_be_held(filled: Served) -> None:
    client = filled.client(accept="text/html")
    client.post("/loop", data=ASKED)
    place = {"interviewer": "Bo", "principle": "dive-deep", "seat": "first", "story": "nobody"}
    assert client.post("/loop/lock", data=place).status_code in (404, 409)
    assert ">held<" not in client.get("/loop").text
