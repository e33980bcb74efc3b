"""A real `starproof serve` that can be killed."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

START = "from starproof.cli import main; main()"


@dataclass(slots=True)
class Process:
    """A running `starproof serve`."""

    home: Path
    process: subprocess.Popen[str]
    url: str

    def kill(self) -> None:
        """End it at once, as a crash would."""
        self.process.kill()
        self.process.wait()
        assert self.process.stderr is not None
        self.process.stderr.close()


def serve(home: Path, *more: str, port: int = 0, start: str = START) -> Process:
    """Start `starproof serve` with its own data folder; returns when it says where it is."""
    command = [sys.executable, "-c", start, "serve", "--no-open", "--port", str(port), *more]
    environment = {**os.environ, "STARPROOF_HOME": str(home), "STARPROOF_BANK": ""}
    process = subprocess.Popen(command, stderr=subprocess.PIPE, text=True, env=environment)
    assert process.stderr is not None
    line = process.stderr.readline()
    found = re.search(r"http://\S+", line)
    assert found, line + process.stderr.read()
    return Process(home, process, found.group().rstrip("/"))
