"""Where a session is played: a terminal with somebody before it, or answers that come down a pipe."""

from __future__ import annotations

import math
import os
import sys
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from io import TextIOWrapper
from typing import TYPE_CHECKING, TextIO

import click

from starproof.cli.options import is_terminal
from starproof.report.words import clock_face

if TYPE_CHECKING:
    from types import FrameType

    from rich.text import Text

    from starproof.report.terminal.look import Look

CLEAR = "\r\x1b[K"
"""To the beginning of the line, and nothing on it."""
_AGAIN = 0.1
"""Seconds after which an alarm rings once more: one that rings before the wait for a key has begun wakes nobody."""


class Stopped(Exception):
    """The speaker goes on another time."""


class TimeIsUp(Exception):
    """The time for an answer ran out while it was being typed; what stood on the line is its first argument."""


@dataclass(slots=True)
class Stage:
    """Says what is asked and hears what is typed. Questions and results go to one stream, all else to stderr."""

    look: Look
    data: bool = False
    """Whether standard output is for JSON alone."""
    asked: bool = field(init=False)
    """Whether somebody sits at a terminal; otherwise answers come from a file or a pipe."""

    def __post_init__(self) -> None:
        self.asked = is_terminal(sys.stdin)

    @property
    def lively(self) -> bool:
        """Whether a line may be written over."""
        able = os.name == "posix" and os.environ.get("TERM", "dumb") != "dumb"
        return able and self.asked and is_terminal(sys.stderr)

    @property
    def aloud(self) -> TextIO:
        """Where questions and results go: never away from whoever is to answer them."""
        return sys.stderr if self.data or (self.asked and not is_terminal(sys.stdout)) else sys.stdout

    def show(self, lines: Iterable[Text]) -> None:
        """Print what is asked, or what came of it."""
        from starproof.report.terminal import printed

        text = printed(lines, width=self.look.width, color=self.look.color)
        click.echo(text, nl=False, file=self.aloud, color=True)
        self.aloud.flush()

    def hint(self, words: str) -> None:
        """Say something beside the matter, quietly."""
        from starproof.report.safe import visible
        from starproof.report.terminal.look import wrapped

        with suppress(OSError):  # a terminal that was closed hears nothing
            for line in wrapped(visible(words), self.look.width - 2):
                click.secho(f"  {line.plain}", dim=self.look.color, err=True, color=self.look.color)

    def rewrite(self, words: str) -> None:
        """Put these words on the line in place of what stands there."""
        sys.stderr.write(f"{CLEAR}{words}")
        sys.stderr.flush()

    def ask(self, prompt: str, *, seconds: float | None = None) -> str:
        """A line of an answer, without its end.

        Args:
            prompt: what stands before it at a terminal.
            seconds: after which there is no more waiting, at a terminal; ``None`` for no limit.

        Raises:
            EOFError: when there is no more.
            TimeIsUp: when the time ran out.
        """
        if not self.asked:
            line = sys.stdin.buffer.readline()
            if not line:
                raise EOFError
            return line.decode("utf-8", errors="replace").rstrip("\r\n").replace("\0", "\ufffd")
        with _alarm(seconds):
            return _plainly(self._asked(prompt))

    def _asked(self, prompt: str) -> str:
        _take_any_bytes()
        if is_terminal(sys.stdout) and not self.data:
            _line_editing()
            return _typed(input, prompt)
        click.echo(prompt, nl=False, err=True)
        line = _typed(sys.stdin.readline)
        if not line:
            raise EOFError
        return line.rstrip("\r\n")

    def countdown(self, seconds: float, words: str) -> str | None:
        """Count seconds down on one line, where a line may be written over, until Enter is pressed or they are over.

        Returns:
            What was typed before Enter; ``None`` where the seconds ran out.

        Raises:
            EOFError: when the terminal is gone.
        """
        if not self.lively:
            try:
                return self.ask(f"  {clock_face(math.ceil(seconds))} {words}", seconds=seconds)
            except TimeIsUp:
                return None
        end = time.monotonic() + seconds
        while (left := end - time.monotonic()) > 0:
            self.rewrite(f"  {clock_face(math.ceil(left))} {words}")
            if waits(left - math.floor(left) or 1.0):
                line = os.read(sys.stdin.fileno(), 65536)
                if not line:
                    raise EOFError
                return _plainly(line.decode("utf-8", errors="replace").rstrip("\r\n"))
        self.rewrite("")
        return None


@contextmanager
def politely() -> Iterator[None]:
    """In the block a terminal that is closed, and a polite end from outside, are as Ctrl-C."""
    import signal

    def ends(*_: object) -> None:
        raise KeyboardInterrupt

    names = [name for name in ("SIGHUP", "SIGTERM") if hasattr(signal, name)]
    before = {name: signal.signal(getattr(signal, name), ends) for name in names}
    try:
        yield
    finally:
        for name, handler in before.items():
            signal.signal(getattr(signal, name), handler)


def waits(seconds: float) -> bool:
    """Whether a key, or a line, comes within so many seconds."""
    import select

    return bool(select.select([sys.stdin.fileno()], [], [], max(0.0, seconds))[0])


@contextmanager
def keys() -> Iterator[Callable[[float], str | None]]:
    """Keys as they are pressed, not shown, within the block; those pressed before it are forgotten.

    Yields:
        A function that gives what was pressed within so many seconds, or ``None``.
    """
    import codecs
    import termios
    import tty

    terminal = sys.stdin.fileno()
    before = termios.tcgetattr(terminal)
    decoder = codecs.getincrementaldecoder("utf-8")(errors="replace")

    def pressed(seconds: float) -> str | None:
        if not waits(seconds):
            return None
        data = os.read(terminal, 1024)
        if not data:
            raise EOFError
        return decoder.decode(data)

    tty.setcbreak(terminal, termios.TCSAFLUSH)
    try:
        yield pressed
    finally:
        termios.tcsetattr(terminal, termios.TCSAFLUSH, before)


def _typed(wait: Callable[..., str], *told: str) -> str:
    """What is typed: here, and nowhere else, an alarm is heard."""
    return wait(*told)


@contextmanager
def _alarm(seconds: float | None) -> Iterator[None]:
    """Raises ``TimeIsUp`` after so many seconds where the block waits for a line, where the system can.

    It rings on until then. Raised anywhere else it might be lost: Python drops what is raised while it cleans up, as
    after an import.
    """
    import signal

    if seconds is None or not hasattr(signal, "setitimer"):
        yield
        return

    def rings(_: int, frame: FrameType | None) -> None:
        if frame is not None and frame.f_code is _typed.__code__:
            raise TimeIsUp(half_a_line())

    before = signal.signal(signal.SIGALRM, rings)
    signal.setitimer(signal.ITIMER_REAL, max(0.001, seconds), _AGAIN)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)


def half_a_line() -> str:
    """What stands on the line that is being typed."""
    if "readline" not in sys.modules:
        return ""
    import readline

    return _plainly(readline.get_line_buffer())


def _take_any_bytes() -> None:
    """What is typed in another encoding than the terminal's comes as it can; nobody loses an answer to it."""
    if isinstance(sys.stdin, TextIOWrapper) and sys.stdin.errors != "surrogateescape":
        sys.stdin.reconfigure(errors="surrogateescape")


def _line_editing() -> None:
    """Arrows and the usual keys work in what is typed; nothing of it is remembered."""
    try:
        import readline
    except ImportError:
        return
    readline.set_auto_history(False)


def _plainly(line: str) -> str:
    """The line without halves of characters and NUL, which no bank takes."""
    return line.encode("utf-8", errors="surrogateescape").decode("utf-8", errors="replace").replace("\0", "\ufffd")
