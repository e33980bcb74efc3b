"""A model off the disk again."""

from __future__ import annotations

import shutil
from pathlib import Path
from uuid import uuid4

from starproof.errors import StarproofError
from starproof.speech.models.catalogue import find_model


def delete(name: str, folder: Path) -> None:
    """Delete a model, and what an attempt to fetch it left; where there is none nothing happens.

    Args:
        name: a name of the catalogue.
        folder: where models lie.

    Raises:
        NotFound: when there is no model of this name.
        StarproofError: when it cannot be deleted.
    """
    model = find_model(name)
    for path in (folder / model.name, folder / f".{model.name}.part"):
        try:
            _delete(path)
        except OSError as error:
            raise StarproofError(
                "E-SPE-046", f"{str(path)!r} cannot be deleted: {error.strerror or error}.", "Check its permissions."
            ) from error


def _delete(path: Path) -> None:
    if path.is_symlink():  # somebody's own folder, lent to us
        path.unlink()
    elif path.is_dir():
        gone = path.with_name(f".gone-{uuid4().hex}")  # a crash then leaves no half of a model
        path.rename(gone)
        shutil.rmtree(gone)
