"""How far a measure could move if other stories of the same kind had been drawn."""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any

from starproof.scoring.measures import Measures
from starproof.scoring.tally import Tally

ROUNDS = 1000
SEED = 20240229
SHARE = 0.95
Path = tuple[str, ...]


def intervals(
    tallies: Sequence[Tally],
    measure: Callable[[Tally], Mapping[str, Any]],
    *,
    rounds: int = ROUNDS,
    seed: int = SEED,
) -> Measures:
    """The middle 95 % of each rate over resampled corpora, nested as the measures are: ``[low, high]``.

    Stories are drawn with replacement, whole, since the sentences of one story are not independent. The same
    tallies and seed give the same intervals.
    """
    values: dict[Path, list[float]] = {}
    for counts in _resampled(tallies, rounds, random.Random(seed)):
        for path, value in _rates(measure(counts)):
            values.setdefault(path, []).append(value)
    found: Measures = {}
    for path, drawn in values.items():
        inner = found
        for name in path[:-1]:
            inner = inner.setdefault(name, {})
        inner[path[-1]] = middle(drawn)
    return found


def middle(values: Sequence[float], *, share: float = SHARE) -> list[float]:
    """The bounds between which the middle ``share`` of the values lies."""
    ordered = sorted(values)
    cut = int(len(ordered) * (1 - share) / 2)
    return [ordered[cut], ordered[-1 - cut]]


def _resampled(tallies: Sequence[Tally], rounds: int, rng: random.Random) -> Iterator[Tally]:
    names = sorted({name for counts in tallies for name in counts})
    rows = [tuple(counts[name] for name in names) for counts in tallies]
    for _ in range(rounds if rows else 0):
        sums = map(sum, zip(*rng.choices(rows, k=len(rows)), strict=True))
        yield Counter({name: count for name, count in zip(names, sums, strict=True) if count})


def _rates(measures: Mapping[str, Any], path: Path = ()) -> Iterator[tuple[Path, float]]:
    """Every rate with its path; rates are floats, counts are not."""
    for name, value in measures.items():
        if isinstance(value, float):
            yield (*path, name), value
        elif isinstance(value, dict):
            yield from _rates(value, (*path, name))
