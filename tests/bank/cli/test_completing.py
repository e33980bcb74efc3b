"""What a shell offers after Tab, where an id is wanted."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.shell_completion import ShellComplete

from starproof.cli.app import app
from tests.bank.cli.conftest import Run

WORD = "_STARPROOF_COMPLETE"


def offered(line: str, begun: str = "") -> list[str]:
    """The words that are offered in the place of one that begins so."""
    return [one.value for one in ShellComplete(app, {}, "starproof", WORD).get_completions(line.split(), begun)]


@pytest.fixture(autouse=True)
def here(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("STARPROOF_HOME", str(home))
    monkeypatch.delenv("STARPROOF_BANK", raising=False)


@pytest.mark.parametrize(
    "line", ["story show", "story rm", "story told", "story history", "practice story --story", "story merge bill"]
)
def test_the_ids_of_stories_are_offered(bill: str, line: str) -> None:
    assert offered(line, "bi") == [bill]
    assert offered(line, "zz") == []


def test_what_was_put_away_is_offered_to_be_brought_back_alone(run: Run, bill: str) -> None:
    assert offered("story restore") == []
    run("story", "rm", bill)
    assert (offered("story restore"), offered("story show")) == ([bill], [])


def test_names_that_the_guide_and_the_rules_have_are_offered() -> None:
    assert offered("story list --principle", "d") == ["deliver-results", "dive-deep"]
    assert offered("story list --flag", "j") == ["jargon"]
    assert offered("explain", "bla") == ["blame"]
    assert offered("questions --theme", "layo") == ["layoffs"]


def test_a_bank_that_is_not_there_is_neither_offered_from_nor_made(home: Path) -> None:
    assert offered("story show") == []
    assert not list(home.glob("bank.db*"))
