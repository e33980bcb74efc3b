"""Files and streams to documents: the only place where the engine's input is read from disk."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO, Any

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
    """The bytes of a file.

    Raises:
        InputError: when it is missing, a directory, unreadable or too large.
    """
    if path.is_dir():
        raise InputError("E-INP-101", f"{str(path)!r} is a directory, not a story.", "Name the files in it instead.")
    try:
        size = path.stat().st_size
        if size > MOST_BYTES:
            raise InputError(
                "E-INP-103",
                f"{str(path)!r} has {size:,} bytes; a story file may have {MOST_BYTES:,}.",
                "Split it into its stories.",
            )
        return path.read_bytes()
    except FileNotFoundError:
        raise InputError(
            "E-INP-100", f"There is no file {str(path)!r}.", "Check the path, or use - for standard input."
        ) from None
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise InputError(
            "E-INP-102", f"{str(path)!r} cannot be read: {reason}.", "Check its name and permissions."
        ) from error


@contextmanager
def open_lines(source: str) -> Iterator[tuple[IO[bytes], int | None]]:
    """The lines of a file, read as they are needed, and how many there are; ``-`` is standard input.

    Raises:
        InputError: when the file is missing, a directory or unreadable.
    """
    if source == "-":
        yield sys.stdin.buffer, None
        return
    path = Path(source)
    if path.is_dir() or not path.exists():
        read_bytes(path)  # raises what fits
    try:
        with path.open("rb") as lines:
            total = sum(1 for line in lines if line.strip())
            lines.seek(0)
            yield lines, total
    except PermissionError as error:
        raise InputError(
            "E-INP-102", f"{source!r} cannot be read: {error.strerror}.", "Check its permissions."
        ) from error


def read_annotated(source: str) -> list[dict[str, Any]]:
    """The annotated stories of a corpus file.

    Raises:
        InputError: when the file cannot be read, or a line is no annotated story.
    """
    stories = []
    for number, line in enumerate(read_bytes(Path(source)).splitlines(), 1):
        if not line.strip():
            continue
        try:
            story = json.loads(line)
            story["sentences"], story["quantities"], story["red_flags"], story["level"]
        except (ValueError, TypeError, KeyError) as error:
            raise InputError(
                "E-INP-111",
                f"Line {number} of {source!r} is no annotated story: {error!r}.",
                "corpus/ANNOTATION.md says what one looks like; corpus/check.py checks a file.",
            ) from error
        stories.append(story)
    return stories
