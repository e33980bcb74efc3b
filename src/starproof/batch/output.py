"""Files that appear whole or not at all."""

from __future__ import annotations

import stat
import sys
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager, nullcontext
from pathlib import Path
from typing import IO
from uuid import uuid4

from starproof.errors import InputError


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
    draft = path.with_name(f".starproof-{uuid4().hex}")
    try:
        with draft.open("x", encoding="utf-8", newline="") as out:
            yield out
        if path.exists():
            draft.chmod(stat.S_IMODE(path.stat().st_mode))
        draft.replace(path)
    except BaseException:
        draft.unlink(missing_ok=True)
        raise
