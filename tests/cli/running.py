"""Runs the real command: in a process of its own, as a user would, or in this one, where the engine is at hand."""

from __future__ import annotations

import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest
from click.testing import CliRunner

from starproof.cli.app import main

COMMAND = Path(sys.executable).parent / "starproof"
UNCOMPILED = {"PYTHONDONTWRITEBYTECODE": "1"}
"""For commands that may write little to the disk: what Python compiles of our code would be cut off, and kept so."""


@dataclass(frozen=True, slots=True)
class Ran:
    code: int
    out: str
    err: str


def starproof(*arguments: str | Path, stdin: bytes = b"", cwd: Path | None = None, **env: str) -> Ran:
    done = subprocess.run(
        [str(COMMAND), *map(str, arguments)],
        input=stdin,
        capture_output=True,
        cwd=cwd,
        env={**os.environ, "PYTHONIOENCODING": "utf-8", **env},
        check=False,
    )
    return Ran(done.returncode, done.stdout.decode(), done.stderr.decode())


def here(*arguments: str | Path, stdin: bytes = b"", cwd: Path | None = None, **env: str) -> Ran:
    """Run a command in this process: what it says is the same, and it need not load anything again."""
    with CliRunner().isolation(stdin, env) as (out, err, _), pytest.MonkeyPatch.context() as patch:
        patch.setattr(sys, "argv", ["starproof", *map(str, arguments)])
        patch.chdir(cwd or Path.cwd())
        try:
            main()
        except SystemExit as done:
            code = int(done.code or 0)
        sys.stdout.flush()
        sys.stderr.flush()
        return Ran(code, out.getvalue().decode(), err.getvalue().decode())
