"""The longest run of numbers that never falls."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence


def rising(numbers: Sequence[float]) -> list[int]:
    """Places of the longest run that never falls, in order; of several as long, one. Takes n log n steps."""
    lowest: list[float] = []  # by length, the lowest number that ends a run of that length, and its place
    ends: list[int] = []
    before: list[int] = []
    for place, number in enumerate(numbers):
        spot = bisect_right(lowest, number)
        before.append(ends[spot - 1] if spot else -1)
        lowest[spot : spot + 1] = [number]
        ends[spot : spot + 1] = [place]
    run, last = [], ends[-1] if ends else -1
    while last >= 0:
        run.append(last)
        last = before[last]
    return run[::-1]
