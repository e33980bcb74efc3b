"""The user's own editor."""

from __future__ import annotations

import os
import shlex
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from starproof.errors import InputError

EVERY = 1.0
"""Seconds between two looks at a file that is being edited."""


def open_editor(path: Path, *, meanwhile: Callable[[], None] | None = None) -> None:
    """Open a file in $VISUAL or $EDITOR and wait until it is closed.

    Args:
        path: the file.
        meanwhile: called about once a second as long as the editor is open.

    Raises:
        InputError: when the editor cannot be started, or says that it failed.
    """
    editor = os.environ.get("VISUAL") or os.environ.get("EDITOR") or ("notepad" if sys.platform == "win32" else "vi")
    try:
        with _left_to_the_editor():
            process = subprocess.Popen([*shlex.split(editor), str(path)])
            code = _waited(process, meanwhile)
    except (OSError, ValueError) as error:
        why = getattr(error, "strerror", None) or error
        raise InputError(
            "E-INP-132", f"The editor {editor!r} cannot be started: {why}.", "Set EDITOR, or use --file."
        ) from error
    if code != 0:
        raise InputError("E-INP-133", f"The editor {editor!r} ended with {code}.", "Nothing was changed.")


def _waited(process: subprocess.Popen[bytes], meanwhile: Callable[[], None] | None) -> int:
    while True:
        try:
            return process.wait(None if meanwhile is None else EVERY)
        except subprocess.TimeoutExpired:
            assert meanwhile is not None
            meanwhile()


@contextmanager
def _left_to_the_editor() -> Iterator[None]:
    """Ctrl-C in an editor is a key of the editor's."""
    before = signal.signal(signal.SIGINT, lambda *_: None)  # the editor itself hears it still
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)
