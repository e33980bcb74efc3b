"""What whoever waits for long work is told of it: a bar at a terminal, now and then a line in a log or a pipe."""

from __future__ import annotations

import shutil
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import click

from starproof.cli.options import is_terminal

if TYPE_CHECKING:
    from click._termui_impl import ProgressBar

FIRST, NEXT = 5.0, 30.0
"""Seconds of work before the first line where there is no terminal, and between lines."""
_MINUTE = 60


@contextmanager
def progress_bar(label: str) -> Iterator[Callable[[int, int], None]]:
    """Show how far the work is, from when it is first told how many are done, of how many."""
    if not is_terminal(sys.stderr):
        yield Lines(label).told
        return
    bars: list[ProgressBar[int]] = []

    def told(done: int, total: int) -> None:
        if not bars:
            bars.append(bar_of(label, total))
            bars[0].render_progress()
        bars[0].length = total
        bars[0].update(done - bars[0].pos)

    try:
        yield told
    finally:  # also after Ctrl-C, or what is said next stands behind the bar
        for bar in bars:
            bar.render_finish()


def bar_of(label: str, length: int | None) -> ProgressBar[int]:
    """A bar for whoever waits at a terminal; none where nobody knows how long it is."""
    return click.progressbar(
        length=length or 0,
        label=label,
        file=sys.stderr,
        hidden=length is None or not is_terminal(sys.stderr),
        width=36 if shutil.get_terminal_size().columns >= 80 else 0,  # 0: what the words around it leave
    )


@dataclass
class Lines:
    """Lines for a log: none of short work, few of long."""

    label: str
    now: Callable[[], float] = time.monotonic
    began: float = field(init=False)
    due: float = field(init=False)

    def __post_init__(self) -> None:
        """The work begins."""
        self.began = self.now()
        self.due = self.began + FIRST

    def told(self, done: int, total: int) -> None:
        """Say how far it is, if that is due."""
        at = self.now()
        if at < self.due or done >= total:
            return
        self.due = at + NEXT
        left = (at - self.began) * (total - done) / done if done else None
        click.echo(f"{self.label}: {done:,} of {total:,} done{_left(left)}.", err=True)


def _left(seconds: float | None) -> str:
    if seconds is None:
        return ""
    minutes = round(seconds / _MINUTE)
    return f", about {minutes} minute{'' if minutes == 1 else 's'} left" if minutes else ", less than a minute left"
