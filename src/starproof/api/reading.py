"""Files and streams to documents: the only place where the engine's input is read from disk."""

from __future__ import annotations

from pathlib import Path

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
    return read_source(
        data, name=str(path), title=title, question=question, principle=principle, register=register
    )


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
        raise InputError(
            "E-INP-101", f"{str(path)!r} is a directory, not a story.", "Name the files in it instead."
        )
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
