"""Lists of words by which facts are read, kept as data beside the code."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import cache, lru_cache
from importlib.resources import files


@cache
def word_lists() -> Mapping[str, Mapping[str, str]]:
    """The tables of ``words.toml`` as they stand."""
    source = files("starproof.extract.text") / "words.toml"
    data: Mapping[str, Mapping[str, str]] = tomllib.loads(source.read_text(encoding="utf-8"))
    return data


@cache
def words(table: str, key: str) -> frozenset[str]:
    """One list of ``words.toml`` as a set of words."""
    return frozenset(word_lists()[table][key].split())


@cache
def ordered(table: str, key: str) -> tuple[str, ...]:
    """One list of ``words.toml`` in its order."""
    return tuple(word_lists()[table][key].split())


@lru_cache(maxsize=4096)
def singular(word: str) -> str:
    """The singular of a plural noun in lower case, as far as word lists need it."""
    irregular = word_lists()["irregular"].get(word)
    if irregular is not None:
        return irregular
    bare = word.removesuffix("'s").removesuffix("'")
    if bare.endswith("ies") and len(bare) > 4:
        return bare[:-3] + "y"
    return bare[:-1] if len(bare) > 3 and bare.endswith("s") and not bare.endswith(("ss", "us")) else bare
