"""The files of a folder: regular ones, each once; links in circles, devices and hidden folders are passed over."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator
from pathlib import Path

from starproof.bank.importing.found import Skipped, refused

MOST_BYTES = 64_000_000
"""A larger file is refused before it is read; ten thousand stories take half of it."""
MOST_FILES = 100_000


def files_of(root: Path) -> Iterator[tuple[Path, str] | Skipped]:
    """Each file of a folder with its place relative to it, in a steady order; or the one file itself.

    Raises:
        InputError: when there is no such path, it cannot be looked into, or it has too many files.
    """
    try:
        mode = root.stat().st_mode
    except OSError as error:
        raise _unseen(root, error) from error
    except ValueError as error:
        raise refused(1, f"{str(root)!r} is no path: {error}.", "Check the path.") from error
    if stat.S_ISDIR(mode):
        yield from _walk(root)
    elif stat.S_ISREG(mode):
        yield root, root.name
    else:
        raise refused(4, f"{str(root)!r} is neither a file nor a folder.", "Save its contents to a file first.")


def read_file(path: Path, place: str) -> bytes:
    """The bytes of a regular file.

    Raises:
        InputError: when it cannot be read, is too large, or is no regular file any more.
    """
    try:
        with path.open("rb") as file:
            status = os.fstat(file.fileno())
            if status.st_size > MOST_BYTES:
                raise too_large(place, status.st_size)
            data = file.read(MOST_BYTES + 1)
    except OSError as error:
        why = error.strerror or str(error)
        raise refused(2, f"{place!r} cannot be read: {why}.", "Check its permissions.") from error
    if len(data) > MOST_BYTES:
        raise too_large(place, len(data))
    return data


def too_large(place: str, size: int) -> Exception:
    """The error for a file that is too large."""
    hint = "Split it into parts; recordings and pictures are not read."
    return refused(3, f"{place!r} has {size:,} bytes; a file to import may have {MOST_BYTES:,}.", hint)


def _unseen(path: Path, error: OSError) -> Exception:
    if isinstance(error, FileNotFoundError):
        return refused(1, f"There is no file or folder {str(path)!r}.", "Check the path.")
    why = error.strerror or str(error)
    hint = "It may be a link that leads back to itself." if "symbolic" in why.lower() else "Check its permissions."
    return refused(2, f"{str(path)!r} cannot be read: {why}.", hint)


def _walk(root: Path) -> Iterator[tuple[Path, str] | Skipped]:
    """Links to folders are not followed, so that none leads in a circle or out of the folder."""
    unseen: list[Skipped] = []

    def refuse(error: OSError) -> None:
        place = os.path.relpath(error.filename or root, root)
        unseen.append(Skipped(f"{place}/", f"The folder cannot be read: {error.strerror}.", "Check its permissions."))

    count = 0
    for folder, folders, names in os.walk(root, onerror=refuse):
        here = Path(folder)
        yield from _passed_over(here, root, folders)
        for name in sorted(names):
            count += 1
            if count > MOST_FILES:
                hint = "Import its folders one by one."
                raise refused(4, f"{str(root)!r} has more than {MOST_FILES:,} files.", hint)
            found = _file(here / name, (here / name).relative_to(root).as_posix())
            if found is not None:
                yield found
    yield from unseen


def _passed_over(here: Path, root: Path, folders: list[str]) -> Iterator[Skipped]:
    kept = []
    for name in sorted(folders):
        place = (here / name).relative_to(root).as_posix() + "/"
        if name.startswith(".") or name == "__MACOSX":
            yield Skipped(_printable(place), "It is a hidden folder.")
        elif (here / name).is_symlink():
            yield Skipped(_printable(place), "It is a link to a folder.", "Import the folder that it leads to.")
        else:
            kept.append(name)
    folders[:] = kept


def _file(path: Path, place: str) -> tuple[Path, str] | Skipped | None:
    if path.name.startswith((".", "~$")):
        return (
            None
            if path.name in (".DS_Store", ".starproof-export.json")
            else Skipped(_printable(place), "It is a hidden file.")
        )
    try:
        mode = path.stat().st_mode
    except OSError as error:
        why = "It is a link that leads nowhere or in a circle" if path.is_symlink() else "It cannot be read"
        return Skipped(_printable(place), f"{why}: {error.strerror}.", "Import the file itself.", "E-IMP-002")
    if not stat.S_ISREG(mode):
        return Skipped(_printable(place), "It is no regular file but a device, pipe or socket.")
    return path, _printable(place)


def _printable(place: str) -> str:
    """The place as words that can be written; names on disk may be any bytes."""
    return place.encode("utf-8", "replace").decode("utf-8")
