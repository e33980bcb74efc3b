"""The packages of the ``[speech]`` extra: loaded on first use, with a clear word where they are missing."""

from __future__ import annotations

from importlib import import_module
from types import ModuleType

from starproof.errors import MissingExtra

INSTALL = "pip install 'starproof[speech]'"


def speech_package(name: str) -> ModuleType:
    """A module of the extra's packages.

    Raises:
        MissingExtra: when it is not installed; the hint names the command that installs it.
    """
    try:
        return import_module(name)
    except ImportError as error:
        raise MissingExtra(
            "E-SPE-001",
            f"Speech cannot be turned into text here: the package {name.partition('.')[0]!r} cannot be loaded.",
            f"Install it with: {INSTALL}. Typing an answer works without.",
        ) from error
