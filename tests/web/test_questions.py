"""The question bank in the browser, the story for a question, and the debrief after an interview."""

from __future__ import annotations

import html
import re

import pytest

from starproof.core.bank import Draft
from tests.web.conftest import Served

BOSS = (
    "My director wanted to ship the new billing in March. I ran three teams and told him in front of the board that I "
    "disagreed, because the tests failed for one customer in forty. He was angry. I showed the figures, we argued for "
    "a week, and I said I would commit either way. He moved the date to May. No invoice was wrong, and it saved $1.2M. "
    "Since then every launch has a go or no-go by the engineers."
)


@pytest.fixture
def told(served: Served) -> Served:
    served.bank.add(Draft(BOSS, id="boss", title="The date that moved"))
    return served


def test_the_question_bank_is_searched_by_words_principle_and_theme(served: Served) -> None:
    client = served.client()
    assert "questions" in client.get("/questions").text
    for query in ("principle=earn-trust", "theme=layoffs", "q=customer"):
        page = client.get(f"/questions?{query}")
        assert page.status_code == 200
        assert '<ul class="asked">' in page.text
    assert "No question has all" in client.get("/questions?q=xyzzy").text
    assert client.get("/questions?principle=kindness").status_code == 404


def test_a_question_shows_what_it_is_after_and_the_story_for_it(told: Served) -> None:
    page = told.client().get("/questions/hb-q01").text
    assert "A strong answer" in page
    assert 'href="/stories/boss"' in page


def test_a_question_in_the_interviewer_s_words_finds_its_story(told: Served) -> None:
    page = told.client().get("/questions/match?asked=When did you stand up to your boss?").text
    assert "The date that moved" in page
    assert "Why this place" in page


def test_where_no_story_fits_the_page_says_which_would(told: Served) -> None:
    page = told.client().get("/questions/match?asked=Tell me about a time you let a low performer go.").text
    assert "Write it" in page or "The date that moved" in page
    nothing = told.client().get("/questions/match?asked=What is your favourite colour?").text
    assert "No story of yours fits" in nothing
    assert told.client().get("/questions/match?asked=").status_code == 400


def test_the_debrief_is_kept_with_its_story(told: Served) -> None:
    client = told.client()
    form = client.get("/questions/asked?question=When did you stand up to your boss?").text
    assert '<option value="boss" selected>' in form
    data = {"story": "boss", "on": "2026-03-30", "question": "Stand up?", "company": "Northwind", "went": "well"}
    assert client.post("/questions/asked", data=data).status_code == 200
    (use,) = told.bank.get("boss").draft.uses
    assert (use.on, use.company, use.question, use.went) == ("2026-03-30", "Northwind", "Stand up?", "well")
    assert client.post("/questions/asked", data={**data, "on": "yesterday"}).status_code == 400
    assert client.post("/questions/asked", data={**data, "story": "nobody"}).status_code == 404


def test_the_debrief_of_an_empty_bank_says_what_comes_first(served: Served) -> None:
    assert "Add one first" in served.client().get("/questions/asked").text


def test_more_questions_are_shown_on_demand(served: Served) -> None:
    client = served.client()
    first = client.get("/questions").text
    more = client.get("/questions?most=120").text
    assert "Show more" in first
    assert more.count('<a href="/questions/') - first.count('<a href="/questions/') == 80
    assert "Show more" not in client.get("/questions?most=2000").text


def test_the_story_that_is_to_be_written_knows_its_question(served: Served) -> None:
    client, asked = served.client(), "Tell me about a time you let a low performer go."
    page = client.get("/questions/match", params={"asked": asked}).text
    (address,) = re.findall(r'href="(/stories/new[^"]*)"', page)
    assert f'value="{asked}"' in client.get(html.unescape(address)).text
    assert page.count("No story of") == 1, "what is missing is said once"
