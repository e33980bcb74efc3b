"""A child process that lives no longer than its parent: it reads standard input, and ends where that ends."""

from __future__ import annotations

import os
import subprocess
import sys

_QUIET = {"HF_HUB_OFFLINE": "1", "HF_HUB_DISABLE_TELEMETRY": "1", "PYTHONIOENCODING": "utf-8"}
"""Packages that could look for models on the network, or tell of themselves, do neither."""


def start(module: str) -> subprocess.Popen[str]:
    """A Python process that runs a module of ours, with pipes to it; what it says are lines, its errors go nowhere."""
    return subprocess.Popen(
        [sys.executable, "-P", "-m", module],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env={**os.environ, **_QUIET},
        encoding="utf-8",
    )
