"""A story to try the commands of the bank on, and editors that do one thing."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable
from pathlib import Path

from tests.cli.running import Ran

Run = Callable[..., Ran]
STORY = (
    "---\ntitle: The bill\ntags: [cost]\nhappened: 2025-03\n---\n"
    "I led three teams and cut our bill by 40% from $2M to $1.2M a year.\r\nI decided it alone.\n"
)


def shown(run: Run, id_: str = "bill") -> dict[str, object]:
    """A story as JSON."""
    ran = run("story", "show", id_, "--format", "json")
    assert ran.code == 0, ran.err
    found: dict[str, object] = json.loads(ran.out)
    return found


def editor(tmp_path: Path, body: str) -> str:
    """An editor that does one thing to the file."""
    path = tmp_path / "editor.py"
    path.write_text(
        f"import sys, pathlib\npath = pathlib.Path(sys.argv[1])\ntext = path.read_bytes().decode()\n{body}\n"
    )
    return f'"{sys.executable}" "{path}"'


def kept(run: Ran) -> bytes:
    """The text of the file that the message names."""
    path = Path(run.err.rpartition("kept in ")[2].strip().rstrip("."))
    text = path.read_bytes()
    path.unlink()
    return text
