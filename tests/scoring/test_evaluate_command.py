"""``starproof evaluate``; whether two processes say the same is seen in two processes."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.running import here, starproof

DEV = Path(__file__).parents[2] / "corpus" / "dev.jsonl"


@pytest.fixture
def few(tmp_path: Path) -> Path:
    path = tmp_path / "few.jsonl"
    path.write_text("\n".join(DEV.read_text(encoding="utf-8").splitlines()[3:6]), encoding="utf-8")
    return path


def test_one_run_tells_measures_agreement_fairness_and_misses(few: Path) -> None:
    ran = here("evaluate", few, "--against", few, "--fairness", "--misses", "1")
    assert ran.code == 0
    for words in (
        "3 stories",
        "flag blame",
        "calibration of labels",
        "corpus ~ starproof",
        "pairs changed",
        "worst misses",
    ):
        assert words in ran.out, words
    assert ran.err == ""


def test_a_flag_that_is_nowhere_is_told_as_not_to_be_said(few: Path) -> None:
    flags = [line for line in here("evaluate", few).out.splitlines() if line.startswith("  flag ")]
    nowhere = [line for line in flags if "cannot say" in line]
    assert nowhere
    assert not any("1.000" in line for line in nowhere)
    assert all("gold" in line for line in flags if line not in nowhere)


def test_json_holds_everything_and_the_same_each_time(few: Path) -> None:
    arguments = ("evaluate", few, "--against", few, "--format", "json")
    once = starproof(*arguments, PYTHONHASHSEED="1").out
    found = json.loads(once)
    assert {"stories", "registers", "calibration", "intervals", "misses", "against"} <= set(found)
    assert once == starproof(*arguments, PYTHONHASHSEED="2").out
    assert once == here(*arguments).out


def test_reviews_made_before_are_scored_as_they_are(few: Path, tmp_path: Path) -> None:
    silent = tmp_path / "silent.jsonl"
    rows = [
        {"id": json.loads(line)["id"], "sentences": [], "quantities": [], "claims": [], "flags": [],
         "level": {"reads_as": "unclear"}, "impact": None, "principles": []}
        for line in few.read_text(encoding="utf-8").splitlines()
    ]  # fmt: skip
    silent.write_text("\n".join(map(json.dumps, rows)), encoding="utf-8")
    found = json.loads(here("evaluate", few, "--reviews", silent, "--format", "json").out)
    assert found["level"]["abstained"] == 3
    assert found["flags"]["predicted"] == 0
    assert len(found["misses"]["level"]) == 3


def test_a_reader_who_left_a_story_out_is_a_clear_error(few: Path, tmp_path: Path) -> None:
    other = tmp_path / "other.jsonl"
    other.write_text(few.read_text(encoding="utf-8").splitlines()[0] + "\n", encoding="utf-8")
    for option in ("--against", "--reviews"):
        ran = here("evaluate", few, option, other)
        assert ran.code == 2
        assert "E-INP-112" in ran.err


def test_only_the_parts_that_nobody_annotated_say_nothing(few: Path, tmp_path: Path) -> None:
    partial = tmp_path / "partial.jsonl"
    rows = [
        {**json.loads(line), "red_flags": [], "partial": ["red_flags"]} for line in few.read_text("utf-8").splitlines()
    ]
    partial.write_text("\n".join(map(json.dumps, rows)), encoding="utf-8")
    ran = here("evaluate", partial, "--misses", "2")
    assert ran.out.count("not annotated in these stories") == 1
    assert "worst misses: flags" not in ran.out
    assert "quantities, F1" in ran.out


def test_stories_whose_figures_nobody_annotated_say_nothing_of_them(few: Path, tmp_path: Path) -> None:
    partial = tmp_path / "partial.jsonl"
    rows = [
        {**json.loads(line), "quantities": [], "claims": [], "partial": True}
        for line in few.read_text("utf-8").splitlines()
    ]
    partial.write_text("\n".join(map(json.dumps, rows)), encoding="utf-8")
    ran = here("evaluate", partial, "--misses", "2")
    assert ran.out.count("not annotated in these stories") == 2
    assert "quantities, F1" not in ran.out
    assert "worst misses: quantities" not in ran.out
    assert "sentences" in ran.out
