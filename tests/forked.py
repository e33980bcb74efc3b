"""Processes that are forked from one that has loaded everything and waits.

A command that a test starts is there for a moment, and loading takes longer than all that it does.
"""

from __future__ import annotations

import multiprocessing
import os
import sys
import time
from collections.abc import Callable
from multiprocessing.connection import Connection
from pathlib import Path
from typing import TextIO


class Forked:
    """A process that was forked so; in all else as one that was begun by a user.

    ``take`` gives it its streams out of ``end``; ``called`` is the name by which it is run.
    """

    def __init__(
        self,
        start: str,
        arguments: list[str],
        environment: dict[str, str],
        end: Connection,
        *,
        take: Callable[[int], None],
        called: str = "-c",
    ) -> None:
        context = multiprocessing.get_context("forkserver")
        context.set_forkserver_preload(["tests.loaded"])
        told = (start, [called, *arguments], environment, str(Path.cwd()), end, take)
        self.process = context.Process(target=_begin, args=told)
        self.process.start()

    @property
    def pid(self) -> int:
        """Its number."""
        assert self.process.pid is not None
        return self.process.pid

    def kill(self) -> None:
        """End it at once."""
        self.process.kill()

    def wait(self) -> int:
        """Wait until it has ended; its exit code."""
        self.process.join()
        return self.process.exitcode or 0


def told_apart(end: int) -> None:
    """Standard error goes elsewhere."""
    os.dup2(end, 2)
    os.close(end)
    sys.stderr = _told(2, errors="backslashreplace")


def at_a_terminal(end: int) -> None:
    """All streams are those of a terminal, which is the process's own."""
    os.login_tty(end)
    sys.stdin = os.fdopen(0, encoding="utf-8", closefd=False)
    sys.stdout = _told(1)
    sys.stderr = _told(2, errors="backslashreplace")


def _told(to: int, *, errors: str = "strict") -> TextIO:
    return os.fdopen(to, "w", buffering=1, encoding="utf-8", errors=errors, closefd=False)


def _begin(
    start: str,
    called: list[str],
    environment: dict[str, str],
    folder: str,
    end: Connection,
    take: Callable[[int], None],
) -> None:
    held = os.dup(end.fileno())
    end.close()
    take(held)
    os.chdir(folder)
    os.environ.clear()
    os.environ.update(environment)
    time.tzset()
    sys.argv = called
    exec(start, {"__name__": "__main__"})
