"""Waiting for what happens elsewhere: in a page, a server, a terminal, a process."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import TypeVar

PATIENCE = 60.0
"""Seconds after which what was waited for is not coming; on the slowest machine it comes long before."""
T = TypeVar("T")


def until(look: Callable[[], T], *, every: float = 0.05) -> T:
    """Look again and again until there is something to see, and return it."""
    end = time.monotonic() + PATIENCE
    while not (seen := look()):
        assert time.monotonic() < end, f"{PATIENCE:.0f} seconds were waited in vain, at last for {seen!r}"
        time.sleep(every)
    return seen
