"""Files and streams to documents: the only place where the engine's input is read from disk."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

from starproof.core.document import Document, Register
from starproof.errors import InputError
from starproof.parse import read

MOST_BYTES = 32_000_000
"""A larger file is refused before it is read; no interview answer comes near."""


def read_file(
    path: str | Path,
    *,
    title: str | None = None,
    question: str | None = None,
    principle: str | None = None,
    register: Register | None = None,
) -> list[Document]:
    """The stories of one file, in order; options override what the file says of itself.

    Raises:
        InputError: when the file is missing, a directory, unreadable, too large, or holds no story.
    """
    data = read_bytes(Path(path))
    return read_source(data, name=str(path), title=title, question=question, principle=principle, register=register)


def read_source(
    data: bytes,
    *,
    name: str | None,
    title: str | None = None,
    question: str | None = None,
    principle: str | None = None,
    register: Register | None = None,
) -> list[Document]:
    """The stories in these bytes; ``name`` tells the format by its ending, ``None`` is standard input."""
    return read(data, name=name, title=title, question=question, principle=principle, register=register)


def read_bytes(path: Path) -> bytes:
    """The bytes of a file; of a device or a pipe, those until its end.

    Raises:
        InputError: when it is missing, a directory, unreadable or too large.
    """
    with _told(path), path.open("rb") as file:
        size = path.stat().st_size
        if size > MOST_BYTES:
            raise _too_large(repr(str(path)), f"{size:,}")
        return _at_most(file, repr(str(path)))


def read_stdin() -> bytes:
    """The bytes of standard input.

    Raises:
        InputError: when it is closed, or holds too much.
    """
    return _at_most(_stdin(), "Standard input")


@contextmanager
def open_lines(source: str) -> Iterator[tuple[IO[bytes], int | None]]:
    """The lines of a file, read as they are needed, and how many there are if it can be told; ``-`` is standard input.

    Raises:
        InputError: when the file is missing, a directory or unreadable.
    """
    if source == "-":
        yield _stdin(), None
        return
    with _told(Path(source)):
        lines = Path(source).open("rb")  # noqa: SIM115 - closed below, where errors are the reader's own
    with lines:
        yield lines, _count(lines)


def _count(lines: IO[bytes]) -> int | None:
    """How many lines there are to do; ``None`` where they can be read only once."""
    if not lines.seekable():
        return None
    total = sum(1 for line in lines if line.strip())
    lines.seek(0)
    return total


def _stdin() -> IO[bytes]:
    if sys.stdin is None:  # the caller closed it
        raise InputError("E-INP-105", "Standard input is closed.", "Name a file, or pipe the story in.")
    return sys.stdin.buffer


def _at_most(file: IO[bytes], name: str) -> bytes:
    data = file.read(MOST_BYTES + 1)
    if len(data) > MOST_BYTES:
        raise _too_large(name, f"more than {MOST_BYTES:,}")
    return data


def _too_large(name: str, bytes_: str) -> InputError:
    return InputError(
        "E-INP-103",
        f"{name} has {bytes_} bytes; a story file may have {MOST_BYTES:,}.",
        "Split it into its stories.",
    )


@contextmanager
def _told(path: Path) -> Iterator[None]:
    """The system's refusals to read a file, in our words."""
    try:
        yield
    except FileNotFoundError:
        raise InputError(
            "E-INP-100", f"There is no file {str(path)!r}.", "Check the path, or use - for standard input."
        ) from None
    except IsADirectoryError:
        raise InputError(
            "E-INP-101", f"{str(path)!r} is a directory, not a file.", "Name the files in it instead."
        ) from None
    except InputError:
        raise
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise InputError(
            "E-INP-102", f"{str(path)!r} cannot be read: {reason}.", "Check its name and permissions."
        ) from error
