"""What commands write: to a file, whole or not at all, or to where a device or a pipe leads."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager, nullcontext
from io import TextIOWrapper
from pathlib import Path
from typing import IO

from starproof.errors import InputError
from starproof.files import replacing


@contextmanager
def whole_file(target: Path) -> Iterator[IO[str]]:
    """A file to write, which takes its place in one step when the block ends well; ``-`` is standard output.

    A link is followed, a file keeps its permissions, and what is no file (a device, a pipe) is written to as it is:
    it must not be replaced.

    Raises:
        InputError: when it cannot be written.
    """
    try:
        if target.is_dir():
            raise InputError("E-OUT-002", f"{str(target)!r} is a directory.", "Name the file to write in it.")
        with _writer(target) as out:
            yield out
    except OSError as error:
        raise InputError(
            "E-OUT-001",
            f"{str(target)!r} cannot be written: {error.strerror}.",
            "Check the folder, its permissions and its free space.",
        ) from error


def _writer(target: Path) -> AbstractContextManager[IO[str]]:
    if str(target) == "-":
        return nullcontext(sys.stdout)
    if target.exists() and not target.is_file():
        return target.open("w", encoding="utf-8", newline="")
    return _replaced(target.resolve())


@contextmanager
def _replaced(path: Path) -> Iterator[IO[str]]:
    with replacing(path) as out:
        text = TextIOWrapper(out, encoding="utf-8", newline="", write_through=True)
        try:
            yield text
        finally:
            text.detach()
