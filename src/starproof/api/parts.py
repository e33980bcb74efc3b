"""A recording made in several goes: after a crash of the browser it goes on as another part, in the same pieces.

Engines that write it down hear all parts; players stop at the end of the first, so each is played by itself.
"""

from __future__ import annotations

from pathlib import Path

from starproof.api import pieces
from starproof.api.recordings import Recordings
from starproof.errors import NotFound

_WEBM = b"\x1a\x45\xdf\xa3"
_OGG, _FIRST_PAGE = b"OggS", 2


def parts_of(recordings: Recordings, id_: str) -> tuple[tuple[int, ...], ...]:
    """The numbers of the pieces of every part, up to the first gap; at least one part.

    Raises:
        NotFound: when there is no such recording.
    """
    count = recordings.state(id_).chunks
    folder = recordings.folder / id_
    begins = [number for number in range(count) if number == 0 or _begins(pieces.chunk(folder, number))] or [0]
    return tuple(tuple(range(first, last)) for first, last in zip(begins, [*begins[1:], count], strict=True))


def sound_of(recordings: Recordings, id_: str, part: int) -> bytes:
    """The sound of one part.

    Args:
        part: its number, from 0.

    Raises:
        NotFound: when there is no such recording, or no such part of it.
    """
    parts = parts_of(recordings, id_)
    if not 0 <= part < len(parts):
        raise NotFound("E-REC-013", f"The recording {id_!r} has no part {part}.", f"It has {len(parts)}, from 0.")
    folder = recordings.folder / id_
    return b"".join(pieces.chunk(folder, number).read_bytes() for number in parts[part])


def _begins(piece: Path) -> bool:
    """Whether a piece begins a file of its own."""
    with piece.open("rb") as data:
        head = data.read(6)
    return head.startswith(_WEBM) or (head.startswith(_OGG) and bool(head[5:6]) and bool(head[5] & _FIRST_PAGE))
