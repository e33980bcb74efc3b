"""The other commands, as a user would run them."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner

from starproof.cli.app import COMMANDS, app
from starproof.cli.exits import EXIT_CODES, exit_code
from starproof.errors import StarproofError
from tests.cli.running import here, starproof


def every_error() -> list[type[StarproofError]]:
    found, todo = [], [StarproofError]
    while todo:
        cls = todo.pop()
        found.append(cls)
        todo += cls.__subclasses__()
    return found


@pytest.mark.parametrize("cls", every_error(), ids=lambda cls: cls.__name__)
def test_every_error_has_an_exit_code(cls: type[StarproofError]) -> None:
    assert cls in EXIT_CODES
    assert exit_code(cls("E-X", "message")) in {2, 3}


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_has_help(command: str) -> None:
    ran = starproof(command, "--help")
    assert ran.code == 0
    assert "Usage:" in ran.out


@pytest.mark.parametrize(
    ("typed", "meant"), [(("reveiw", "--example"), "review"), (("story", "lsit"), "list"), (("guide", "shwo"), "show")]
)
def test_a_command_with_a_slip_in_its_name_is_answered_with_the_one_that_was_meant(
    typed: tuple[str, ...], meant: str
) -> None:
    ran = here(*typed)
    assert ran.code == 2
    assert f"Did you mean '{meant}'?" in ran.err
    assert "Did you mean" not in here("xyzzy").err


def test_the_package_runs_as_the_command_does() -> None:
    asked = [sys.executable, "-m", "starproof", "--version"]
    said = subprocess.run(asked, capture_output=True, text=True, check=True).stdout
    assert said == starproof("--version").out


def test_explain_takes_a_code_a_name_or_a_red_flag() -> None:
    pages = {here("explain", name).out for name in ("OWN301", "own301", "blame")}
    (page,) = pages
    assert all(part in page for part in ("Rationale", "Weak", "Stronger", "Limits"))


def test_explain_suggests_what_was_meant() -> None:
    ran = here("explain", "blam")
    assert ran.code == 2
    assert "blame" in ran.err


def test_rules_lists_every_family() -> None:
    rows = json.loads(here("rules", "--format", "json").out)
    assert {row["code"][:3] for row in rows} >= {"STR", "NUM", "OWN", "IMP", "LDR", "COM", "DLV", "PRV", "GDE"}
    assert len({row["flag"] for row in rows if row["flag"]}) == 12


def test_guide_list_filters_by_principle_and_words() -> None:
    assert len(here("guide", "list").out.splitlines()) == 50
    assert len(here("guide", "list", "--principle", "ownership").out.splitlines()) == 10
    assert "CO-1 " in here("guide", "list", "--search", "cart abandon").out
    assert here("guide", "list", "--principle", "kindness").code == 2
    assert "No exemplar fits" in here("guide", "list", "--search", "xyzzy").err


def test_guide_show_says_that_parts_are_shown_as_text_only() -> None:
    ran = here("guide", "show", "CO-4", "--format", "toml")
    assert ran.code == 2
    assert "shown as text" in ran.err


def test_guide_show_gives_an_exemplar_with_its_figures() -> None:
    ran = here("guide", "show", "CO-4")
    assert "287" in ran.out
    assert here("guide", "show", "CO-44").code == 2


def test_guide_check_names_the_contradictions_of_the_shipped_guide() -> None:
    out = here("guide", "check").out
    for name in ("CO-4", "IS-2", "DR-3", "2-minute", "3-minute", "4-minute"):
        assert name in out


def test_a_guide_compiles_and_judges_a_story(tmp_path: Path) -> None:
    source, target = tmp_path / "guide.md", tmp_path / "guide.toml"
    source.write_text(here("guide", "show", "--format", "markdown").out, encoding="utf-8")
    compiled = here("guide", "compile", source, "-o", target)
    assert compiled.code == 0
    assert "50 exemplars" in compiled.err
    ran = here("review", "--example", "--guide", target, "--format", "json")
    assert len(json.loads(ran.out)[0]["flags"]) == 12


def test_an_unreadable_guide_is_a_clear_error(tmp_path: Path) -> None:
    broken = tmp_path / "guide.toml"
    broken.write_text("[[frameworks]\n", encoding="utf-8")
    ran = here("review", "--example", "--guide", broken)
    assert ran.code == 2
    assert "E-GDE" in ran.err
    assert "guide.toml" in ran.err


def test_doctor_finds_a_whole_installation() -> None:
    ran = starproof("doctor")
    assert ran.code == 0
    assert "50 exemplars" in ran.out


def test_evaluate_scores_a_corpus(tmp_path: Path) -> None:
    corpus = Path(__file__).parents[2] / "corpus" / "dev.jsonl"
    few = tmp_path / "few.jsonl"
    few.write_text(corpus.read_text(encoding="utf-8").partition("\n")[0], encoding="utf-8")
    measures = json.loads(here("evaluate", few, "--format", "json").out)
    assert set(measures) >= {
        "sentences", "quantities", "inconsistent_claims", "flags", "level", "impact", "principle"
    }  # fmt: skip


def test_evaluate_says_which_line_is_no_story_and_what_it_lacks(tmp_path: Path) -> None:
    bad = tmp_path / "bad.jsonl"
    bad.write_text('{"id": "x"}\n', encoding="utf-8")
    ran = here("evaluate", bad)
    assert ran.code == 2
    assert "Line 1" in ran.err
    assert "sentences is missing" in ran.err


@pytest.mark.parametrize("group", ["guide", "bank", "speech", "story", "practice"])
def test_what_a_command_does_is_never_cut_in_the_list_of_commands(group: str) -> None:
    told = CliRunner().invoke(app, [group, "--help"], terminal_width=80).output.partition("Commands:")[2]
    assert told
    assert not [line for line in told.splitlines() if line.endswith("...")]
