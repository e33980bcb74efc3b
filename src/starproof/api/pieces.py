"""One recording on the disk: its pieces, a note of what it is, and a mark for each thing that came of it."""

from __future__ import annotations

import json
import os
import re
import shutil
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

from starproof.errors import InputError, PracticeError
from starproof.files import replacing
from starproof.moments import moment_of

LARGEST_CHUNK = 4 << 20
"""Bytes of a piece; a second of speech has 4,000 to 200,000."""
LARGEST = 500_000_000
"""Bytes of a recording, which an engine reads at the most: hours as browsers record, over an hour uncompressed."""
MOST_CHUNKS = 36_000
ENDINGS = {
    "audio/webm": "webm",
    "video/webm": "webm",
    "audio/ogg": "ogg",
    "audio/mp4": "mp4",
    "audio/x-m4a": "m4a",
    "audio/wav": "wav",
    "audio/wave": "wav",
    "audio/x-wav": "wav",
    "audio/mpeg": "mp3",
    "audio/flac": "flac",
    "audio/aac": "aac",
}
"""What may be recorded, each with the ending of its files."""
ABOUT, FINISHED, KEPT, HEARD = "about.json", "finished", "kept", "heard"
_CHUNK = re.compile(r"(\d{6})\.chunk\Z", re.ASCII)
_JOINED = re.compile(r"joined-(\d{6})\.\w+\Z", re.ASCII)
_SHOWN = 5
"""Missing pieces that a message names."""


@dataclass(frozen=True, slots=True)
class Recording:
    """How far a recording is."""

    id: str
    mime: str
    begun: str
    """When, in UTC."""
    chunks: int
    """Pieces without a gap from the first on: these can be joined, and the next to send has this number."""
    held: int
    """Pieces in all."""
    bytes: int
    missing: tuple[int, ...]
    """Numbers of pieces that are not there though later ones are, or though it was said how many there are."""
    finished: int | None
    """How many pieces there are; ``None`` as long as nobody said."""
    kept: bool
    """Whether it stays after it was heard."""
    heard: int | None
    """How many pieces were turned into words; ``None`` where none were."""

    @property
    def unheard(self) -> bool:
        """Whether it holds sound that was never turned into words."""
        return self.bytes > 0 and self.held > (self.heard or 0)

    @property
    def whole(self) -> bool:
        """Whether every piece that there will be is there."""
        return self.finished is not None and not self.missing


def read(folder: Path) -> Recording | None:
    """The recording in a folder, or ``None`` where there is none yet."""
    try:
        sizes = _sizes(folder)
    except (FileNotFoundError, NotADirectoryError):
        return None
    if not sizes and not (folder / ABOUT).exists():
        return None
    about, finished = _about(folder / ABOUT), _count(folder / FINISHED)
    missing = tuple(n for n in range(max(finished or 0, max(sizes, default=-1) + 1)) if n not in sizes)
    return Recording(
        id=folder.name,
        mime=about.get("mime", ""),
        begun=about.get("begun", ""),
        chunks=missing[0] if missing else len(sizes),
        held=len(sizes),
        bytes=sum(sizes.values()),
        missing=missing,
        finished=finished,
        kept=(folder / KEPT).exists(),
        heard=_count(folder / HEARD),
    )


def chunk(folder: Path, number: int) -> Path:
    """Where a piece lies."""
    return folder / f"{number:06}.chunk"


def age(folder: Path, begun: str, now: str) -> timedelta:
    """How long ago a recording was begun; where its note is damaged, how long ago its folder last changed."""
    try:
        then = moment_of(begun)
    except PracticeError:
        then = datetime.fromtimestamp(folder.stat().st_mtime, UTC)
    return moment_of(now) - then


def joined(folder: Path) -> dict[int, Path]:
    """The joined files in a folder by how many pieces are in them."""
    return {count: path for path in folder.iterdir() if (count := count_in(path)) is not None}


def count_in(path: Path) -> int | None:
    """How many pieces are in a joined file; ``None`` where it is none."""
    match = _JOINED.match(path.name)
    return int(match[1]) if match else None


def join(folder: Path, known: Recording) -> Path:
    """The pieces up to the first gap in one file, made where it is not there yet; earlier ones go.

    Raises:
        OSError: when it cannot be written.
    """
    target = folder / f"joined-{known.chunks:06}.{ENDINGS.get(_bare(known.mime), 'bin')}"
    if not target.exists():
        with replacing(target, private=True) as out:
            for number in range(known.chunks):
                with chunk(folder, number).open("rb") as piece:
                    shutil.copyfileobj(piece, out)
    for path in joined(folder).values():
        if path != target:
            path.unlink(missing_ok=True)
    return target


def check_mime(mime: str) -> None:
    """Refuse what no engine hears.

    Raises:
        InputError: names what can be heard.
    """
    if _bare(mime) not in ENDINGS or len(mime) > 100 or not mime.isprintable():
        kinds = ", ".join(dict.fromkeys(ENDINGS.values()))
        raise InputError("E-REC-003", f"{mime[:100]!r} is no kind of recording.", f"Record as one of: {kinds}.")


def check_chunk(known: Recording, number: int, size: int) -> None:
    """Refuse a new piece that is too long, comes after the end, or makes the recording too long.

    Raises:
        InputError: says which.
    """
    most = MOST_CHUNKS if known.finished is None else known.finished
    if not 0 <= number < most:
        what = f"The recording {known.id!r} takes no piece {number}: it has at most {most:,}, counted from 0."
        raise InputError("E-REC-005", what, "Begin another recording.")
    if size > LARGEST_CHUNK:
        what = f"Piece {number} of the recording {known.id!r} has {size:,} bytes; at most {LARGEST_CHUNK:,} are taken."
        raise InputError("E-REC-006", what, "Send it in smaller pieces.")
    if known.bytes + size > LARGEST:
        what = f"The recording {known.id!r} would have more than {LARGEST:,} bytes."
        raise InputError("E-REC-007", what, "What was recorded is kept. Finish it, and begin another.")


def gaps(known: Recording) -> InputError:
    """The error about pieces that are missing."""
    named = ", ".join(map(str, known.missing[:_SHOWN])) + (" and others" if len(known.missing) > _SHOWN else "")
    what = f"Of the recording {known.id!r}, {len(known.missing):,} of {known.finished:,} pieces are missing: {named}."
    return InputError(
        "E-REC-010", what, "Open the page it was recorded in, which sends them, or use it as far as it goes."
    )


def _bare(mime: str) -> str:
    return mime.partition(";")[0].strip().lower()


def _sizes(folder: Path) -> dict[int, int]:
    """The bytes of every piece by its number."""
    with os.scandir(folder) as found:
        return {int(match[1]): one.stat().st_size for one in found if (match := _CHUNK.match(one.name))}


def _about(path: Path) -> dict[str, str]:
    """The note; empty where it is damaged: the sound is worth more."""
    try:
        found = json.loads(path.read_text(encoding="utf-8"))
        return {name: str(found[name]) for name in ("mime", "begun")}
    except (OSError, ValueError, TypeError, KeyError):
        return {}


def _count(path: Path) -> int | None:
    try:
        return int(path.read_text(encoding="ascii"))
    except (OSError, ValueError):
        return None
