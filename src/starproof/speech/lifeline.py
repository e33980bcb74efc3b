"""Child processes that live no longer than their parent: each reads standard input, and ends where it ends."""

from __future__ import annotations

import os
import subprocess
import sys
import threading

_QUIET = {"HF_HUB_DISABLE_TELEMETRY": "1", "HF_HUB_DISABLE_PROGRESS_BARS": "1", "HF_HUB_DISABLE_UPDATE_CHECK": "1"}
_OFFLINE = {"HF_HUB_OFFLINE": "1"}
_ONLINE = {"HF_HUB_DISABLE_XET": "1", "HF_HUB_DISABLE_IMPLICIT_TOKEN": "1"}
"""Plain HTTPS to the one place that the user was told, and nobody's token."""


def start(module: str, *, network: bool = False) -> subprocess.Popen[str]:
    """A Python process that runs a module of ours, with pipes to it; its errors go nowhere, its answers are lines."""
    extra = {**_QUIET, **(_ONLINE if network else _OFFLINE), "PYTHONIOENCODING": "utf-8"}
    return subprocess.Popen(
        [sys.executable, "-P", "-m", module],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env={**os.environ, **extra},
        encoding="utf-8",
    )


def end_with_parent() -> None:
    """End this process as soon as standard input ends, which it does when the parent does, however it dies."""
    threading.Thread(target=_wait_for_the_end, daemon=True).start()


def _wait_for_the_end() -> None:
    while sys.stdin.readline():
        continue
    os._exit(0)
