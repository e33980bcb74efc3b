"""``starproof match`` over files."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from starproof.cli.app import app
from starproof.errors import UsageError

FILE = """---
title: The gate
principle: have-backbone
---
My director wanted to ship before the safety test was done. I ran three teams of 24 engineers.
I told him no, showed the fault on a bench, and offered a smaller demo in two weeks.
The release moved by 16 days, the fault was fixed, and $1.2M of returns a year were avoided. I learned to say it sooner.
"""


@pytest.fixture
def story(tmp_path: Path) -> Path:
    file = tmp_path / "gate.md"
    file.write_text(FILE, encoding="utf-8")
    return file


def run(*words: str | Path) -> Result:
    return CliRunner().invoke(app, ["match", *map(str, words)])


def test_a_story_is_ranked_with_its_reason(story: Path) -> None:
    result = run("When did you stand up to your boss?", story)
    assert result.exit_code == 0
    assert "The gate" in result.stdout
    assert "Have Backbone" in result.stdout


def test_what_is_asked_for_is_said_by_its_name(story: Path) -> None:
    shown = run("When did you stand up to your boss?", story).stdout
    assert shown.startswith("Asks for Have Backbone; theme: Disagreement with one's manager.\n")


def test_the_question_is_read_from_standard_input(story: Path) -> None:
    asked = "\ufeffWhen did you\nstand up to your boss?\n".encode()
    result = CliRunner().invoke(app, ["match", "-", str(story)], input=asked)
    assert (result.exit_code, "The gate" in result.stdout) == (0, True)
    same = run("When did you stand up to your boss?", story)
    assert result.stdout == same.stdout


@pytest.mark.parametrize("asked", [b"", b" \n", b"\xff\xfe?"])
def test_no_question_on_standard_input_is_told(story: Path, asked: bytes) -> None:
    result = CliRunner().invoke(app, ["match", "-", str(story)], input=asked)
    assert isinstance(result.exception, UsageError)
    assert "question" in str(result.exception)


def test_explain_shows_what_the_score_is_made_of(story: Path) -> None:
    shown = run("When did you stand up to your boss?", story, "--explain").stdout
    for part in ("principle", "themes", "words", "meaning"):
        assert part in shown


def test_json_has_matches_and_their_parts(story: Path) -> None:
    data = json.loads(run("When did you stand up to your boss?", story, "--format", "json").stdout)
    assert data["answerable"]
    assert data["matches"][0]["parts"][0]["name"] == "principle"
    assert data["advice"] is None


def test_where_none_fits_it_says_what_would(story: Path) -> None:
    shown = run("Tell me about an underperforming engineer whom you had to let go.", story).stdout
    assert "No story of low performer" in shown


def test_small_talk_is_answered_as_such(story: Path) -> None:
    assert "asks for no story" in run("What is your favourite colour?", story).stdout


def test_an_empty_question_is_a_usage_error(story: Path) -> None:
    result = run("  ", story)
    assert result.exception is not None
    assert "empty" in str(result.exception)


def test_the_sentence_that_speaks_to_the_question_is_quoted_from_a_file_and_from_the_bank(
    story: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("STARPROOF_BANK", str(tmp_path / "bank.db"))
    assert CliRunner().invoke(app, ["story", "import", str(story)]).exit_code == 0
    quoted = "“My director wanted to ship before the safety test was done”"
    for from_where in ([story], []):
        assert quoted in " ".join(run("When did you stand up to your boss?", *from_where).stdout.split())
