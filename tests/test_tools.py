"""Each tool says what it does when asked, and refuses what it does not know before it does anything."""

from __future__ import annotations

import importlib
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


@pytest.mark.parametrize(("shipped", "code"), [(b"as made", 0), (b"otherwise", 1)])
def test_a_trainer_that_checks_compares_and_writes_nothing(
    shipped: bytes, code: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.syspath_prepend(str(TOOLS))
    monkeypatch.setattr(sys, "argv", ["trainer", "--check"])
    target = tmp_path / "weights"
    target.write_bytes(shipped)
    assert importlib.import_module("shipping").ship(target, lambda: b"as made", about=None) == code
    assert target.read_bytes() == shipped
    assert ("NOT AS SHIPPED" in capsys.readouterr().out) is bool(code)


def test_a_trainer_writes_what_it_made(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.syspath_prepend(str(TOOLS))
    monkeypatch.setattr(sys, "argv", ["trainer"])
    assert importlib.import_module("shipping").ship(tmp_path / "weights", lambda: b"made", about=None) == 0
    assert (tmp_path / "weights").read_bytes() == b"made"
