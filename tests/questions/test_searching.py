"""The question bank from the API and the command line."""

from __future__ import annotations

import json

import pytest
from click.testing import CliRunner

from starproof import api
from starproof.cli.app import app
from starproof.errors import NotFound


def test_all_words_of_a_search_must_be_in_a_question_in_any_inflection() -> None:
    found = api.questions("promise customers")
    assert found
    assert all("promis" in f"{question.text} {question.intent}".lower() for question in found)
    assert api.questions("promising customer") == found


def test_a_principle_and_a_theme_narrow_the_list() -> None:
    found = api.questions(principle="earn-trust", theme="layoffs")
    assert found
    assert all(question.principle == "earn-trust" and "layoffs" in question.themes for question in found)


def test_a_principle_that_the_guide_lacks_has_its_questions_too() -> None:
    found = api.questions(principle="frugality")
    assert len(found) >= 5
    assert all("frugality" in question.themes for question in found)


def test_a_question_is_found_by_its_id_in_small_letters() -> None:
    assert api.find_question("hb-q01").text == "Tell me about a time you stood up to your boss."


@pytest.mark.parametrize("call", [lambda: api.find_question("HB-Q1"), lambda: api.questions(theme="layoff")])
def test_what_is_not_there_is_answered_with_the_closest(call: object) -> None:
    with pytest.raises(NotFound) as caught:
        call()  # type: ignore[operator]
    assert caught.value.hint.startswith("Did you mean")


def test_the_command_lists_shows_and_prints_json() -> None:
    run = CliRunner().invoke
    listed = run(app, ["questions", "angriest", "customer"])
    assert listed.exit_code == 0
    assert "CO-Q02" in listed.stdout
    shown = run(app, ["questions", "show", "CO-Q02"])
    assert "Likely follow-ups" in shown.stdout
    data = json.loads(run(app, ["questions", "--theme", "layoffs", "--format", "json"]).stdout)
    assert {"id", "text", "principle", "intent", "strong", "weak", "follow_ups"} <= data[0].keys()
    assert "low-performer" in run(app, ["questions", "--themes"]).stdout


def test_a_search_without_a_hit_says_so_beside_an_empty_list() -> None:
    result = CliRunner().invoke(app, ["questions", "zeppelin"])
    assert (result.exit_code, result.stdout) == (0, "")
    assert "No question" in result.stderr
