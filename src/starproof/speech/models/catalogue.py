"""The speech models that starproof can fetch, as ``catalogue.toml`` lists them."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from difflib import get_close_matches
from functools import cache
from importlib.resources import files

from starproof.errors import NotFound

DEFAULT = "base"


@dataclass(frozen=True, slots=True)
class ModelFile:
    """One file of a model, pinned."""

    name: str
    size: int
    """Bytes."""
    sha256: str


@dataclass(frozen=True, slots=True)
class Model:
    """A model that can be fetched."""

    name: str
    repo: str
    revision: str
    about: str
    """What it is good for, in a sentence or two."""
    files: tuple[ModelFile, ...]

    @property
    def size(self) -> int:
        """Bytes of all files together."""
        return sum(file.size for file in self.files)

    @property
    def address(self) -> str:
        """The page where its files can be fetched by hand."""
        return f"https://huggingface.co/{self.repo}/tree/{self.revision}"


@cache
def all_models() -> tuple[Model, ...]:
    """All models, the smallest first within English and within all languages."""
    data = tomllib.loads((files(__package__) / "catalogue.toml").read_text(encoding="utf-8"))
    return tuple(Model(**{**row, "files": tuple(ModelFile(**file) for file in row["files"])}) for row in data["model"])


def find_model(name: str) -> Model:
    """The model with this name.

    Raises:
        NotFound: when there is none; the hint gives the closest names, or all.
    """
    names = [model.name for model in all_models()]
    if name in names:
        return all_models()[names.index(name)]
    close = get_close_matches(name, names, n=3) or names
    raise NotFound("E-SPE-003", f"There is no speech model {name!r}.", f"There are: {', '.join(close)}.")
