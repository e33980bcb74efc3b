"""The README's commands exist, its links lead somewhere, and the words of the project stay its own."""

from __future__ import annotations

import re
import shlex
import subprocess
from functools import cache
from pathlib import Path

import pytest
from click.testing import CliRunner

from starproof.cli.app import COMMANDS, app

ROOT = Path(__file__).parents[2]
README = (ROOT / "README.md").read_text(encoding="utf-8")
GROUPS = {"guide", "story", "bank", "practice", "speech"}
PAGES = sorted([ROOT / "README.md", *(ROOT / "docs").rglob("*.md")])


def commands(text: str) -> list[list[str]]:
    return [shlex.split(found) for found in re.findall(r"`starproof ([^`\n]+)`", text)]


@cache
def help_of(*words: str) -> str:
    """What a command says of itself."""
    return CliRunner().invoke(app, [*words, "--help"]).output


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_every_command_that_a_page_names_exists_with_its_options(page: Path) -> None:
    for words in commands(page.read_text(encoding="utf-8")):
        if words[0] in {"FILE", "COMMAND"} or words[0].startswith("-"):
            continue
        assert words[0] in COMMANDS, words
        inner = words[:2] if words[0] in GROUPS and len(words) > 1 else words[:1]
        told = help_of(*inner)
        for word in words:
            if word.startswith("--"):
                assert word in told, f"{word} of {words} is not an option"


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_every_relative_link_leads_to_a_file(page: Path) -> None:
    for target in re.findall(r"\]\(([^)#\s]+)(?:#[^)]*)?\)", page.read_text(encoding="utf-8")):
        if "://" not in target:
            assert (page.parent / target).exists(), f"{page.name} links to {target}"


def test_the_readme_opens_with_what_it_is_for_and_two_commands_of_one_line() -> None:
    blocks = re.findall(r"```console\n(.*?)```", README, re.DOTALL)
    assert len(blocks) == 2
    assert [block.count("\n") for block in blocks] == [1, 1]
    assert "review --example" in blocks[0]


def test_nothing_committed_names_a_registry_or_an_absolute_home() -> None:
    # The words are put together here so that this file does not name them itself.
    banned = ["/" + "root/", "/work" + "/", "files.python" + "hosted", "registry." + "npmjs"]
    listed = subprocess.run(["git", "ls-files"], cwd=ROOT, capture_output=True, text=True, check=True).stdout
    guilty = []
    for name in listed.splitlines():
        path = ROOT / name
        if not path.is_file():
            continue
        text = path.read_bytes().decode("utf-8", "ignore")
        guilty += [f"{name}: {word}" for word in banned if word in text]
    assert not guilty
