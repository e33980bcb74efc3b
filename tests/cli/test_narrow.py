"""What a narrow terminal shows: nothing wider than it, nothing lost; and what a pipe gets stays as it is."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from rich.cells import cell_len

from starproof.cli.folding import folded
from tests.cli.running import here
from tests.cli.terminal import Terminal

STORY = "I led 24 engineers in 3 teams. I stopped the 日本語の発表 launch. We saved $2M a year.\n"


def seen(*arguments: str | Path, columns: int) -> str:
    terminal = Terminal(*arguments, columns=columns)
    terminal.end()
    return terminal.text


@pytest.mark.parametrize(
    "arguments",
    [
        ("rules",), ("explain", "NUM203"), ("questions", "customer"), ("questions", "show", "HB-Q01"),
        ("questions", "--themes"), ("guide", "list"), ("guide", "show"), ("guide", "check"), ("evaluate", "--help"),
        ("explain", "a rule of which nobody has ever heard before in all of these years"), ("review", "--example"),
    ],
)  # fmt: skip
def test_nothing_is_wider_than_a_terminal_of_forty_columns_and_nothing_is_lost(arguments: tuple[str, ...]) -> None:
    narrow = seen(*arguments, columns=40)
    assert max(map(cell_len, narrow.splitlines())) <= 40
    if arguments[0] in ("rules", "explain", "questions", "guide"):
        piped = here(*arguments)
        assert "".join(narrow.split()) == "".join((piped.out + piped.err).split())


def test_figures_of_two_texts_fit_too(tmp_path: Path) -> None:
    old, new = tmp_path / "old.txt", tmp_path / "new.txt"
    old.write_text(STORY, encoding="utf-8")
    new.write_text(STORY.replace("$2M", "$3M"), encoding="utf-8")
    assert max(map(cell_len, seen("numbers", old, new, columns=40).splitlines())) <= 40


@pytest.mark.parametrize("arguments", [("bank", "status"), ("practice", "due")])
def test_what_is_said_of_a_bank_fits_too(tmp_path: Path, arguments: tuple[str, ...]) -> None:
    story, home = tmp_path / "story.txt", str(tmp_path / "home")
    story.write_text(STORY, encoding="utf-8")
    assert here("story", "add", story, STARPROOF_HOME=home, STARPROOF_BANK="").code == 0
    terminal = Terminal(*arguments, columns=40, STARPROOF_HOME=home, STARPROOF_BANK="")
    terminal.end()
    assert max(map(cell_len, terminal.text.splitlines())) <= 40
    if arguments == ("bank", "status"):
        assert "1 revision, 1 change, 0 tellings" in " ".join(terminal.text.split())


def test_a_progress_bar_stays_on_its_line(tmp_path: Path) -> None:
    story = tmp_path / "story.txt"
    story.write_text(STORY, encoding="utf-8")
    terminal = Terminal("coverage", story, columns=40)
    terminal.end()
    bars = re.findall(r"Reviewing  \[.*?%", terminal.raw.decode())
    assert bars
    assert max(map(len, bars)) <= 40


def test_a_line_goes_on_under_its_words_or_below_its_head_where_there_is_no_room() -> None:
    line = "NUM203  gain-larger-than-problem  What was won is more than what there was to win."
    assert folded(line, 70, under=34).splitlines() == [
        "NUM203  gain-larger-than-problem  What was won is more than what there",
        " " * 34 + "was to win.",
    ]
    assert folded(line, 40, under=34).splitlines() == [
        "NUM203  gain-larger-than-problem",
        "  What was won is more than what there",
        "  was to win.",
    ]
    assert folded("short", 40, under=34) == "short"
    assert folded("", 40) == ""


def test_a_story_without_a_title_of_its_own_is_listed_once(tmp_path: Path) -> None:
    story = tmp_path / "ferry.txt"
    story.write_text(STORY, encoding="utf-8")
    bank = {"STARPROOF_BANK": str(tmp_path / "bank.db")}
    assert here("story", "add", story, **bank).code == 0
    assert here("story", "list", **bank).out.count("ferry") == 1
