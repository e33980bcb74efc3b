"""Ratings and cards for the tests of scheduling."""

from __future__ import annotations

from typing import Any

from starproof.core.practice import CardKey, Grade, Rated
from starproof.practice.schedule import Known

NOW = "2026-05-01T08:00:00.000Z"
"""A Friday."""


def key(name: str) -> CardKey:
    return CardKey("story", story=name)


def rating(name: str, at: str, grade: Grade = "good", **more: Any) -> Rated:
    return Rated(more.pop("card", key(name)), at, grade, **{"session": at, "assignment": 0, **more})


def stories(*names: str, **more: Any) -> list[Known]:
    return [Known(key(name), title=name, **more) for name in names]
