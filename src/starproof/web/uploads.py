"""Files that were sent to be looked at before anything is taken from them."""

from __future__ import annotations

import re
import shutil
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from uuid import uuid4

from starproof.bank.importing import FORMATS
from starproof.errors import InputError, NotFound

ENDINGS = (".md", ".markdown", ".txt", ".docx", ".csv", ".tsv", ".json", ".jsonl", ".ndjson", ".srt", ".vtt")
MOST_FILES = 500
MOST_BYTES = 32_000_000
KEPT = 24 * 3600.0
"""Seconds after which what was sent and never taken is thrown away."""
_UNSAFE = re.compile(r"[^\w .()-]")
_TOKEN = re.compile(r"[0-9a-f]{32}\Z")


@dataclass(frozen=True, slots=True)
class Uploads:
    """Files on their way, in one folder for each time that something was sent."""

    folder: Path

    def keep(self, files: Sequence[tuple[str, bytes]]) -> str:
        """Keep files under a new token.

        Raises:
            InputError: when there is none, or they are too many, too large, or of a kind that holds no stories.
        """
        files = [(name, data) for name, data in files if name or data]
        check(files)
        self._clear()
        token = uuid4().hex
        for number, (name, data) in enumerate(files):
            place = self.folder / token / f"{number:03d}"
            place.mkdir(parents=True, mode=0o700)
            (place / safe_name(name)).write_bytes(data)
        return token

    def paths(self, token: str) -> list[Path]:
        """The files under a token, in the order in which they were sent.

        Raises:
            NotFound: when there are none (any more).
        """
        place = self.folder / token
        if not _TOKEN.match(token) or not place.is_dir():
            raise NotFound("E-WEB-012", "These files are here no more.", "Choose them again.")
        return [file for folder in sorted(place.iterdir()) for file in folder.iterdir()]

    def forget(self, token: str) -> None:
        """Throw the files under a token away."""
        self.paths(token)
        shutil.rmtree(self.folder / token, ignore_errors=True)

    def _clear(self) -> None:
        for old in self.folder.glob("*"):
            if old.stat().st_mtime < time.time() - KEPT:
                shutil.rmtree(old, ignore_errors=True)


def check(files: Sequence[tuple[str, bytes]]) -> None:
    """See that these can hold stories, by name, number and size; what is in them is read later.

    Raises:
        InputError: naming the file that cannot, and what can be read.
    """
    if not files:
        raise InputError("E-WEB-013", "No file was chosen.", "Choose one or more files with stories.")
    if len(files) > MOST_FILES:
        raise InputError("E-WEB-014", f"{len(files)} files are too many at once.", f"Send {MOST_FILES} at the most.")
    for name, data in files:
        if not name.lower().endswith(ENDINGS):
            kinds = ", ".join(FORMATS)
            raise InputError("E-WEB-015", f"{name!r} is of no kind that holds stories.", f"These can be read: {kinds}.")
        if len(data) > MOST_BYTES:
            raise InputError("E-INP-103", f"{name!r} is larger than 32 MB.", "Split it into its stories.")


def safe_name(name: str) -> str:
    """A file name without anything that leads elsewhere; its ending stays."""
    plain = _UNSAFE.sub("_", name.replace("\\", "/").rpartition("/")[2]).strip(". ")
    stem, dot, ending = plain.rpartition(".")
    return f"{stem[:80] or 'stories'}{dot or '.'}{ending[-10:]}"
