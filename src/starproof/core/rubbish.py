"""How often things that only hold each other are looked for, to be thrown away."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from threading import Lock

MANY = 200_000
"""Things made before they are looked through; some sixty stories leave so many that are all kept on purpose."""


@dataclass(slots=True)
class _Inside:
    """How many are at work that want to be left alone, in all threads, and what held before the first of them."""

    lock: Lock = field(default_factory=Lock)
    many: int = 0
    before: tuple[int, int, int] = (0, 0, 0)

    def enter(self) -> None:
        with self.lock:
            if not self.many:
                self.before = gc.get_threshold()
                if 0 < self.before[0] < MANY:  # 0 is never; who chose that, or still less often, keeps it
                    gc.set_threshold(MANY, *self.before[1:])
            self.many += 1

    def leave(self) -> None:
        with self.lock:
            self.many -= 1
            if not self.many:
                gc.set_threshold(*self.before)


_inside = _Inside()


@contextmanager
def seldom_sought() -> Iterator[None]:
    """Look through what was made less often, where lexicons, weights and reviews make much that stays.

    The interpreter has one threshold for all threads: the first to come raises it, the last to leave puts it back.
    """
    _inside.enter()
    try:
        yield
    finally:
        _inside.leave()
