"""A home of the test's own, commands that run in it, and a story in its bank."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.bank.cli.commanding import STORY, Run
from tests.cli.running import Ran, here


@pytest.fixture
def home(tmp_path: Path) -> Path:
    return tmp_path / "home"


@pytest.fixture
def run(home: Path) -> Run:
    def run_it(*arguments: str | Path, stdin: bytes = b"", **env: str) -> Ran:
        return here(*arguments, stdin=stdin, **{"STARPROOF_HOME": str(home), "STARPROOF_BANK": "", **env})

    return run_it


@pytest.fixture
def bill(run: Run, tmp_path: Path) -> str:
    """The id of a story in the bank."""
    (tmp_path / "bill.md").write_bytes(STORY.encode())
    ran = run("story", "add", tmp_path / "bill.md", "--tag", "money")
    assert (ran.code, ran.out) == (0, "bill\n"), ran.err
    assert "reads " in ran.err
    return "bill"
