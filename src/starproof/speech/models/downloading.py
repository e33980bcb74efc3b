"""Fetching a model: once, with the user's consent, to a folder beside its place, and into place only when checked."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable
from functools import partial
from pathlib import Path

from starproof.errors import InputError, StarproofError, UsageError
from starproof.speech.models.catalogue import Model, find_model
from starproof.speech.models.fetching import Unfetched, fetch
from starproof.speech.models.kept import find_kept, how_to_get, wrong_files
from starproof.speech.transcriber import ignore, never

PLACE = "https://huggingface.co"


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
        cancelled: asked at every quarter of a megabyte.
        place: the server, by its address.

    Returns:
        The model's folder.

    Raises:
        UsageError: without consent.
        NotFound: when there is no such model.
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
    part.mkdir(exist_ok=True, mode=0o700)
    done = 0
    for file in model.files:
        address = f"{place}/{model.repo}/resolve/{model.revision}/{file.name}"
        told = partial(_tell, progress, done, model.size)
        try:
            fetch(address, part / file.name, file.size, told=told, cancelled=cancelled)
        except Unfetched as error:
            raise InputError(
                "E-SPE-043",
                f"The speech model {model.name!r} could not be fetched from {place}: {error}.",
                how_to_get(model, part.parent),
            ) from error
        done += file.size


def _tell(progress: Callable[[float], None], done: int, size: int, here: int) -> None:
    progress(min((done + here) / size, 0.99))


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
    return sum(path.stat().st_size for path in folder.glob("*")) if folder.is_dir() else 0
