"""Fetching a model: once, with the user's consent, to a folder beside its place, and into place only when checked."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import time
from collections.abc import Callable
from pathlib import Path

from starproof.errors import InputError, MissingExtra, StarproofError, UsageError
from starproof.speech.lifeline import start
from starproof.speech.models.catalogue import Model, find_model
from starproof.speech.models.kept import find_kept, how_to_get, wrong_files
from starproof.speech.needs import INSTALL
from starproof.speech.transcriber import Cancelled, ignore, never

PLACE = "https://huggingface.co"
POLL = 0.1
"""Seconds between two looks at how far it is."""


def download(
    name: str,
    folder: Path,
    *,
    consent: bool,
    progress: Callable[[float], None] = ignore,
    cancelled: Callable[[], bool] = never,
    place: str = PLACE,
) -> Path:
    """Fetch a model and check every byte of it. What an earlier attempt left is used, or thrown away when it is wrong.

    Args:
        name: a name of the catalogue.
        folder: where models lie.
        consent: that the user, told the size, agreed. Without it nothing is fetched.
        progress: told how much is here, from 0 to 1.
        cancelled: asked about ten times a second.
        place: the address that serves the files.

    Returns:
        The model's folder.

    Raises:
        UsageError: without consent.
        NotFound: when there is no such model.
        MissingExtra: when the packages of ``[speech]`` are not installed.
        InputError: when it could not be fetched; the hint says how to do it by hand.
        Cancelled: when it was called off; what has come is kept for the next attempt.
    """
    model = find_model(name)
    target = folder / model.name
    if target.is_dir():
        return find_kept(name, folder)[1]
    if not consent:
        size = f"{model.size / 1e6:.0f} MB"
        raise UsageError(
            "E-SPE-040",
            f"Fetching {name!r} takes {size} from {place}.",
            "Agree to it first; on the command line with --yes.",
        )
    part = folder / f".{model.name}.part"
    _room(model, folder, part)
    _fetch(model, part, place, progress, cancelled)
    _check(model, folder, part)
    progress(1.0)
    return _into_place(part, target)


def _room(model: Model, folder: Path, part: Path) -> None:
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    needed = model.size - _bytes_in(part)
    free = shutil.disk_usage(folder).free
    if needed > free:
        raise InputError(
            "E-SPE-041",
            f"{str(folder)!r} has {free / 1e6:.0f} MB free, and {model.name!r} needs {needed / 1e6:.0f} MB more.",
            "Make room, or choose a smaller model.",
        )


def _fetch(
    model: Model, part: Path, place: str, progress: Callable[[float], None], cancelled: Callable[[], bool]
) -> None:
    if os.environ.get("HF_HUB_OFFLINE", "").upper() in {"1", "ON", "YES", "TRUE"}:
        raise InputError(
            "E-SPE-042", "Fetching is switched off here by HF_HUB_OFFLINE.", how_to_get(model, part.parent)
        )
    names = [file.name for file in model.files]
    asked = json.dumps(
        {"repo": model.repo, "revision": model.revision, "files": names, "folder": str(part), "place": place}
    )
    # The one process of starproof that opens a connection to another machine.
    with start("starproof.speech.models.fetching", network=True) as child:
        assert child.stdin is not None
        child.stdin.write(f"{asked}\n")
        child.stdin.flush()
        while child.poll() is None:
            if cancelled():
                child.kill()
                raise Cancelled
            progress(min(_bytes_in(part) / model.size, 0.99))
            time.sleep(POLL)
        _raise_for(child, model, part.parent)


def _raise_for(child: subprocess.Popen[str], model: Model, folder: Path) -> None:
    """Turn what the fetching process said into an error, if it failed."""
    if child.returncode == 0:
        return
    assert child.stdout is not None
    said = child.stdout.read().strip()
    if said == "missing":
        raise MissingExtra("E-SPE-001", "The packages that fetch speech models are missing.", f"Install: {INSTALL}.")
    why = said or f"the process that fetches it ended with {child.returncode}"
    raise InputError(
        "E-SPE-043", f"The speech model {model.name!r} could not be fetched: {why}.", how_to_get(model, folder)
    )


def _check(model: Model, folder: Path, part: Path) -> None:
    wrong = wrong_files(part, model)
    for file in wrong:
        (part / file.name).unlink(missing_ok=True)
    if wrong:
        names = ", ".join(file.name for file in wrong)
        raise InputError(
            "E-SPE-044",
            f"What was fetched for {model.name!r} is not what it should be: {names}. It has been deleted.",
            f"Try again. {how_to_get(model, folder)}",
        )


def _into_place(part: Path, target: Path) -> Path:
    shutil.rmtree(part / ".cache", ignore_errors=True)
    try:
        part.replace(target)
    except OSError as error:
        if not target.is_dir():  # another process may have been quicker
            raise StarproofError(
                "E-SPE-045", f"{str(target)!r} cannot be written: {error.strerror}.", "Check the folder's permissions."
            ) from error
        shutil.rmtree(part, ignore_errors=True)
    return target


def _bytes_in(folder: Path) -> int:
    total = 0
    for path in folder.rglob("*"):
        try:
            total += path.stat().st_size if path.is_file() else 0
        except FileNotFoundError:  # it was moved while we looked
            continue
    return total
