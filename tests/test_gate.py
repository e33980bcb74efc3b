"""The gate asks what failed once more, and nothing passes that fails twice or was not run."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

TOOLS = Path(__file__).parents[1] / "tools"
ASKED = "asked once more"
RUN = """
import sys
from pathlib import Path
import gate
gate.ROOT = Path.cwd()
sys.exit(gate.run_tests())
"""
UNSTEADY = """
from pathlib import Path
def test_first_time_only():
    seen = Path("seen")
    first = not seen.exists()
    seen.touch()
    assert not first
def test_sound():
    pass
"""


def run(home: Path, tests: str) -> subprocess.CompletedProcess[str]:
    """What the gate's tests come to where these are the tests."""
    (home / "test_them.py").write_text(tests, encoding="utf-8")
    plain = {"PYTEST_DISABLE_PLUGIN_AUTOLOAD": "1", "PYTEST_ADDOPTS": "-p xdist"}  # what these tests need, soon loaded
    told = {**os.environ, **plain, "PYTHONPATH": str(TOOLS)}
    return subprocess.run(
        [sys.executable, "-c", RUN], cwd=home, env=told, capture_output=True, encoding="utf-8", check=False
    )


def test_what_fails_once_is_named_and_passes(tmp_path: Path) -> None:
    done = run(tmp_path, UNSTEADY)
    assert done.returncode == 0, done.stdout
    assert "FAILED test_them.py::test_first_time_only" in done.stdout
    assert done.stdout.partition(ASKED)[2].count("PASSED test_them.py::") == 1


@pytest.mark.parametrize(
    "tests",
    ["def test_never():\n    assert False\n", UNSTEADY + "def test_never():\n    assert False\n"],
    ids=["alone", "beside one that is unsteady"],
)
def test_what_fails_twice_fails_the_gate(tmp_path: Path, tests: str) -> None:
    done = run(tmp_path, tests)
    assert done.returncode == 1
    assert "FAILED test_them.py::test_never" in done.stdout.partition(ASKED)[2]


def test_what_cannot_be_loaded_fails_the_gate(tmp_path: Path) -> None:
    assert run(tmp_path, UNSTEADY + "import nothing_of_that_name\n").returncode not in (0, 5)


def test_a_run_that_could_not_begin_is_not_asked_again(tmp_path: Path) -> None:
    (tmp_path / "conftest.py").write_text("import nothing_of_that_name\n", encoding="utf-8")
    done = run(tmp_path, UNSTEADY)
    assert done.returncode not in (0, 1, 5)
    assert ASKED not in done.stdout
