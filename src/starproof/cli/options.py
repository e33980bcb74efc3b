"""Options and output that several commands share."""

from __future__ import annotations

import os
import shutil
import sys
import tempfile
from pathlib import Path

import click

from starproof.errors import InputError

guide_option = click.option(
    "--guide",
    metavar="FILE",
    default=None,
    help="Judge by this guide (TOML) instead of the shipped one.",
)
output_option = click.option(
    "-o", "--output", metavar="FILE", default=None, help="Write here, whole or not at all; default: stdout."
)


def wants_color(choice: str) -> bool:
    """Whether to colour: asked for, or a terminal that has not said NO_COLOR."""
    if choice != "auto":
        return choice == "always"
    return sys.stdout.isatty() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"


def width_of(choice: int | None) -> int:
    """Columns to fill: as asked, else the terminal's between 80 and 120, else 100."""
    if choice is not None:
        return choice
    if not sys.stdout.isatty():
        return 100
    return max(80, min(120, shutil.get_terminal_size().columns))


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
    try:
        with tempfile.NamedTemporaryFile(
            "w", encoding="utf-8", dir=path.parent, prefix=f".{path.name}.", delete=False, newline=""
        ) as draft:
            draft.write(text)
        Path(draft.name).chmod(0o644)
        Path(draft.name).replace(path)
    except OSError as error:
        raise InputError(
            "E-OUT-001",
            f"{str(path)!r} cannot be written: {error.strerror}.",
            "Check the folder and its permissions.",
        ) from error
