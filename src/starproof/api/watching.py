"""Progress: how those who call are told how far long work has come."""

from __future__ import annotations

from collections.abc import Callable

Progress = Callable[[int, int], object]
"""Told after each step how many are done, of how many."""


def unwatched(done: int, total: int) -> None:
    """Nobody looks on."""
