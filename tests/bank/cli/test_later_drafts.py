"""A later draft of a story that the bank has: told when it is added, and made its next revision."""

from __future__ import annotations

from pathlib import Path

import pytest

from starproof.api.banking import open_bank
from starproof.api.kindred import earlier_of
from starproof.core.bank import Draft
from tests.bank.cli.commanding import Run

TEXT = """# The night pages

We had sixty pages a week when I took over billing, and two people had asked to move away from the rota.
I read every page of a month with my tech lead and found that three alerts caused most of them. I stopped a
migration for four weeks against the wish of my director, and two of my engineers mended the alerts.
Pages fell to nine a week.
"""
OTHER = """# The night pages

Our support desk answered the wrong customers first, because nobody had ever asked them what an hour cost.
I sat with the desk for a week, wrote down each call, and gave the biggest shops a number of their own.
"""


@pytest.fixture
def first(run: Run, tmp_path: Path) -> str:
    (tmp_path / "pages.md").write_text(TEXT)
    return run("story", "add", tmp_path / "pages.md").out.strip()


def test_a_mended_file_that_is_added_again_is_told_as_a_later_draft(run: Run, tmp_path: Path, first: str) -> None:
    (tmp_path / "pages.md").write_text(TEXT + "I learned to tune an alert before I staff it.\n")
    ran = run("story", "add", tmp_path / "pages.md")
    second = ran.out.strip()
    assert second != first, "it is kept in any case"
    assert f"much like {first}" in ran.err
    assert f"starproof story merge {second} {first}" in ran.err
    merged = run("story", "merge", second, first)
    assert merged.out == f"{first}: revision 2; {second} is put away.\n"
    assert "I learned to tune" in run("story", "show", first).out
    assert "1 story" in run("story", "list").out
    assert run("story", "restore", second).code == 0, "nothing is deleted"


def test_another_story_of_the_same_name_is_not_called_a_draft(run: Run, tmp_path: Path, first: str) -> None:
    (tmp_path / "pages.md").write_text(OTHER)
    assert "much like" not in run("story", "add", tmp_path / "pages.md").err


def test_a_story_is_not_merged_into_itself_nor_into_none(run: Run, first: str) -> None:
    assert run("story", "merge", first, first).code == 2
    assert run("story", "merge", first, "nosuch").code == 3
    assert "1 story" in run("story", "list").out, "what could not be merged was not put away"


def test_a_draft_of_another_title_is_known_by_how_it_begins(tmp_path: Path) -> None:
    body = TEXT.split("\n", 2)[2]
    with open_bank(tmp_path / "bank.db", create=True) as bank:
        old = bank.add(Draft(body, id="old", title="Pages"))
        later = bank.add(Draft(body + "It held for a year.", id="new", title="Another name"))
        found = earlier_of(later.draft, bank, besides="new")
        assert found is not None
        assert found.id == old.id
        bank.archive("old")
        assert earlier_of(later.draft, bank, besides="new") is None, "what was put away is no story beside it"
