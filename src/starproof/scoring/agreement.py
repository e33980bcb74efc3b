"""How well readers of the same stories agree beyond chance."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Hashable, Sequence
from typing import TypeVar

Value = TypeVar("Value", bound=Hashable)


def cohens_kappa(pairs: Sequence[tuple[Hashable, Hashable]]) -> float | None:
    """Cohen's kappa of two readers; ``None`` without pairs, or where both always say one and the same thing."""
    n = len(pairs)
    left, right = Counter(a for a, _ in pairs), Counter(b for _, b in pairs)
    by_chance = sum(left[value] * right[value] for value in left)
    if not n or by_chance == n * n:
        return None
    observed = sum(a == b for a, b in pairs) / n
    expected = by_chance / n / n
    return round((observed - expected) / (1 - expected), 3)


def nominal(left: object, right: object) -> float:
    """Two values are alike or they are not."""
    return float(left != right)


def squared(left: int, right: int) -> float:
    """Ranks are the further apart the worse."""
    return float((left - right) ** 2)


def krippendorffs_alpha(
    units: Sequence[Sequence[Value | None]], *, distance: Callable[[Value, Value], float]
) -> float | None:
    """Krippendorff's alpha of any number of readers, who may leave units out (``None``).

    ``None`` where nobody can be compared, or where only one value was ever given.
    """
    given = [[value for value in unit if value is not None] for unit in units]
    given = [unit for unit in given if len(unit) > 1]
    everything = Counter(value for unit in given for value in unit)
    n = sum(everything.values())
    expected = _apart(everything, distance) / (n * (n - 1)) if n else 0.0
    if not expected:
        return None
    observed = sum(_apart(Counter(unit), distance) / (len(unit) - 1) for unit in given) / n
    return round(1 - observed / expected, 3)


def _apart(counts: Counter[Value], distance: Callable[[Value, Value], float]) -> float:
    """The sum of distances over all ordered pairs of the values counted."""
    return sum(counts[a] * counts[b] * distance(a, b) for a in counts for b in counts)
