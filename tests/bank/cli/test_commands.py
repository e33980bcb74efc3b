"""The bank's commands, run as people run them."""

from __future__ import annotations

import json
import os
import sqlite3
import stat
import subprocess
import sys
from contextlib import closing
from pathlib import Path

from tests.bank.cli.commanding import STORY, Run, shown
from tests.cli.running import starproof


def test_a_story_goes_in_and_comes_out_to_the_letter(run: Run, bill: str, home: Path) -> None:
    assert run("story", "show", bill, "--text").out == STORY[STORY.index("I led") :]
    found = shown(run)
    assert (found["title"], found["tags"], found["happened"]) == ("The bill", ["cost", "money"], "2025-03")
    assert found["digest"]
    assert stat.S_IMODE((home / "bank.db").stat().st_mode) == 0o600


def test_the_very_same_text_is_not_added_twice(run: Run, bill: str, tmp_path: Path) -> None:
    ran = run("story", "add", tmp_path / "bill.md")
    assert (ran.code, ran.out) == (0, "")
    assert "the bank has this very text as bill" in ran.err


def test_one_file_that_cannot_be_read_keeps_all_out_and_is_said_to(run: Run, tmp_path: Path) -> None:
    (tmp_path / "good.md").write_text("I led two teams and cut our bill by a third in a year.\n")
    (tmp_path / "bad.md").write_text("\U0001f680\n")
    ran = run("story", "add", tmp_path / "good.md", tmp_path / "bad.md")
    assert (ran.code, ran.out) == (2, "")
    assert "bad.md" in ran.err
    assert "None of the 2 files was added." in ran.err
    alone = run("story", "add", tmp_path / "bad.md")
    assert alone.code == 2
    assert "None of the" not in alone.err


def test_a_process_of_its_own_does_the_same(home: Path) -> None:
    env = {"STARPROOF_HOME": str(home), "STARPROOF_BANK": ""}
    assert starproof("story", "add", "-", "--title", "Bill", stdin=STORY.encode(), **env).out == "bill\n"
    ran = starproof("story", "show", "bil", **env)
    assert (ran.code, ran.out, "Did you mean 'bill'?" in ran.err) == (3, "", True)


def test_a_list_on_a_terminal_and_for_programs(run: Run, bill: str) -> None:
    ran = run("story", "list", "thr", "team", "--tag", "cost", "--color", "always", "--width", "80")
    assert "The bill" in ran.out
    assert "\x1b[" in ran.out
    assert all(len(line) < 200 for line in ran.out.splitlines())
    assert "\x1b[" not in run("story", "list").out
    data = json.loads(run("story", "list", "--format", "json").out)
    assert (data["total"], data["stories"][0]["id"], data["next"]) == (1, "bill", None)
    assert run("story", "list", "nothing of the kind").out == "No story fits.\n"


def test_a_list_reviews_the_stories_that_it_shows_and_all_where_reviews_choose(run: Run, tmp_path: Path) -> None:
    folder = tmp_path / "many"
    folder.mkdir()
    for number in range(6):
        (folder / f"{number}.md").write_text(f"I led team {number} through its move in week {number + 1}.\n")
    assert run("story", "import", folder, "--near", "add").code == 0

    def waiting() -> int:
        return int(json.loads(run("bank", "status", "--format", "json").out)["unreviewed"])

    listed = json.loads(run("story", "list", "--limit", "2", "--format", "json").out)
    assert (listed["total"], [one["reads_as"] is not None for one in listed["stories"]]) == (6, [True, True])
    assert waiting() == 4
    run("story", "add", "-", "--id", "late", stdin=b"I moved the depot alone in one night.")
    assert waiting() == 4
    run("story", "list", "--level", "below")
    assert waiting() == 0


def test_a_text_too_short_to_judge_is_told_as_that_and_nothing_is_guessed_of_it(run: Run) -> None:
    said = run("story", "add", "-", "--id", "note", stdin=b"We were late. I fixed it. It worked.").err
    assert "reads unclear, too short for its red flags, 8 words" in said
    assert "no red flag" not in said
    listed = run("story", "list").out
    assert "unclear · too short for its red flags" in listed
    assert "likely" not in listed + run("story", "show", "note").out
    covered = run("coverage").out
    assert "It is too short to judge." in covered


def test_a_principle_that_nobody_chose_is_said_to_be_likely(run: Run, bill: str) -> None:
    longer = b" We checked every invoice of the last year and found the machines that nobody used, and I told finance."
    run("story", "edit", "bill", "--file", "-", stdin=STORY.encode() + longer)
    assert " likely " in run("story", "list").out
    run("story", "edit", "bill", "--principles", "ownership")
    assert "Ownership" in (chosen := run("story", "list").out)
    assert "likely" not in chosen


def test_an_empty_bank_says_how_a_story_gets_in(run: Run, home: Path) -> None:
    assert "story add FILE" in run("story", "list").err
    home.mkdir()
    (home / "bank.db").touch()
    ran = run("story", "list")
    assert (ran.code, ran.out) == (0, "No story fits.\n")
    assert "story add FILE" in ran.err
    assert json.loads(run("story", "list", "--format", "json").out) == {"stories": [], "total": 0, "next": None}


def test_pages_go_on_where_the_one_before_ended(run: Run, bill: str) -> None:
    run("story", "add", "-", "--title", "Second", stdin=b"I hired nine people and grew two of them.")
    first = run("story", "list", "--limit", "1", "--format", "json")
    data = json.loads(first.out)
    second = run("story", "list", "--limit", "1", "--after", data["next"], "--format", "json")
    assert [data["stories"][0]["id"], json.loads(second.out)["stories"][0]["id"]] == ["second", "bill"]
    assert run("story", "list", "--after", "nonsense").code == 3


def test_a_story_is_tagged_told_versioned_and_shown(run: Run, bill: str, tmp_path: Path) -> None:
    assert run("story", "tag", bill, "a", "b", "--remove", "cost").out == "money\na\nb\n"
    told = run("story", "told", bill, "--on", "2025-05-06", "--company", "Acme", "--went", "well", "--note", "Nodded.")
    assert told.out == "bill: told 1 time, last written down for 2025-05-06\n"
    none = run("story", "versions", bill)
    assert (none.code, none.out) == (0, "")
    assert f"starproof story versions {bill} 2 FILE" in none.err
    assert run("story", "versions", bill, "2", "-", stdin=b"In short, I cut it.\n").code == 0
    assert run("story", "versions", bill, "2").out == "In short, I cut it.\n"
    assert run("story", "versions", bill).out == "2 minutes  5 words\n"
    assert run("story", "versions", bill, "3").code == 3
    text = run("story", "show", bill).out
    for words in (
        "The bill",
        "#money #a #b",
        "2025-05-06  Acme, went well, Nodded.",
        "In 2 minutes",
        "I decided it alone.",
    ):
        assert words in text
    assert run("story", "show", bill, "--minutes", "2", "--text").out == "In short, I cut it.\n"
    assert "Red flags" in run("story", "show", bill, "--review").out


def test_changes_are_seen_in_the_history_and_undone(run: Run, bill: str) -> None:
    run("story", "edit", bill, "--title", "The invoice", "--notes", "Ask Rui.")
    assert run("story", "rm", bill).out == "bill: put away, revision 2\n"
    assert run("story", "list").out == "No story fits.\n"
    assert run("story", "undo").out == "bill: undone (put away or brought back), revision 2\n"
    assert run("story", "undo", bill).out == "bill: undone (title, notes), revision 1\n"
    assert shown(run)["title"] == "The bill"
    assert run("story", "redo").out == "bill: done again (title, notes), revision 2\n"
    assert "Ask Rui." in run("story", "show", bill).out
    assert "The bill" in run("story", "show", bill, "--revision", "1").out
    history = run("story", "history", bill).out
    assert "edit title, notes (revision 1 → 2)" in history
    data = json.loads(run("story", "history", "--format", "json").out)
    assert [event["kind"] for event in data] == ["redo", "undo", "undo", "archive", "edit", "add"]
    assert run("story", "rm", bill, "none").code == 3


def test_errors_leave_with_three_and_say_what_to_do(run: Run, bill: str, tmp_path: Path) -> None:
    (tmp_path / "other.md").write_text("I hired nine people in a year and grew two of them into leads.")
    for arguments, words in [
        (("story", "show", "bil"), "Did you mean 'bill'?"),
        (("story", "add", str(tmp_path / "other.md"), "--id", "bill"), "already"),
        (("story", "list", "--bank", str(tmp_path / "none.db")), "no bank"),
        (("story", "list", "--bank", str(tmp_path / "bill.md")), "E-BNK-001"),
        (("bank", "status", "--bank", "postgresql://u:secret@127.0.0.1:1/x"), "does not answer"),
        (("bank", "restore", str(tmp_path / "bill.md"), "--yes"), "E-BNK-013"),
    ]:
        ran = run(*arguments)
        assert (ran.code, ran.out) == (3, ""), arguments
        assert words in ran.err
        assert "secret" not in ran.err
        assert "Traceback" not in ran.err
    assert run("story", "add", tmp_path / "none.md").code == 2


def test_the_bank_is_found_by_option_then_variable_then_home(run: Run, tmp_path: Path) -> None:
    for name, arguments, env in [
        ("a.db", ("--bank", str(tmp_path / "a.db")), {"STARPROOF_BANK": str(tmp_path / "b.db")}),
        ("b.db", (), {"STARPROOF_BANK": str(tmp_path / "b.db")}),
        ("xdg/starproof/bank.db", (), {"STARPROOF_HOME": "", "XDG_DATA_HOME": str(tmp_path / "xdg")}),
    ]:
        if sys.platform != "linux" and "xdg" in name:
            continue
        assert (
            run("story", "add", "-", *arguments, stdin=b"I led three teams and cut our bill by a fifth.", **env).code
            == 0
        )
        assert (tmp_path / name).exists()


def test_status_says_what_there_is_and_whether_it_is_intact(run: Run, bill: str, home: Path) -> None:
    text = run("bank", "status").out
    assert "1, and 0 put away" in text
    assert "yes" in text
    data = json.loads(run("bank", "status", "--format", "json").out)
    assert (data["stories"], data["schema"], data["sound"], data["unreviewed"]) == (1, data["newest"], True, 0)
    assert run("bank", "upgrade").out == f"{home / 'bank.db'} is at version {data['newest']}.\n"
    with closing(sqlite3.connect(home / "bank.db")) as raw:
        raw.execute("UPDATE alembic_version SET version_num = '9999'")
        raw.commit()
    assert "later starproof" in run("bank", "status").err


def test_a_backup_is_made_and_brought_back(run: Run, bill: str, tmp_path: Path) -> None:
    for name in ("b.db", "b.jsonl"):
        assert run("bank", "backup", tmp_path / name).out == f"{tmp_path / name}\n"
        assert run("bank", "backup", tmp_path / name).code == 3
        run("story", "edit", bill, "--title", "Spoilt")
        ran = run("bank", "restore", tmp_path / name)
        assert ran.out == "1 story is back.\n"
        beside = Path(ran.err.rpartition("kept in ")[2].strip().rstrip("."))
        assert beside.exists()
        assert shown(run)["title"] == "The bill"


def test_help_loads_no_database() -> None:
    code = (
        "import sys\nfrom starproof.cli.app import app\n"
        "for line in (['--help'], ['story', '--help'], ['bank', '--help']):\n"
        "    app.main(line, standalone_mode=False)\n"
        "print([name for name in ('sqlalchemy', 'alembic', 'rich') if name in sys.modules], file=sys.stderr)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, env={**os.environ})
    assert done.stderr.strip() == "[]"


def test_no_command_but_an_upgrade_loads_alembic(bill: str, home: Path) -> None:
    code = (
        "import sys\nfrom starproof.cli.app import app\napp.main(['story', 'list'], standalone_mode=False)\n"
        "assert 'alembic' not in sys.modules"
    )
    env = {**os.environ, "STARPROOF_HOME": str(home), "STARPROOF_BANK": ""}
    subprocess.run([sys.executable, "-c", code], capture_output=True, check=True, env=env)


def test_stories_are_listed_by_how_long_ago_they_happened(run: Run, bill: str) -> None:
    ran = run("story", "list", "--fresh", "fresh", "--today", "2026-03-31")
    assert "2025-03, fresh" in ran.out
    assert "2025-03, stale" in run("story", "list", "--fresh", "stale", "--today", "2031-01-01").out
    assert "No story fits." in run("story", "list", "--fresh", "undated").out
    assert run("story", "list", "--fresh", "crisp").code == 2
    assert "is no date" in run("story", "list", "--today", "nope").err


def test_a_red_flag_or_principle_that_is_none_names_those_that_are(run: Run, bill: str) -> None:
    ran = run("story", "list", "--flag", "nonsense")
    assert ran.code == 2
    assert "micromanagement" in ran.err
    assert run("story", "list", "--flag", "Vague Metrics").code == 0
    assert "customer-obsession" in run("story", "list", "--principle", "nonsense").err


def test_stories_put_away_at_once_are_one_change(run: Run, bill: str, tmp_path: Path) -> None:
    (tmp_path / "other.md").write_text("# The depot\n\nI ran three teams of nine. I stopped the planner.")
    other = run("story", "add", tmp_path / "other.md").out.strip()
    assert run("story", "rm", bill, "none").code == 3
    assert "2 stories" in run("story", "list").out
    run("story", "rm", bill, other)
    undone = run("story", "undo").out
    assert (f"{bill}: undone" in undone, f"{other}: undone" in undone) == (True, True)
    assert "2 stories" in run("story", "list").out
