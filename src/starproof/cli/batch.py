"""``starproof batch``: many stories, one a line."""

from __future__ import annotations

import signal
import sys
from pathlib import Path
from typing import NoReturn

import click

from starproof.cli.exits import UNREAD
from starproof.cli.options import guide_option, spare
from starproof.cli.waiting import bar_of


@click.command()
@click.argument("source", metavar="IN.jsonl")
@click.argument("target", metavar="OUT.jsonl")
@guide_option
@click.option("--jobs", type=click.IntRange(1, 256), default=None, help="Processes; default: one a core.")
@click.option("--pace", type=click.FloatRange(40, 400), default=150.0, show_default=True, metavar="WPM")
@click.option("--fitted", is_flag=True, help="Scale each framework's sections to its nominal minutes.")
def batch(source: str, target: str, *, guide: str | None, jobs: int | None, pace: float, fitted: bool) -> None:
    """Review stories: JSON Lines in, one review a line out, in order.

    A line that cannot be read becomes an error row with its number; the others go on, and the exit code is 2.
    OUT appears when all is done, never in part.
    """
    from starproof.api import run_batch
    from starproof.api.reading import open_lines

    spare(target, source, guide)
    signal.signal(signal.SIGTERM, _ended)
    with open_lines(source) as (lines, total), bar_of("Reviewing", total) as bar:
        done = run_batch(
            lines,
            Path(target),
            guide=guide,
            jobs=jobs,
            words_per_minute=pace,
            fitted=fitted,
            on_done=bar.update,
        )
    click.echo(f"{done.reviewed} reviewed, {done.failed} failed: {target}", err=True)
    if done.failed:
        sys.exit(UNREAD)


def _ended(number: int, frame: object) -> NoReturn:
    """Leave as on Ctrl-C, so that no process and no draft stays behind."""
    sys.exit(128 + number)
