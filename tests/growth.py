"""Time that must grow with length and no faster.

Processor time, asked again before it is called too long: what else runs on a machine stretches one run, not each.
"""

from __future__ import annotations

import time
from collections.abc import Callable

from starproof.core.keeping import forget

TRIES = 3


def seconds(work: Callable[[], object]) -> float:
    """Processor seconds of one run that finds nothing read before."""
    forget()
    began = time.process_time()
    work()
    return time.process_time() - began


def assert_under(limit: float, work: Callable[[], object]) -> None:
    """The work takes less than ``limit`` processor seconds, once at least in a few runs."""
    took: list[float] = []
    while len(took) < TRIES:
        took.append(seconds(work))
        if took[-1] < limit:
            return
    raise AssertionError(f"never under {limit} s: " + ", ".join(f"{one:.3f}" for one in took))


def assert_even(took: Callable[[int], float], small: int, large: int, *, slack: float = 3.0) -> None:
    """``took(large)`` is, once in a few runs, at most ``slack`` times what ``took(small)`` and the sizes ask."""
    told: list[str] = []
    while len(told) < TRIES:
        short, long = took(small), took(large)
        if long < slack * large / small * max(short, 0.003) + 0.1:
            return
        told.append(f"{short:.4f} s for {small} and {long:.4f} s for {large}")
    raise AssertionError("grew faster than its length: " + "; ".join(told))
