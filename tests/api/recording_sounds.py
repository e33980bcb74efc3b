"""A program that keeps pieces of a recording until it is killed, and says which it was told are kept.

python -m tests.api.recording_sounds FOLDER SEED
"""

from __future__ import annotations

import random
import sys
from pathlib import Path

from starproof.api.recordings import Recordings

NOW = "2026-03-31T09:30:00Z"
TOMORROW = "2026-04-01T09:30:01.500Z"
WEBM = "audio/webm;codecs=opus"


def piece(number: int) -> bytes:
    """A piece that is like no other, as long as a second or two of speech."""
    return random.Random(number).randbytes(1 + number * 7919 % 40_000)


def record(folder: Path, id_: str) -> None:
    recordings = Recordings(folder)
    number = recordings.begin(id_, mime=WEBM, at=NOW).chunks
    while True:
        recordings.keep_chunk(id_, number, piece(number))
        sys.stdout.write(f"{number}\n")
        sys.stdout.flush()
        number += 1


def recorded(recordings: Recordings, id_: str, *numbers: int, finished: int | None = None) -> str:
    """A recording with these pieces; finished where it is said of how many."""
    recordings.begin(id_, mime=WEBM, at=NOW)
    for number in numbers:
        recordings.keep_chunk(id_, number, piece(number))
    if finished is not None:
        recordings.finish(id_, chunks=finished)
    return id_


def heard(recordings: Recordings, id_: str) -> str:
    """The same, joined and turned into words."""
    recordings.join(id_, as_far=True)
    recordings.heard(id_)
    return id_


def files(recordings: Recordings) -> list[str]:
    """All that is on the disk."""
    return sorted(str(path.relative_to(recordings.folder)) for path in recordings.folder.rglob("*"))


if __name__ == "__main__":
    record(Path(sys.argv[1]), sys.argv[2])
