"""A person before a real terminal: waits for words on the screen, then types."""

from __future__ import annotations

import fcntl
import os
import pty
import re
import select
import signal
import struct
import termios
import time
from multiprocessing.connection import Connection
from pathlib import Path

from tests.cli.running import COMMAND
from tests.forked import Forked, at_a_terminal
from tests.waiting import PATIENCE

START = "from starproof.cli import main; main()"
RESTED = 10
"""Looks in a row at which a resting command is found asleep."""
_ACTING = re.compile(r"\x1b\[[0-9;?]*[a-zA-Z]|\x1b[=>]|\r")


class Terminal:
    """The command in a terminal of its own."""

    def __init__(self, *arguments: str | Path, columns: int = 80, program: Path = COMMAND, **env: str) -> None:
        self.raw = b""
        self._read = 0
        self._size = struct.pack("HHHH", 50, columns, 0, 0)
        outer = {name: value for name, value in os.environ.items() if name not in ("COLUMNS", "LINES")}
        own = {"TERM": "xterm-256color", "NO_COLOR": "1", "PYTHONIOENCODING": "utf-8", **env}
        # Its own environment: readline, where it was loaded, leaves the size of another terminal behind in C's.
        told = {**outer, **own}
        words = [str(one) for one in arguments]
        if program == COMMAND and not any(name.startswith("PYTHON") for name in env):
            self._fork(words, told)
        else:
            self._start(program, words, told)

    def _fork(self, words: list[str], told: dict[str, str]) -> None:
        self.screen, other = os.openpty()
        fcntl.ioctl(other, termios.TIOCSWINSZ, self._size)
        with Connection(other) as end:
            forked = Forked(START, words, told, end, take=at_a_terminal, called=str(COMMAND))
        self.pid, self._ended = forked.pid, forked.wait

    def _start(self, program: Path, words: list[str], told: dict[str, str]) -> None:
        """As by a user: Python takes what it is told of its streams and its modules as it begins."""
        self.pid, self.screen = pty.fork()
        if self.pid == 0:
            fcntl.ioctl(0, termios.TIOCSWINSZ, self._size)
            os.execve(program, [str(program), *words], told)
        self._ended = lambda: os.waitstatus_to_exitcode(os.waitpid(self.pid, 0)[1])

    @property
    def text(self) -> str:
        """All that was shown: of a line that was written over, the last."""
        lines = self.raw.decode(errors="replace").replace("\r\n", "\n").split("\n")
        return "\n".join(_ACTING.sub("", line.rstrip("\r").rpartition("\r")[2]) for line in lines)

    def wait(self, *words: str) -> float:
        """Wait until any of these words are shown that were not waited for before; the moment at which they were."""
        return self.match("|".join(map(re.escape, words)))

    def prompt(self) -> None:
        """Wait for the time that stands before a line of an answer, however late it is, and for the bar after it."""
        self.match(r"\d:\d\d (?:│|\?) ")  # where the bar cannot be shown, its stand-in

    def match(self, words: str) -> float:
        """Wait as ``wait`` does, for words of this pattern."""
        end, wanted = time.monotonic() + PATIENCE, re.compile(words.encode())
        while not (found := wanted.search(self.raw, self._read)):
            assert time.monotonic() < end, f"never shown: {words!r}, only:\n{self.text}"
            if not self._more(end - time.monotonic()):
                raise AssertionError(f"ended before {words!r}:\n{self.text}")
        self._read = found.end()
        return time.monotonic()

    def type(self, keys: str) -> None:
        """Press keys."""
        os.write(self.screen, keys.encode())

    def rest(self) -> None:
        """Wait until the command has read what was typed and sleeps: a terminal shows keys before they are read."""
        end, still = time.monotonic() + PATIENCE, 0
        while still < RESTED:
            assert time.monotonic() < end, "the command never came to rest"
            state = Path(f"/proc/{self.pid}/stat").read_text(encoding="utf-8").rpartition(")")[2].split()[0]
            still = still + 1 if state == "S" else 0
            time.sleep(0.02)

    def kill(self) -> None:
        """As when the machine loses its power."""
        os.kill(self.pid, signal.SIGKILL)
        self.end()

    def end(self) -> int:
        """Wait until the command ends; its exit code."""
        end = time.monotonic() + PATIENCE
        while self._more(end - time.monotonic()):
            pass
        os.close(self.screen)
        return self._ended()

    def _more(self, seconds: float) -> bool:
        """Read on; whether there was anything."""
        if not select.select([self.screen], [], [], max(0.0, seconds))[0]:
            return False
        try:
            data = os.read(self.screen, 65536)
        except OSError:
            return False
        self.raw += data
        return bool(data)
