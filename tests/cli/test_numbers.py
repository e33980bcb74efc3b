"""The figures of one text held against another, as a user would do it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.running import here, starproof

OLD = "We won back $1.8M a year in six weeks. I led 12 engineers, and we cut 40 alerts a day."
NEW = "In six weeks we won back one point five million dollars a year. I led a dozen engineers at 3 sites."


@pytest.fixture
def texts(tmp_path: Path) -> tuple[Path, Path]:
    old, new = tmp_path / "old.txt", tmp_path / "new.txt"
    old.write_text(OLD, encoding="utf-8")
    new.write_text(NEW, encoding="utf-8")
    return old, new


def test_tells_what_changed_what_went_and_what_came(texts: tuple[Path, Path]) -> None:
    ran = here("numbers", *texts)
    assert ran.code == 0, ran.err
    assert ran.out.startswith("2 kept, 1 changed, 1 lost, 1 new\n")
    assert "$1.8M a year  ->  one point five million dollars a year ($1.5M a year)" in ran.out
    assert "lost      40 alerts" in ran.out
    assert "new       3 sites" in ran.out


def test_gives_data_with_places_in_both_texts(texts: tuple[Path, Path]) -> None:
    data = json.loads(here("numbers", *texts, "--format", "json").out)
    assert data["schema"] == "starproof.numbers/1"
    assert data["same"] is False
    (pair,) = data["changed"]
    assert OLD[pair["old"]["start"] : pair["old"]["end"]] == pair["old"]["text"]
    assert NEW[pair["new"]["start"] : pair["new"]["end"]] == pair["new"]["text"]


def test_fails_on_a_change_only_when_asked_and_only_on_a_change(texts: tuple[Path, Path]) -> None:
    old, new = texts
    assert here("numbers", old, new, "--fail-on-change").code == 1
    assert here("numbers", old, old, "--fail-on-change").code == 0


def test_reads_one_side_from_standard_input(texts: tuple[Path, Path]) -> None:
    ran = starproof("numbers", texts[0], "-", stdin=OLD.encode())
    assert ran.out == "4 kept, 0 changed, 0 lost, 0 new\n"
    assert starproof("numbers", "-", "-").code == 2


def test_refuses_a_file_of_several_stories(tmp_path: Path, texts: tuple[Path, Path]) -> None:
    many = tmp_path / "many.jsonl"
    many.write_text('{"text": "We had 3 teams."}\n{"text": "We had 4 teams."}\n', encoding="utf-8")
    ran = here("numbers", texts[0], many)
    assert ran.code == 2
    assert "2 stories" in ran.err
