"""Which engines there are: our own, and those that an installed package brings.

A package brings one by an entry point in the group ``starproof.transcribers``: its name is the engine's, and it
names a callable that takes ``EngineSettings`` and gives a ``Transcriber``.
"""

from __future__ import annotations

from importlib import import_module
from importlib.metadata import entry_points

from starproof.errors import NotFound
from starproof.speech.transcriber import EngineSettings, MakeTranscriber, Transcriber

GROUP = "starproof.transcribers"
DEFAULT = "faster-whisper"
_OWN = {"faster-whisper": "starproof.speech.whisper:WhisperTranscriber"}


def engines() -> tuple[str, ...]:
    """The names of all engines, sorted."""
    return tuple(sorted({*_OWN, *(entry.name for entry in entry_points(group=GROUP))}))


def make_transcriber(engine: str, settings: EngineSettings) -> Transcriber:
    """A transcriber of this engine with its model loaded.

    Raises:
        NotFound: when there is no such engine.
        MissingExtra: when its packages are not installed.
        InputError: when its model cannot be loaded.
    """
    return _maker(engine)(settings)


def _maker(engine: str) -> MakeTranscriber:
    if engine in _OWN:
        module, _, name = _OWN[engine].partition(":")
        own: MakeTranscriber = getattr(import_module(module), name)
        return own
    for entry in entry_points(group=GROUP, name=engine):
        brought: MakeTranscriber = entry.load()
        return brought
    raise NotFound("E-SPE-002", f"There is no speech engine {engine!r}.", f"There are: {', '.join(engines())}.")
