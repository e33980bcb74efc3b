"""Recording an answer from a microphone: kept on the disk while it is spoken, a second at a time."""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from importlib import import_module
from queue import Empty, SimpleQueue
from struct import pack
from typing import TYPE_CHECKING, Any

from starproof.cli.practice.stage import Stage, keys
from starproof.errors import InputError, MissingExtra
from starproof.report.words import clock_face

if TYPE_CHECKING:
    from starproof.api.recordings import Recordings

RATE = 16_000
"""Samples a second: what speech models hear."""
BYTES = 2 * RATE
"""Of a second: 16 bits a sample, one channel."""
PIECE = BYTES // 2
"""Half a second goes to the disk at a time, so that a crash takes less than one."""
LOOK = 0.1
"""Seconds between two looks at the microphone and the keys."""
LONGEST = 3600.0
MIME = "audio/wav"
_ENDLESS = 0xFFFFFFFF
"""The length of a WAV file that is still being written."""
_METER = 20
_TYPE = "Type the answer instead: leave --mic out."


def find_microphone() -> Any:
    """The package that reaches the microphone, when there is one on this machine.

    Raises:
        MissingExtra: without the package.
        InputError: without PortAudio, or without a microphone.
    """
    try:
        sound = import_module("sounddevice")
    except ImportError as error:
        raise MissingExtra(
            "E-MIC-001",
            "The microphone cannot be reached here: the package 'sounddevice' cannot be loaded.",
            "Install it with: pip install 'starproof[speech]'. Typing an answer works without.",
        ) from error
    except OSError as error:
        raise InputError(
            "E-MIC-002",
            f"The microphone cannot be reached: {error}.",
            f"Install PortAudio, on Debian: apt install libportaudio2. {_TYPE}",
        ) from error
    try:
        sound.check_input_settings(samplerate=RATE, channels=1, dtype="int16")
    except (sound.PortAudioError, ValueError) as error:
        raise _no_device(error) from error
    return sound


def _no_device(error: Exception) -> InputError:
    return InputError(
        "E-MIC-003",
        f"No microphone can be used: {error}.",
        f"Plug one in, choose it in your system's settings, and let this terminal use it. {_TYPE}",
    )


@dataclass(slots=True)
class Recorder:
    """One recording on its way to the disk."""

    recordings: Recordings
    id: str
    number: int = 0
    waiting: bytes = b""
    size: int = 0

    def take(self, sound: bytes) -> None:
        """Take what the microphone gave; full pieces go to the disk."""
        self.waiting += sound
        self.size += len(sound)
        while len(self.waiting) >= PIECE:
            self._keep(self.waiting[:PIECE])
            self.waiting = self.waiting[PIECE:]

    def finish(self) -> None:
        """Keep the rest, and say that this was all."""
        if self.waiting or not self.number:
            self._keep(self.waiting)
        self.recordings.finish(self.id, chunks=self.number)

    @property
    def seconds(self) -> float:
        """How much sound there is."""
        return self.size / BYTES

    def _keep(self, sound: bytes) -> None:
        head = wav_head() if self.number == 0 else b""
        self.recordings.keep_chunk(self.id, self.number, head + sound)
        self.number += 1


def record(stage: Stage, recordings: Recordings, id_: str, *, at: str, keep: bool, most: float | None) -> float:
    """Record until Enter is pressed, or the time is over. Ctrl-C leaves what was recorded on the disk.

    Args:
        stage: at whose terminal.
        recordings: where it is kept.
        id_: the recording's id.
        at: the moment in UTC.
        keep: whether it stays after it was heard.
        most: seconds at the most; ``None`` for an hour.

    Returns:
        Seconds that were recorded.

    Raises:
        InputError: when there is no microphone, or it goes away.
    """
    sound = find_microphone()
    recordings.begin(id_, mime=MIME, at=at)
    if keep:
        recordings.keep(id_)
    recorder = Recorder(recordings, id_)
    with keys() as pressed:
        try:
            _listen(stage, sound, recorder, pressed, min(most or LONGEST, LONGEST))
        finally:
            recorder.finish()
            stage.rewrite("")
    return recorder.seconds


def _listen(stage: Stage, sound: Any, recorder: Recorder, pressed: Any, most: float) -> None:
    """Take sound and keys in turn."""
    paused, last = False, time.monotonic()
    with _stream(sound) as heard:
        while recorder.seconds < most:
            piece = _drained(heard)
            last = time.monotonic() if piece else last
            if time.monotonic() - last > 3.0:
                raise _no_device(OSError("it gives no sound any more"))
            if piece and not paused:
                recorder.take(piece)
            stage.rewrite(meter(recorder.seconds, b"" if paused else piece, paused=paused))
            key = pressed(LOOK) or ""
            if "\n" in key or "\r" in key:
                recorder.take(b"" if paused else _drained(heard))
                return
            if "p" in key.casefold():
                paused = not paused


@contextmanager
def _stream(sound: Any) -> Iterator[SimpleQueue[bytes]]:
    heard: SimpleQueue[bytes] = SimpleQueue()

    def came(data: Any, *_: object) -> None:
        heard.put(bytes(data))

    try:
        stream = sound.RawInputStream(samplerate=RATE, channels=1, dtype="int16", blocksize=RATE // 20, callback=came)
        stream.start()
    except sound.PortAudioError as error:
        raise _no_device(error) from error
    try:
        yield heard
    finally:
        stream.stop()
        stream.close()


def _drained(heard: SimpleQueue[bytes]) -> bytes:
    parts = []
    while True:
        try:
            parts.append(heard.get_nowait())
        except Empty:
            return b"".join(parts)


def meter(seconds: float, sound: bytes, *, paused: bool) -> str:
    """One line: the time, how loud it is, what the keys do."""
    clock = clock_face(seconds)
    if paused:
        return f"  ‖ {clock}  paused{' ' * (_METER - 6)}  p goes on · Enter ends it"
    full = round(loudness(sound) * _METER)
    return f"  ● {clock}  {'▮' * full}{'·' * (_METER - full)}  p pauses · Enter ends it"


def loudness(sound: bytes) -> float:
    """How loud 16-bit sound is at its peak, 0 to 1, as ears hear it: 60 dB from nothing to full."""
    from math import log10

    samples = memoryview(sound[: len(sound) // 2 * 2]).cast("h") if sound else ()
    peak = max((abs(one) for one in samples), default=0)
    return 0.0 if peak == 0 else max(0.0, 1 + log10(min(peak, 32767) / 32767) / 3)


def wav_head() -> bytes:
    """The head of a WAV file whose end is not known yet."""
    form = pack("<HHIIHH", 1, 1, RATE, BYTES, 2, 16)
    return b"RIFF" + pack("<I", _ENDLESS) + b"WAVEfmt " + pack("<I", len(form)) + form + b"data" + pack("<I", _ENDLESS)
