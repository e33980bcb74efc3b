"""A recording of any usual kind as one row of samples. Lengths are measured by decoding: headers may lie."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

from starproof.errors import InputError
from starproof.speech.needs import speech_package
from starproof.speech.transcriber import Cancelled, never

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

RATE = 16_000
"""Samples a second."""
LONGEST = 60 * 60
"""Seconds of sound in a recording at the most."""
LARGEST = 500_000_000
"""Bytes of a file at the most."""
KINDS = "webm, ogg, mp4, m4a, wav, mp3, flac or aac"
_FORMATS = "matroska,webm,ogg,mov,mp4,m4a,wav,mp3,flac,aac"


def decode(path: Path, *, cancelled: Callable[[], bool] = never) -> NDArray[np.float32]:
    """The sound of a file: 16 000 samples a second, one channel, from -1 to 1.

    A file that breaks off, as a recording does when the machine goes down, gives what it holds.

    Raises:
        InputError: when there is no such file, it is too large or too long, or holds no sound.
        Cancelled: when it was called off.
    """
    numpy = speech_package("numpy")
    _check(path)
    parts: list[bytes] = []
    heard = 0
    for part in _decoded(path):
        if cancelled():
            raise Cancelled
        parts.append(part)
        heard += len(part) // 4
        if heard > LONGEST * RATE:
            raise InputError(
                "E-SPE-015",
                f"{path.name!r} runs for more than {LONGEST // 60} minutes.",
                "Cut out the answer, or record it by itself.",
            )
    if not heard:
        raise _unheard(path)
    samples: NDArray[np.float32] = numpy.frombuffer(b"".join(parts), dtype=numpy.float32)
    return samples


def _check(path: Path) -> None:
    try:
        size = path.stat().st_size if path.is_file() else None
        folder = path.is_dir()
    except OSError:
        size, folder = None, False
    if folder:
        raise InputError("E-SPE-010", f"{str(path)!r} is a folder.", "Name one recording in it.")
    if size is None:
        raise InputError("E-SPE-010", f"There is no file {str(path)!r}.", "Check the path, or record the answer again.")
    if size == 0:
        raise InputError("E-SPE-011", f"{path.name!r} is empty.", "Record the answer again, or type it.")
    if size > LARGEST:
        raise InputError(
            "E-SPE-014",
            f"{path.name!r} has more than {LARGEST // 1_000_000} MB.",
            "Cut out the answer, or save it as m4a.",
        )


def _decoded(path: Path) -> Iterator[bytes]:
    av = speech_package("av")
    resampler = av.AudioResampler(format="flt", layout="mono", rate=RATE)
    try:
        # An open file and a list of formats: a playlist can then send nobody to another file or host.
        with path.open("rb") as file, av.open(file, options={"format_whitelist": _FORMATS}) as container:
            if not container.streams.audio:
                raise InputError("E-SPE-012", f"{path.name!r} holds no sound.", "Choose the recording of the answer.")
            for frame in _frames(av, container):
                frame.pts = None
                yield from _bytes(resampler.resample(frame))
            yield from _bytes(resampler.resample(None))
    except InputError:
        raise
    except (av.FFmpegError, OSError, ValueError) as error:
        raise _unheard(path) from error


def _frames(av: Any, container: Any) -> Iterator[Any]:
    """The frames up to the end, or to where the file breaks off; a damaged one between is left out."""
    packets = container.demux(audio=0)
    while True:
        try:
            packet = next(packets, None)
        except (av.InvalidDataError, av.EOFError):
            return
        if packet is None:
            return
        try:
            yield from packet.decode()
        except av.EOFError:
            return
        except av.InvalidDataError:
            continue


def _bytes(frames: list[Any]) -> Iterator[bytes]:
    for frame in frames:
        yield bytes(frame.planes[0])[: frame.samples * 4]


def _unheard(path: Path) -> InputError:
    return InputError(
        "E-SPE-013",
        f"{path.name!r} cannot be heard: it is damaged, or no recording.",
        f"Give a file that plays as sound ({KINDS}).",
    )
