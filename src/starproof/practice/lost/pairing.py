"""Which figure of the answer tells which figure of the story: by value first, then by words, then by place.

The surest pairs are made first. A small count stands in any text, so its value alone pairs nothing.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field

from starproof.extract.defence.telling import Telling, likeness
from starproof.practice.lost.agreeing import how_said, unit_lost
from starproof.practice.lost.told import How

_SMALL = 12
"""Counts up to this need words or a place to be known again."""
_ALIKE = 0.25
"""The share of nearby words in common by which two figures tell the same thing."""
_PLAINLY = 0.5
"""The share from which a small count, of which it is not said what it counts, is another one told otherwise."""
_FARTHEST = (100, 1000)
"""Times by which a value may be off and still be the same figure, said differently; and a sum of money."""
_MOST = 60
"""Figures that are weighed against one, so that long texts take linear time."""
_HOW: dict[How, float] = {"as-written": 6.0, "converted": 4.0, "rounded": 2.0, "finer": 2.0}
"""What a pair is worth by how it agrees."""

Weigh = Callable[[int, int], tuple[float, How | None]]
"""What a pair is worth, 0 for no pair, and how the two agree."""


Around = tuple[int | None, int | None]


@dataclass(slots=True)
class Pairing:
    """Pairs so far, by the places of the figures on both sides."""

    old: Sequence[Telling]
    new: Sequence[Telling]
    pairs: dict[int, tuple[int, How | None]] = field(default_factory=dict)
    """How they agree; ``None`` for a figure said with another value."""
    taken: set[int] = field(default_factory=set)
    aside: set[int] = field(default_factory=set)
    """Figures of the story that are told again, and were paired once."""
    again: set[int] = field(default_factory=set)
    """Figures of the answer, likewise."""
    around_old: list[Around] = field(default_factory=list)
    """For each figure of the story, the figures of the answer that its paired neighbours belong to."""
    around_new: list[Around] = field(default_factory=list)
    """For each figure of the answer, its paired neighbours."""

    def free_old(self) -> list[int]:
        """The figures of the story that have no pair."""
        return [i for i in range(len(self.old)) if i not in self.pairs and i not in self.aside]

    def free_new(self) -> list[int]:
        """The figures of the answer that have no pair."""
        return [j for j in range(len(self.new)) if j not in self.taken and j not in self.again]

    def by_value(self) -> None:
        """Pair what says the same: surely, then by place, then where the unit was lost."""
        self._pair(self._surely)
        self._pair(self._in_place)
        self._pair(self._without_unit)

    def by_words(self) -> None:
        """Set aside what is only told again, and pair what is left where another value stands in the same words."""
        self._repeats()
        self._pair(self._otherwise)

    def take(self, old: int, new: Iterable[int], how: How) -> None:
        """Pair a figure with several of the answer, of which the first stands for all."""
        first, *rest = new
        self.pairs[old] = (first, how)
        self.taken.update((first, *rest))

    def _pair(self, weigh: Weigh) -> None:
        """Make the pairs that ``weigh`` finds worth something, the best first; of equals those nearest in order."""
        free, found = self.free_new(), []
        self.around_old = _neighbours([self.pairs[i][0] if i in self.pairs else None for i in range(len(self.old))])
        self.around_new = _neighbours([j if j in self.taken else None for j in range(len(self.new))])
        for i in self.free_old():
            middle = i * len(free) // max(len(self.old), 1)
            start = max(0, min(middle - _MOST // 2, len(free) - _MOST))
            for j in free[start : start + _MOST]:
                worth, how = weigh(i, j)
                if worth > 0:
                    found.append((-worth, abs(self._part(i, self.old) - self._part(j, self.new)), i, j, how))
        for _, _, i, j, how in sorted(found, key=lambda one: one[:4]):
            if i not in self.pairs and j not in self.taken:
                self.pairs[i] = (j, how)
                self.taken.add(j)

    def _part(self, place: int, side: Sequence[Telling]) -> float:
        return place / max(len(side) - 1, 1)

    def _surely(self, i: int, j: int) -> tuple[float, How | None]:
        how = how_said(self.old[i].figure, self.new[j].figure)
        if how is None:
            return 0.0, None
        alike = likeness(self.old[i], self.new[j])
        sure = alike >= _ALIKE or (how == "as-written" and not _small(self.old[i]))
        return (_HOW[how] + alike if sure else 0.0), how

    def _in_place(self, i: int, j: int) -> tuple[float, How | None]:
        how = how_said(self.old[i].figure, self.new[j].figure)
        if how is None or not self._placed(i, j):
            return 0.0, None
        return _HOW[how] + likeness(self.old[i], self.new[j]), how

    def _without_unit(self, i: int, j: int) -> tuple[float, How | None]:
        if not unit_lost(self.old[i].figure, self.new[j].figure):
            return 0.0, None
        alike = likeness(self.old[i], self.new[j])
        sure = alike >= _ALIKE or self._placed(i, j) or self.new[j].figure.value > _SMALL
        return (1.0 + alike if sure else 0.0), "unit-lost"

    def _otherwise(self, i: int, j: int) -> tuple[float, How | None]:
        one, other = self.old[i].figure, self.new[j].figure
        if one.kind != other.kind or not _of_a_size(one.value, other.value, _FARTHEST[one.kind == "money"]):
            return 0.0, None
        alike = likeness(self.old[i], self.new[j])
        if _small(self.old[i]) and _small(self.new[j]) and not (one.unit and other.unit) and alike < _PLAINLY:
            return 0.0, None
        placed = (
            one.kind != "count" and self.around_old[i] == self.around_new[j] and _of_a_size(one.value, other.value, 10)
        )
        return (alike + placed if alike >= _ALIKE or placed else 0.0), None

    def _placed(self, i: int, j: int) -> bool:
        """Whether the pair stands right behind, or right before, another pair."""
        sides = zip(self.around_old[i], self.around_new[j], strict=True)
        return any(one is not None and one == other for one, other in sides)

    def _repeats(self) -> None:
        """Set aside what is only told once more on one side than on the other."""
        for side, paired, free, gone in (
            (self.old, self.pairs.keys(), self.free_old(), self.aside),
            (self.new, self.taken, self.free_new(), self.again),
        ):
            known: dict[tuple[str, float], list[Telling]] = defaultdict(list)
            for place in paired:
                known[_value(side[place])].append(side[place])
            gone.update(i for i in free if any(_again(side[i], one) for one in known[_value(side[i])][:_MOST]))


def _neighbours(known: Sequence[int | None]) -> list[Around]:
    """For each place, the last known before it and the first known behind it."""
    before, after = _last_known(known), _last_known(known[::-1])[::-1]
    return list(zip(before, after, strict=True))


def _last_known(known: Sequence[int | None]) -> list[int | None]:
    found: list[int | None] = []
    last: int | None = None
    for one in known:
        found.append(last)
        last = last if one is None else one
    return found


def _value(telling: Telling) -> tuple[str, float]:
    return telling.figure.kind, telling.figure.value


def _small(telling: Telling) -> bool:
    return telling.figure.kind == "count" and telling.figure.value <= _SMALL


def _again(one: Telling, other: Telling) -> bool:
    how = how_said(one.figure, other.figure)
    return how == "as-written" and (one.figure.kind != "count" or not _small(one) or likeness(one, other) >= _ALIKE)


def _of_a_size(one: float, other: float, times: float) -> bool:
    """Whether two values are near enough to be taken for one another by their place alone."""
    low, high = sorted((abs(one), abs(other)))
    return high <= low * times
