"""What an owner says of a story on the command line: principles by any name, and editors of every sort."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.bank.cli.commanding import STORY, Run, editor, shown
from tests.cli.running import Ran, here


@pytest.fixture
def run(tmp_path: Path) -> Run:
    def run_it(*arguments: str | Path, **env: str) -> Ran:
        return here(*arguments, stdin=b"", **{"STARPROOF_HOME": str(tmp_path / "home"), "STARPROOF_BANK": "", **env})

    (tmp_path / "bill.md").write_text(STORY, encoding="utf-8")
    assert run_it("story", "add", tmp_path / "bill.md", "--principle", "Deliver Results").code == 0
    return run_it


def test_a_principle_counts_by_its_name_as_by_its_id(run: Run) -> None:
    assert shown(run)["principle"] == "deliver-results"
    run("story", "edit", "bill", "--principles", "Ownership, Have Backbone; Disagree and Commit, ownership")
    run("story", "edit", "bill", "--principle", "Dive Deep")
    run("story", "told", "bill", "--principle", "Think Big")
    found = shown(run)
    assert (found["principles"], found["principle"]) == (["ownership", "have-backbone"], "dive-deep")
    assert found["uses"][0]["principle"] == "think-big"  # type: ignore[index]
    assert "The bill" in run("story", "list", "--principle", "Have Backbone").out
    gaps = run("coverage").out
    assert "No story shows Ownership" not in gaps
    assert "No story shows Customer Obsession" in gaps


@pytest.mark.parametrize(
    ("arguments", "hint"),
    [
        (("edit", "bill", "--principles", "ownersihp"), "Did you mean ownership?"),
        (("edit", "bill", "--principle", "ownersihp"), "Did you mean ownership?"),
        (("edit", "bill", "--principles", "frugality"), "story tag ID frugality"),
        (("told", "bill", "--principle", "ownersihp"), "Did you mean ownership?"),
        (("list", "--principle", "ownersihp"), "Did you mean ownership?"),
    ],
)
def test_a_principle_that_nobody_knows_is_refused(run: Run, arguments: tuple[str, ...], hint: str) -> None:
    before = shown(run)
    ran = run("story", *arguments)
    assert (ran.code, ran.out) == (2, "")
    assert hint in ran.err
    assert shown(run) == before


def test_an_editor_that_takes_the_file_away_is_told_so(run: Run, tmp_path: Path) -> None:
    ran = run("story", "edit", "bill", EDITOR=editor(tmp_path, "path.unlink()"))
    assert (ran.code, "left no file" in ran.err, "Nothing was changed" in ran.err) == (2, True, True)


def test_a_telling_that_is_kept_is_confirmed(run: Run, tmp_path: Path) -> None:
    (tmp_path / "short.md").write_text("I cut it.")
    assert run("story", "versions", "bill", "2", tmp_path / "short.md").out == "bill: kept, revision 2\n"
    assert run("story", "versions", "bill", "2", "--remove").out == "bill: taken away, revision 3\n"


def test_an_export_takes_the_stories_that_a_list_shows(run: Run, tmp_path: Path) -> None:
    (tmp_path / "said.md").write_text("I hired nine people in a year and grew two of them into leads.")
    run("story", "add", tmp_path / "said.md")
    for principle in ("Deliver Results", "hire-and-develop"):
        ran = run("story", "export", "-", "--format", "jsonl", "--principle", principle)
        listed = run("story", "list", "--principle", principle, "--format", "json")
        ids = [story["id"] for story in json.loads(listed.out)["stories"]]
        assert [json.loads(line)["id"] for line in ran.out.splitlines()] == ids
        assert len(ids) == 1


ASTRAY = """---
title: The queue
question: Tell me about a relationship at work that you had to repair.
---
I lead the ticketing of nine theatres, with 14 engineers in two teams. In the season's first sale the site went down
for 47 minutes. I had to find out why within three weeks. I pulled the logs of that hour, laid the database's waits
beside the seats' locks, and found that one query for wheelchair places scanned the whole hall twelve times for each
basket. I had the team copy the largest hall into the test, saw 11 seconds instead of 0.2, and rewrote the index. The
next sale sold 21,000 tickets in 34 minutes. We have tested on the largest hall since.
"""


def test_a_story_that_answers_another_question_is_told_so_where_it_goes_in_and_is_listed(
    run: Run, tmp_path: Path
) -> None:
    (tmp_path / "queue.md").write_text(ASTRAY, encoding="utf-8")
    added = run("story", "add", tmp_path / "queue.md")
    assert "answers another question" in added.err
    assert run("story", "list").out.count("answers another question") == 1
    assert "answers another question" in run("story", "show", "queue").out
    run("story", "edit", "queue", "--question", "Tell me about a root cause you found.")
    assert "answers another question" not in run("story", "list").out


@pytest.mark.parametrize("text", ["One.", "I did it."])
def test_a_file_that_is_named_goes_in_however_little_it_holds_as_it_does_in_the_browser(
    run: Run, tmp_path: Path, text: str
) -> None:
    (tmp_path / "begun.md").write_text(text, encoding="utf-8")
    added = run("story", "add", tmp_path / "begun.md")
    assert (added.code, added.out.strip()) == (0, "begun")
    assert "too short for its red flags" in added.err


def test_a_file_with_nothing_under_its_front_matter_is_still_no_story(run: Run, tmp_path: Path) -> None:
    (tmp_path / "begun.md").write_text("---\ntitle: The rota\n---\n", encoding="utf-8")
    assert run("story", "add", tmp_path / "begun.md").code == 2
