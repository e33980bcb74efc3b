"""Real Chromium, and a real `starproof serve` that can be killed."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

CHROMIUM = os.environ.get("CHROMIUM") or shutil.which("chromium") or shutil.which("chromium-browser")
ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
]


START = "from starproof.cli import main; main()"


@contextmanager
def chromium() -> Iterator[Any]:
    """A browser; the test is skipped, or fails where nothing may be skipped, when there is none."""
    from playwright.sync_api import sync_playwright

    if CHROMIUM is None:
        pytest.skip("Chromium is not installed (Debian package: chromium)")
    with sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path=CHROMIUM, args=ARGUMENTS)
        yield browser
        browser.close()


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


def serve(home: Path, *, port: int = 0) -> Process:
    """Start `starproof serve` with its own data folder; returns when it says where it is."""
    command = [sys.executable, "-c", START, "serve", "--no-open", "--port", str(port)]
    environment = {**os.environ, "STARPROOF_HOME": str(home), "STARPROOF_BANK": ""}
    process = subprocess.Popen(command, stderr=subprocess.PIPE, text=True, env=environment)
    assert process.stderr is not None
    line = process.stderr.readline()
    found = re.search(r"http://\S+", line)
    assert found, line + process.stderr.read()
    return Process(home, process, found.group().rstrip("/"))
