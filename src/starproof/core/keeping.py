"""What was read off a sentence is kept for as long as the process runs, so that an edit costs what it touches.

Only pure readings are kept: the same words give the same result. Each reading keeps at most ``KEPT`` texts, those used
last, and of those longer than ``LONGEST`` only the very last; so the words of users that are held at any time are
bounded. Nothing is written anywhere. Threads may share it.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import _lru_cache_wrapper, lru_cache, wraps
from typing import Any, Concatenate, ParamSpec, TypeVar

P = ParamSpec("P")
T = TypeVar("T")
KEPT = 1024
"""Texts that each reading keeps: the sentences of some fifty stories."""
LONGEST = 1000
"""Code points of a text that may be a sentence which somebody edits; of longer ones only the last is kept."""
_ALL: list[_lru_cache_wrapper[Any]] = []


def kept(read: Callable[Concatenate[str, P], T]) -> Callable[Concatenate[str, P], T]:
    """A pure reading of a text that remembers what it read; what it gives must never be changed."""
    short: Callable[..., T] = _remembered(KEPT, read)
    long: Callable[..., T] = _remembered(1, read)

    @wraps(read)
    def reading(text: str, /, *more: P.args, **named: P.kwargs) -> T:
        return (short if len(text) <= LONGEST else long)(text, *more, **named)

    return reading


def _remembered(most: int, read: Callable[..., T]) -> _lru_cache_wrapper[T]:
    remembered = lru_cache(maxsize=most)(read)
    _ALL.append(remembered)
    return remembered


def forget() -> None:
    """Drop all that was kept."""
    for remembered in _ALL:
        remembered.cache_clear()


def held() -> int:
    """How many results are kept in all."""
    return sum(remembered.cache_info().currsize for remembered in _ALL)
