"""``starproof story import`` and ``export`` as they are typed."""

from __future__ import annotations

import json
import sqlite3
from contextlib import closing
from pathlib import Path

import click
import pytest
from click.testing import CliRunner, Result

from starproof.api.banking import backup_bank
from starproof.cli.story.exporting import story_export
from starproof.cli.story.importing import story_import
from starproof.errors import BankError, InputError, UsageError

STORY = "I asked Yetunde to stop the release. She did, and we lost a day and $40,000, and nothing else was lost.\n"


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("STARPROOF_BANK", str(tmp_path / "bank.db"))
    monkeypatch.chdir(tmp_path)
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "stop.md").write_text(f"# Stopping it\n\n{STORY}")
    (tmp_path / "in" / "photo.jpg").write_bytes(b"\xff\xd8\xff")
    return tmp_path


def run(command: click.Command, *words: str) -> Result:
    return CliRunner().invoke(command, list(words), catch_exceptions=False, standalone_mode=False)


def test_a_dry_run_changes_nothing_and_says_what_it_would_do(home: Path) -> None:
    for _ in range(2):
        said = run(story_import, "in", "--dry-run").stdout
        assert "new Stopping it (stop.md)" in said
        assert "skipped 1 attachment (.jpg 1)" in said
        assert "Would add 1 and revise 0" in said


def test_an_import_says_what_it_took_and_the_next_one_takes_nothing(home: Path) -> None:
    assert "Added 1, revised 0" in run(story_import, "in").stdout
    assert "Added 0, revised 0; nothing new in 1" in run(story_import, "in").stdout
    said = json.loads(run(story_import, "in", "--format", "json").stdout)
    assert said["done"] == {"added": [], "revised": [], "updated": []}
    assert [entry["step"] for entry in said["entries"]] == ["same"]


def test_an_export_by_its_ending_and_a_redacted_one_with_its_account(home: Path) -> None:
    run(story_import, "in")
    assert run(story_export, "out").exit_code == 0
    assert STORY in (home / "out" / "stopping-it.md").read_text(encoding="utf-8")
    result = run(story_export, "copy.jsonl", "--redacted", "--account", "account.json")
    assert "Yetunde → Person A" in result.stderr
    assert "A second look found none of them left." in result.stderr
    assert "Yetunde" not in (home / "copy.jsonl").read_text(encoding="utf-8")
    assert (home / "account.json").stat().st_mode & 0o077 == 0
    assert json.loads((home / "account.json").read_text(encoding="utf-8"))["replacements"][0]["original"] == "Yetunde"


def test_an_export_to_standard_output_is_the_file_alone(home: Path) -> None:
    run(story_import, "in")
    line = run(story_export, "-", "--format", "jsonl").stdout
    assert json.loads(line)["text"].endswith(STORY)


@pytest.mark.parametrize(
    ("command", "words", "error"),
    [
        (story_import, ["in", "--split", "x"], UsageError),
        (story_import, ["nowhere"], InputError),
        (story_export, ["out"], BankError),
        (story_export, ["-"], UsageError),
        (story_export, ["out", "--also", "X"], UsageError),
    ],
)
def test_what_makes_no_sense_is_an_error_in_words(
    command: click.Command, words: list[str], error: type[Exception], home: Path
) -> None:
    with pytest.raises(error):
        run(command, *words)


def test_no_story_of_that_name_to_export(home: Path) -> None:
    run(story_import, "in")
    with pytest.raises(BankError, match="no story 'nope'"):
        run(story_export, "out", "nope")
    assert not (home / "out").exists()


def test_a_backup_is_told_from_a_file_of_stories(home: Path) -> None:
    run(story_import, "in")
    backup_bank(home / "backup.jsonl")
    with pytest.raises(InputError, match=r"'backup.jsonl' is the backup of a bank.*bank restore"):
        run(story_import, "backup.jsonl")
    (home / "backup.jsonl").rename(home / "in" / "backup.jsonl")
    assert "2 skipped" in run(story_import, "in").stdout


def test_a_bank_from_a_later_starproof_is_named_by_its_own_path(home: Path) -> None:
    run(story_import, "in")
    later = home / "later.db"
    backup_bank(later)
    with closing(sqlite3.connect(later)) as raw:
        raw.execute("UPDATE alembic_version SET version_num = '9999'")
        raw.commit()
    with pytest.raises(InputError, match=r"'later\.db' is from a later starproof"):
        run(story_import, "later.db")


def test_an_empty_path_is_not_this_folder(home: Path) -> None:
    with pytest.raises(UsageError, match="empty"):
        run(story_import, "")


@pytest.mark.parametrize(("text", "said"), [("One.", "only 1 word."), ("Two words.", "only 2 words.")])
def test_too_few_words_are_counted(home: Path, text: str, said: str) -> None:
    (home / "in" / "stop.md").write_text(text)
    assert said in run(story_import, "in").stdout
