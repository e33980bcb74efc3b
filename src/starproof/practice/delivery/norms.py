"""The norms that advice rests on, each with its source; see ``norms.toml``."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

_TEXTS = ("says", "source")


@dataclass(frozen=True, slots=True)
class Norm:
    """What is usual, in words and numbers, and the id of its source."""

    says: str
    source: str
    numbers: Mapping[str, float]


@dataclass(frozen=True, slots=True)
class Source:
    """Where a norm comes from."""

    title: str
    of: str


@cache
def norms() -> Mapping[str, Norm]:
    """Every norm by its name in ``norms.toml``."""
    tables = {name: table for name, table in _data().items() if name != "sources"}
    return {
        name: Norm(table["says"], table["source"], {k: v for k, v in table.items() if k not in _TEXTS})
        for name, table in tables.items()
    }


@cache
def sources() -> Mapping[str, Source]:
    """Every source by its id."""
    return {name: Source(table["title"], table["of"]) for name, table in _data()["sources"].items()}


@cache
def _data() -> Mapping[str, Mapping[str, Any]]:
    text = (files("starproof.practice.delivery") / "norms.toml").read_text(encoding="utf-8")
    return tomllib.loads(text)
