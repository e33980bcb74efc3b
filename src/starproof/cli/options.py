"""Options and output that several commands share."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any, TextIO, TypeVar

import click

from starproof.cli import completing
from starproof.errors import UsageError

Command = TypeVar("Command", bound=Callable[..., Any])

NARROWEST = 40
"""Columns below which no terminal is laid out for."""

guide_option = click.option(
    "--guide",
    metavar="FILE",
    default=None,
    help="Judge by this guide (TOML) instead of the shipped one.",
)
output_option = click.option(
    "-o", "--output", metavar="FILE", default=None, help="Write here, whole or not at all; default: stdout."
)
form_option = click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True)
bank_option = click.option(
    "--bank",
    metavar="BANK",
    default=None,
    help="The bank's file or PostgreSQL URL; default: STARPROOF_BANK, else in your data folder.",
)


def principle_option(about: str) -> Callable[[Command], Command]:
    """A principle by its id or name; ``about`` says what it is taken for."""
    return click.option("--principle", metavar="ID", default=None, shell_complete=completing.principles, help=about)


def look_options(command: Command) -> Command:
    """How it is printed to a terminal."""
    width = click.option(
        "--width", type=click.IntRange(NARROWEST, 200), default=None, help="Columns; default: the terminal's."
    )
    color = click.option("--color", type=click.Choice(["auto", "always", "never"]), default="auto", show_default=True)
    return color(width(command))


def is_terminal(stream: TextIO | None) -> bool:
    """Whether a person reads along; a stream that the caller closed is ``None``."""
    return stream is not None and stream.isatty()


def wants_color(choice: str) -> bool:
    """Whether to colour: asked for, or a terminal that has not said NO_COLOR."""
    if choice != "auto":
        return choice == "always"
    return is_terminal(sys.stdout) and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"


def width_of(choice: int | None) -> int:
    """Columns to fill: as asked, else the terminal's between 40 and 120, else 100."""
    if choice is not None:
        return choice
    if not is_terminal(sys.stdout):
        return 100
    return columns()


def columns() -> int:
    """How many columns of the terminal are filled: all from 40 to 120."""
    return max(NARROWEST, min(120, shutil.get_terminal_size().columns))


def spare(output: str | None, *sources: str | None) -> None:
    """Refuse to write over what is read: it may be the only copy of a story.

    Raises:
        UsageError: when one of the sources is the file to be written.
    """
    if output is not None and any(_same_file(output, source) for source in sources if source is not None):
        hint = "Name another file to write."
        raise UsageError("E-OUT-003", f"{output!r} is read here; written, what stands in it would be lost.", hint)


def _same_file(one: str, other: str) -> bool:
    try:
        return Path(one).is_file() and Path(one).samefile(other)
    except OSError:  # what cannot be looked at is told where it is read or written
        return False


def write(text: str, *, output: str | None) -> None:
    """Print a result, or put it in a file that is never left half-written.

    Raises:
        InputError: when the file cannot be written.
    """
    if output is None or output == "-":
        click.echo(text, nl=not text.endswith("\n"), color=True)
        return
    write_file(Path(output), text if text.endswith("\n") else text + "\n")


def write_file(path: Path, text: str) -> None:
    """Replace a file's contents in one step.

    Raises:
        InputError: when it cannot be written.
    """
    from starproof.batch.output import whole_file

    with whole_file(path) as out:
        out.write(text)
