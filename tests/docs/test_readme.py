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
PAGES = sorted([*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md")])


def commands(text: str) -> list[list[str]]:
    """Those in the running text, and those after a prompt in a block, alone or in a pipe."""
    found = re.findall(r"`starproof ([^`\n]+)`", text)
    for line in re.findall(r"^\$ (.*)", text, re.MULTILINE):
        found += re.findall(r"(?:^|\| |bin/)starproof ([^|>]+)", line)
    return [shlex.split(one, comments=True) for one in found]


@cache
def help_of(*words: str) -> str:
    """What a command says of itself."""
    ran = CliRunner().invoke(app, [*words, "--help"])
    assert ran.exit_code == 0, f"there is no command {words}"
    return ran.output


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_every_command_that_a_page_names_exists_with_its_options(page: Path) -> None:
    for words in commands(page.read_text(encoding="utf-8")):
        if words[0] in {"FILE", "COMMAND"} or words[0].startswith("-"):
            continue
        assert words[0] in COMMANDS, words
        if words[0] == "practice" and words[1:2] != [] and words[1].startswith("-"):
            words.insert(1, "story")  # it is what is practised where nothing else is said
        told = help_of(*words[: 2 if words[0] in GROUPS else 1])
        for word in words:
            if word.startswith("--"):
                assert word in told, f"{word} of {words} is not an option"


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_every_relative_link_leads_to_a_file(page: Path) -> None:
    for target in re.findall(r"\]\(([^)#\s]+)(?:#[^)]*)?\)", page.read_text(encoding="utf-8")):
        if "://" not in target:
            assert (page.parent / target).exists(), f"{page.name} links to {target}"


def test_every_file_and_folder_that_the_architecture_names_is_there() -> None:
    named = re.findall(r"`([a-z]\w*/[\w./]*)`", (ROOT / "docs" / "architecture.md").read_text(encoding="utf-8"))
    missing = [name for name in named if not (ROOT / name).exists() and not (ROOT / "src/starproof" / name).exists()]
    assert len(named) > 20
    assert missing == []


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
