"""Lists and pages of plain lines: as they are for a pipe, folded at words for a terminal."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator

import click

from starproof.cli.options import columns, is_terminal

_ROOM = 30
"""Columns that words need beside what stands before them; with less they stand below it."""


def say(text: str, *, under: int = 0, err: bool = False) -> None:
    """Print lines; at a terminal, what is too long for one goes on below, ``under`` columns further in."""
    if is_terminal(sys.stderr if err else sys.stdout):
        text = folded(text, columns(), under=under)
    click.echo(text, err=err)


def folded(text: str, width: int, *, under: int = 0) -> str:
    """The text with no line of more than ``width`` columns."""
    return "\n".join(part for line in text.split("\n") for part in _lines(line, width, under))


def _lines(line: str, width: int, under: int) -> Iterator[str]:
    from rich.cells import cell_len
    from rich.text import Text

    from starproof.report.terminal.look import hanging, wrapped

    if cell_len(line) <= width:
        yield line
        return
    own = len(line) - len(line.lstrip(" "))
    start = own + under
    head, words = (line[:start], line[start:]) if line[start - 1 : start] == " " else (line[:own], line[own:])
    indent = len(head)
    if head.strip() and width - indent < _ROOM:
        yield from (part.plain for part in wrapped(Text(re.sub(" {3,}", "  ", head.strip())), width))
        head, indent = "", own + 2
    yield from (part.plain for part in hanging(Text(head), Text(words), width, indent=indent))
