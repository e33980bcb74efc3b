"""The loop that its owner prepares for: one ``loop.toml`` in the data folder, the same file as for the terminal."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from starproof.batch.output import whole_file

if TYPE_CHECKING:
    from starproof.core.guide import Guide
    from starproof.core.planning import Loop

FILE = "loop.toml"


def own_loop(folder: Path, *, guide: Guide) -> Loop | None:
    """The loop kept in this folder, or ``None`` where there is none.

    Raises:
        InputError: when the file is no loop.
    """
    from starproof.api.planning import read_loop_file

    path = folder / FILE
    return read_loop_file(path, guide=guide) if path.is_file() else None


def keep_loop(folder: Path, loop: Loop, *, guide: Guide) -> Loop:
    """Check a loop and keep it.

    Raises:
        InputError: when it contradicts itself, or cannot be written.
    """
    from starproof.plan.loop.reading import read_loop
    from starproof.plan.loop.writing import write_loop

    text = write_loop(loop)
    checked = read_loop(text, guide=guide)
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    with whole_file(folder / FILE) as out:
        out.write(text)
    (folder / FILE).chmod(0o600)
    return checked


def forget_loop(folder: Path) -> None:
    """Throw the loop away."""
    (folder / FILE).unlink(missing_ok=True)
