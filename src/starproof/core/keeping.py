"""What was read off a sentence is kept for as long as the process runs, so that an edit costs what it touches.

Only pure readings are kept: the same words give the same result. Each reading keeps at most ``KEPT`` texts, those read
last, and of those longer than ``LONGEST`` only the very last; so the words of users that are held at any time are
bounded. Nothing is written anywhere. Threads may share it.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable
from dataclasses import dataclass
from functools import _lru_cache_wrapper, lru_cache, partial, update_wrapper, wraps
from inspect import signature
from typing import Any, Concatenate, Generic, ParamSpec, TypeVar, cast

P = ParamSpec("P")
T = TypeVar("T")
KEPT = 1024
"""Texts that each reading keeps: the sentences of some fifty stories."""
LONGEST = 1000
"""Code points of a text that may be a sentence which somebody edits; of longer ones only the last is kept."""
_ALL: list[_lru_cache_wrapper[Any]] = []
_SHELVES: list[Shelf[Any] | Ledger[Any]] = []


class Shelf(Generic[T]):
    """Results by what they hang on, where that is less than what they are read from; at most ``2 * most`` of them.

    What is put in pushes out the half that was not asked for since the last time.
    """

    def __init__(self, *, most: int = KEPT) -> None:
        self._most = most
        self._now: dict[Hashable, T] = {}
        self._before: dict[Hashable, T] = {}
        _SHELVES.append(self)

    def get(self, key: Hashable) -> T | None:
        """What was put under this key, or ``None``."""
        found = self._now.get(key)
        if found is None and (found := self._before.get(key)) is not None:
            self.put(key, found)
        return found

    def put(self, key: Hashable, result: T) -> T:
        """Keep a result, which must never be changed; returns it."""
        if len(self._now) >= self._most:
            self._before, self._now = self._now, {}
        self._now[key] = result
        return result

    def clear(self) -> None:
        """Drop all."""
        self._now, self._before = {}, {}

    def __len__(self) -> int:
        return len(self._now.keys() | self._before.keys())


class Ledger(dict[str, T]):
    """What was read off each of a few words, for many to be looked up in one go; a full one is begun anew."""

    def __init__(self, read: Callable[[str], T], *, most: int = 8 * KEPT) -> None:
        super().__init__()
        self._read, self._most = read, most
        _SHELVES.append(self)

    def __missing__(self, word: str) -> T:
        if len(self) >= self._most:
            self.clear()
        result = self[word] = self._read(word)
        return result


class _Readings(Ledger[T]):
    """What was read off each of many texts; a full one forgets the half that was read first, and all but one long text.

    What is looked up in a dictionary costs no step of the interpreter: a review asks two thousand times.
    """

    def __init__(self, read: Callable[[str], T]) -> None:
        super().__init__(read, most=KEPT)
        self._long: str | None = None

    def __missing__(self, text: str) -> T:
        result = self._read(text)
        if len(text) <= LONGEST:
            if len(self) >= self._most:
                self._make_room()
            return self.setdefault(text, result)
        self[text] = result
        before, self._long = self._long, text
        if before is not None and before != text:
            self.pop(before, None)
        return result

    def _make_room(self) -> None:
        for text in list(self)[: self._most // 2]:
            self.pop(text, None)


@dataclass(frozen=True, slots=True, eq=False)
class Very(Generic[T]):
    """Something that is the same only as itself, so that a key with it costs no comparing, however large it is."""

    thing: T

    def __eq__(self, other: object) -> bool:
        """Whether the other one holds the very same thing."""
        return isinstance(other, Very) and self.thing is other.thing

    def __hash__(self) -> int:
        """By what it is, not by what it holds."""
        return id(self.thing)


@lru_cache(maxsize=8 * KEPT)
def mark(*parts: Hashable) -> object:
    """A thing that stands for some parts in a key: one thing for the same parts while it is kept, then another."""
    return object()


_ALL.append(mark)


def kept(read: Callable[Concatenate[str, P], T]) -> Callable[Concatenate[str, P], T]:
    """A pure reading of a text that remembers what it read; what it gives must never be changed."""
    if len(signature(read).parameters) == 1:  # most are of a text and nothing else, and are asked for often
        alone = partial(_Readings(cast(Callable[[str], T], read)).__getitem__)
        return cast(Callable[Concatenate[str, P], T], update_wrapper(alone, read))
    short, long = remembered(KEPT)(read), remembered(1)(read)

    @wraps(read)
    def reading(text: str, /, *more: P.args, **named: P.kwargs) -> T:
        return (short if len(text) <= LONGEST else long)(text, *more, **named)

    return reading


def remembered(most: int) -> Callable[[Callable[..., T]], Callable[..., T]]:
    """A pure reading of a few words, of which the last ``most`` results are kept."""

    def remembering(read: Callable[..., T]) -> Callable[..., T]:
        reading = lru_cache(maxsize=most)(read)
        _ALL.append(reading)
        return reading

    return remembering


def forget() -> None:
    """Drop all that was kept."""
    for reading in _ALL:
        reading.cache_clear()
    for shelf in _SHELVES:
        shelf.clear()


def held() -> int:
    """How many results are kept in all."""
    return sum(reading.cache_info().currsize for reading in _ALL) + sum(map(len, _SHELVES))
