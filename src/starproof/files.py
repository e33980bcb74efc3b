"""Files that appear whole or not at all, and stay once they are there."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import BinaryIO
from uuid import uuid4

_DRAFT = ".starproof-"
"""How files begin that are being written; what a crash left of them may be deleted."""


@contextmanager
def replacing(path: Path, *, private: bool = False, durable: bool = True) -> Iterator[BinaryIO]:
    """A file to write that takes the place of ``path`` in one step when the block ends well; otherwise nothing changes.

    Args:
        path: neither a link nor a device, which would be replaced themselves.
        private: whether its owner alone may read it; otherwise a file that is there keeps its permissions.
        durable: whether it survives a power cut once the block has ended.

    Raises:
        OSError: when it cannot be written.
    """
    draft = path.with_name(_DRAFT + uuid4().hex)
    try:
        with os.fdopen(os.open(draft, _NEW, 0o600 if private else 0o666), "wb") as out:
            yield out
            if durable:
                out.flush()
                os.fsync(out.fileno())
        if not private and path.exists():
            draft.chmod(stat.S_IMODE(path.stat().st_mode))
        draft.replace(path)
    except BaseException:
        with suppress(OSError):
            draft.unlink(missing_ok=True)
        raise
    if durable:
        sync_folder(path.parent)


_NEW = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)


def replace_file(path: Path, data: bytes, *, private: bool = False, durable: bool = True) -> None:
    """Put these bytes in the place of a file, as ``replacing`` does.

    Raises:
        OSError: when it cannot be written.
    """
    with replacing(path, private=private, durable=durable) as out:
        out.write(data)


def at_home(words: str | Path) -> Path:
    """A path with ``~`` and ``~name`` as a shell reads them: the name of nobody stays as it is written."""
    try:
        return Path(words).expanduser()
    except RuntimeError:
        return Path(words)


def private_folder(path: Path) -> None:
    """Make a folder, and those above it, that its owner alone may open; one that is there stays as it is.

    Raises:
        OSError: when it cannot be made, or there is a file in its place.
    """
    if path.is_dir():
        return
    if path.parent != path:
        private_folder(path.parent)
    path.mkdir(mode=0o700, exist_ok=True)
    sync_folder(path.parent)


def sync_folder(folder: Path) -> None:
    """Make sure that a new name in a folder survives a power cut.

    Raises:
        OSError: when the disk fails.
    """
    if os.name != "posix":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
