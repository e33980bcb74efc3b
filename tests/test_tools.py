"""Each tool says what it does when asked, and refuses what it does not know before it does anything."""

from __future__ import annotations

import os
import runpy
import sys
from pathlib import Path

import pytest

TOOLS = Path(__file__).parents[1] / "tools"
COMMANDS = [path.stem for path in sorted(TOOLS.glob("*.py")) if "__main__" in path.read_text(encoding="utf-8")]


@pytest.fixture
def leave(monkeypatch: pytest.MonkeyPatch):
    """Runs a tool that is expected to leave at once; gives the code that it leaves with."""
    monkeypatch.syspath_prepend(str(TOOLS))
    monkeypatch.setattr(os, "environ", os.environ.copy())

    def run(tool: str, *arguments: str) -> object:
        path = TOOLS / f"{tool}.py"
        monkeypatch.setattr(sys, "argv", [path.name, *arguments])
        with pytest.raises(SystemExit) as left:
            runpy.run_path(str(path), run_name="__main__")
        return left.value.code

    return run


def test_there_are_tools() -> None:
    assert {"docs", "gate", "train_figures"} <= set(COMMANDS)


@pytest.mark.parametrize("tool", COMMANDS)
def test_a_tool_says_how_it_is_called_and_what_it_does(tool: str, leave, capsys: pytest.CaptureFixture[str]) -> None:
    assert leave(tool, "--help") == 0
    told = capsys.readouterr().out
    about = (TOOLS / f"{tool}.py").read_text(encoding="utf-8").split('"""')[1]
    assert told.startswith(f"usage: {tool}.py [-h]")
    assert about.splitlines()[0] in told


@pytest.mark.parametrize("tool", COMMANDS)
def test_a_tool_refuses_an_option_that_it_does_not_know(tool: str, leave, capsys: pytest.CaptureFixture[str]) -> None:
    needed = ["--write"] if tool == "measures" else []
    assert leave(tool, *needed, "--hlep") == 2
    told = capsys.readouterr()
    assert told.out == ""
    assert told.err.endswith(f"{tool}.py: error: unrecognized arguments: --hlep\n")
