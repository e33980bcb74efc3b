"""Exports on disk: whole or not at all, and never over a file that an export did not write."""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Iterable, Mapping
from hashlib import sha256
from pathlib import Path

from starproof.core.bank import Draft
from starproof.errors import InputError
from starproof.files import replace_file

LEDGER = ".starproof-export.json"
"""In a folder of ours: the files that we wrote there, each with the digests of what we wrote."""
_LONGEST = 60
_RESERVED = re.compile(r"(?:con|prn|aux|nul|com\d|lpt\d)$", re.IGNORECASE)
_BETWEEN = re.compile(r"[^\w]+")


def file_names(drafts: Iterable[Draft], *, ending: str) -> list[str]:
    """A file name for each story, by its title or id: safe on every system, and each but once whatever the case."""
    used: set[str] = set()
    names = []
    for number, draft in enumerate(drafts, 1):
        stem = _stem(draft.title or draft.id or "") or f"story-{number}"
        name, again = stem, 2
        while name in used:
            name, again = f"{stem}-{again}", again + 1
        used.add(name)
        names.append(name + ending)
    return names


def _stem(words: str) -> str:
    plain = unicodedata.normalize("NFC", words.lower())
    plain = "".join(character for character in plain if character.isprintable() and ord(character) < 0x10000)
    stem = _BETWEEN.sub("-", plain).strip("-_")[:_LONGEST].strip("-_")
    while len(stem.encode()) > 180:
        stem = stem[:-1]
    stem = unicodedata.normalize("NFC", stem)
    return f"story-{stem}" if _RESERVED.match(stem) else stem


def write_file(target: Path, data: bytes, *, force: bool = False, private: bool = False) -> None:
    """Put an export in one file, in one step.

    Args:
        force: whether it may take the place of a file that is there.
        private: whether its owner alone may read it.

    Raises:
        InputError: when there is such a file already, or it cannot be written.
    """
    try:
        _write_file(target, data, force, private)
    except OSError as error:
        raise _unwritten(target, error) from error


def _write_file(target: Path, data: bytes, force: bool, private: bool) -> None:
    if target.is_dir():
        raise InputError("E-EXP-002", f"{str(target)!r} is a folder.", "Name the file to write in it.")
    if target.exists() and not force:
        hint = "Name another file, or say --force to replace this one."
        raise InputError("E-EXP-001", f"There is a file {str(target)!r} already; it is left as it is.", hint)
    if target.exists() and not target.is_file():
        target.write_bytes(data)  # a device or a pipe must not be replaced
    else:
        replace_file(target.resolve(), data, private=private)


def write_folder(target: Path, files: Mapping[str, bytes], *, force: bool = False) -> tuple[str, ...]:
    """Put an export in a folder: the files that are there from an earlier one are replaced or, if outdated, removed.

    Args:
        target: made where it is not there yet.
        files: contents by name.
        force: whether a folder may hold other files, and whether files of ours that were changed since may be replaced.

    Returns:
        The names of outdated files that were removed.

    Raises:
        InputError: when the folder holds files that are not ours, one of ours was changed, or it cannot be written.
    """
    try:
        if target.exists() and not target.is_dir():
            raise InputError("E-EXP-002", f"{str(target)!r} is a file.", "Name a folder; it is made if need be.")
        target.mkdir(parents=True, exist_ok=True)
        ledger = _ledger(target)
        _check(target, files, ledger, force)
        return _written(target, files, ledger)
    except OSError as error:
        raise _unwritten(target, error) from error


def _written(target: Path, files: Mapping[str, bytes], ledger: Mapping[str, list[str]]) -> tuple[str, ...]:
    """The ledger names old and new contents before the first file changes, so that a crash leaves no stranger."""
    fresh = {name: [_digest(data)] for name, data in files.items()}
    both = {name: [*ledger.get(name, []), *fresh.get(name, [])] for name in {*ledger, *fresh}}
    replace_file(target / LEDGER, _dumped(both))
    for name, data in files.items():
        replace_file(target / name, data, durable=False)  # a thousand waits for the disk would take a minute
    outdated = tuple(name for name in sorted(ledger) if name not in files and _is_ours(target / name, ledger[name]))
    for name in outdated:
        (target / name).unlink()
    replace_file(target / LEDGER, _dumped(fresh))
    return outdated


def _check(target: Path, files: Mapping[str, bytes], ledger: Mapping[str, list[str]], force: bool) -> None:
    there = {path.name for path in target.iterdir() if not path.name.startswith(".")}
    folded = {name.casefold(): name for name in there if name not in ledger}
    clash = next((folded[name.casefold()] for name in files if name.casefold() in folded), None)
    if clash is not None and there and (force or ledger):
        what = f"{str(target / clash)!r} is in the way: an export did not write it, so it is left as it is."
        raise InputError("E-EXP-003", what, "Move it away, or name another folder.")
    strangers = sorted(there - set(ledger))
    if strangers and not force and not ledger:
        what = f"{str(target)!r} holds other files, such as {strangers[0]!r}."
        raise InputError("E-EXP-004", what, "Name an empty or a new folder, or say --force to write beside them.")
    changed = [name for name in sorted(ledger) if name in files and _was_changed(target / name, ledger[name])]
    if changed and not force:
        what = f"{str(target / changed[0])!r} was changed since it was exported; nothing was written."
        raise InputError("E-EXP-005", what, "Import the folder first to keep the change, or say --force to replace it.")


def _ledger(target: Path) -> dict[str, list[str]]:
    """What earlier exports wrote here; a name that leads elsewhere is none of ours."""
    try:
        data = json.loads((target / LEDGER).read_text(encoding="utf-8"))["files"]
        return {
            str(name): [str(digest) for digest in digests]
            for name, digests in data.items()
            if Path(name).name == name and not name.startswith(".")
        }
    except FileNotFoundError:
        return {}
    except (ValueError, KeyError, TypeError, AttributeError):
        return {}  # not a ledger of ours; then no file is taken for ours either


def _is_ours(path: Path, digests: list[str]) -> bool:
    return path.is_file() and not path.is_symlink() and _digest(path.read_bytes()) in digests


def _was_changed(path: Path, digests: list[str]) -> bool:
    return path.exists() and not _is_ours(path, digests)


def _digest(data: bytes) -> str:
    return sha256(data).hexdigest()


def _dumped(files: Mapping[str, list[str]]) -> bytes:
    return (json.dumps({"files": dict(sorted(files.items()))}, indent=1, ensure_ascii=False) + "\n").encode()


def _unwritten(target: Path, error: OSError) -> InputError:
    why = error.strerror or str(error)
    return InputError("E-EXP-006", f"{str(target)!r} cannot be written: {why}.", "Check the folder and its free space.")
