"""Where models lie: one folder for each by its name, put there whole and checked, or a folder that the user gives."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from pathlib import Path

from starproof.errors import InputError, NotFound
from starproof.files import at_home
from starproof.speech.models.catalogue import Model, ModelFile, all_models, find_model

NEEDED = ("model.bin", "config.json", "tokenizer.json")
"""Without one of these an engine would not start, or would look for it on the network."""


@dataclass(frozen=True, slots=True)
class Kept:
    """A model and whether it is here."""

    model: Model
    path: Path
    """Its folder, which is there only when the model is."""
    here: bool


def status(folder: Path) -> tuple[Kept, ...]:
    """Every model of the catalogue, and whether this folder has it whole."""
    return tuple(Kept(model, folder / model.name, _whole(folder / model.name, model)) for model in all_models())


def find_kept(name_or_path: str, folder: Path) -> tuple[str, Path]:
    """The name and the folder of a model that is on this machine.

    Args:
        name_or_path: a name of the catalogue, or else the path of a folder with a model's files.
        folder: where fetched models lie.

    Raises:
        NotFound: when there is no such model, or it has not been fetched; the hint says how.
        InputError: when its files are not whole.
    """
    if name_or_path not in {model.name for model in all_models()}:
        given = at_home(name_or_path)
        if given.is_dir():
            return given.resolve().name, _complete(given)
        if len(given.parts) > 1 or "/" in name_or_path:  # "./name" has one part
            raise NotFound("E-SPE-004", f"There is no folder {name_or_path!r}.", "Give the folder of a model's files.")
    return _fetched(find_model(name_or_path), folder)


def _fetched(model: Model, folder: Path) -> tuple[str, Path]:
    path = folder / model.name
    if not path.is_dir():
        raise NotFound(
            "E-SPE-005", f"The speech model {model.name!r} is not on this machine.", how_to_get(model, folder)
        )
    if not _whole(path, model):
        raise InputError(
            "E-SPE-006", f"The speech model in {str(path)!r} is not whole.", "Delete the folder and fetch it again."
        )
    return model.name, path


def how_to_get(model: Model, folder: Path) -> str:
    """How a user gets a model: by a command, or by hand."""
    size = f"{model.size / 1e6:.0f} MB"
    names = ", ".join(file.name for file in model.files)
    return (
        f"Fetch it once ({size}) with: starproof speech download {model.name}. "
        f"Or fetch {names} from {model.address} by hand, into {str(folder / model.name)!r}."
    )


def wrong_files(path: Path, model: Model) -> tuple[ModelFile, ...]:
    """The files that are missing here or are not byte for byte those of the catalogue."""
    return tuple(file for file in model.files if not _same(path / file.name, file))


def _same(path: Path, file: ModelFile) -> bool:
    if not path.is_file() or path.stat().st_size != file.size:
        return False
    with path.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest() == file.sha256


def _whole(path: Path, model: Model) -> bool:
    """Whether all files are there with their sizes; their sums were checked when they came."""
    found = [path / file.name for file in model.files]
    return all(one.is_file() and one.stat().st_size == file.size for one, file in zip(found, model.files, strict=True))


def _complete(path: Path) -> Path:
    missing = [name for name in NEEDED if not (path / name).is_file()]
    if missing:
        raise InputError(
            "E-SPE-007",
            f"The folder {str(path)!r} holds no whole speech model: it lacks {', '.join(missing)}.",
            "Give a folder with the files of a faster-whisper model.",
        )
    return path
