"""Which figures of a text were kept, changed, lost or invented in another: a rewrite, a translation, a transcript.

Figures are matched by kind, value and nearby words. Where the words are all different, as in a translation, the order
decides: what stands between the same two kept figures on both sides belongs together.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from starproof.core.facts import Quantity
from starproof.extract.defence.agreement import agree
from starproof.extract.defence.telling import Telling, likeness, tellings

_MOST = 60
"""How many figures are weighed against one, so that long texts take linear time."""
_ALIKE = 0.25
"""The share of nearby words in common by which a figure with another value is the same figure, changed."""
_SMALL = 12
"""Counts up to this stand in any text: they match by their words or their place, not by value alone."""


@dataclass(frozen=True, slots=True)
class Pair:
    """One figure as both texts tell it."""

    old: Quantity
    new: Quantity


@dataclass(frozen=True, slots=True)
class Figures:
    """What became of the figures of a text, each list in the order of the text."""

    kept: tuple[Pair, ...]
    changed: tuple[Pair, ...]
    lost: tuple[Quantity, ...]
    invented: tuple[Quantity, ...]

    @property
    def same(self) -> bool:
        """Whether nothing differs."""
        return not (self.changed or self.lost or self.invented)


def compare_figures(old: str, new: str, *, old_figures: Sequence[Quantity], new_figures: Sequence[Quantity]) -> Figures:
    """What became of the figures of ``old`` in ``new``.

    A figure told twice in one text and once in the other is neither lost nor invented.
    """
    work = _Matching(tellings(old, old_figures), tellings(new, new_figures))
    work.pair(_surely)
    work.pair(work.in_place)
    kept = dict(work.pairs)
    work.repeats()
    work.pair(work.changed)
    changed = {one: other for one, other in work.pairs.items() if one not in kept}
    return Figures(
        kept=work.told(kept),
        changed=work.told(changed),
        lost=tuple(work.old[one].figure for one in work.free_old()),
        invented=tuple(work.new[other].figure for other in work.free_new()),
    )


@dataclass(slots=True)
class _Matching:
    """Pairs so far, by the places of the figures on both sides."""

    old: Sequence[Telling]
    new: Sequence[Telling]
    pairs: dict[int, int] = field(default_factory=dict)
    taken: set[int] = field(default_factory=set)
    repeated: tuple[set[int], set[int]] = field(default_factory=lambda: (set(), set()))

    def free_old(self) -> list[int]:
        return [i for i in range(len(self.old)) if i not in self.pairs and i not in self.repeated[0]]

    def free_new(self) -> list[int]:
        return [i for i in range(len(self.new)) if i not in self.taken and i not in self.repeated[1]]

    def told(self, pairs: dict[int, int]) -> tuple[Pair, ...]:
        return tuple(Pair(self.old[one].figure, self.new[other].figure) for one, other in sorted(pairs.items()))

    def pair(self, weigh: Callable[[Telling, Telling], float]) -> None:
        """Pair what is free, each with the best that ``weigh`` finds above zero, the closest in order first."""
        self._bounds()
        free = self.free_new()
        for one in self.free_old():
            near = bisect_left(free, self._expected(one))
            window = free[max(0, near - _MOST // 2) : near + _MOST // 2]
            scored = [
                (weigh(self.old[one], self.new[other]), -abs(other - self._expected(one)), other) for other in window
            ]
            best = max(scored, default=(0.0, 0, 0))
            if best[0] > 0:
                self.pairs[one] = best[2]
                self.taken.add(best[2])
                free.remove(best[2])

    def _expected(self, one: int) -> int:
        """Where the other text should tell it: behind what the figure before was paired with."""
        return self.old[one].before + 1 if self.old[one].before >= 0 else one

    def _bounds(self) -> None:
        """Note for each figure the kept ones around it, named by their place in the new text."""
        back = {other: other for other in self.pairs.values()}
        for side, known in ((self.old, self.pairs), (self.new, back)):
            last = -1
            for place, telling in enumerate(side):
                telling.before = last
                last = known.get(place, last)
            last = len(self.new)
            for place in range(len(side) - 1, -1, -1):
                side[place].after = last
                last = known.get(place, last)

    def in_place(self, one: Telling, other: Telling) -> float:
        """The same value between the same kept figures."""
        return 1.0 + likeness(one, other) if agree(one.figure, other.figure) and _between(one, other) else 0.0

    def changed(self, one: Telling, other: Telling) -> float:
        """Another value of the same kind in the same words or the same place."""
        if one.figure.kind != other.figure.kind:
            return 0.0
        alike = likeness(one, other)
        placed = one.before == other.before and one.after == other.after and _of_a_size(one.figure, other.figure)
        return alike + placed if alike >= _ALIKE or placed else 0.0

    def repeats(self) -> None:
        """Set aside what is only told once more, or once less, than on the other side."""
        for mine, theirs, free, gone in (
            (self.old, list(self.pairs), self.free_old(), self.repeated[0]),
            (self.new, sorted(self.taken), self.free_new(), self.repeated[1]),
        ):
            told = _by_value(mine, theirs)
            gone.update(i for i in free if any(_again(mine[i], other) for other in told[_key(mine[i])]))


def _surely(one: Telling, other: Telling) -> float:
    """The same value, and one that says enough by itself, or in the same words."""
    if not agree(one.figure, other.figure):
        return 0.0
    alike = likeness(one, other)
    small = one.figure.kind == "count" and one.figure.value <= _SMALL
    return 0.0 if small and alike < _ALIKE else 1.0 + alike


def _between(one: Telling, other: Telling) -> bool:
    return one.before == other.before or one.after == other.after


def _of_a_size(old: Quantity, new: Quantity) -> bool:
    """Whether two values are near enough to be taken for one another by their place alone."""
    low, high = sorted((abs(old.value), abs(new.value)))
    return high <= low * (3 if old.kind == "count" else 10)


def _again(one: Telling, other: Telling) -> bool:
    return agree(one.figure, other.figure) and (one.figure.kind != "count" or likeness(one, other) > 0)


def _by_value(side: Sequence[Telling], places: Sequence[int]) -> dict[tuple[str, float], list[Telling]]:
    """Some tellings of each value, for looking one up."""
    found: dict[tuple[str, float], list[Telling]] = defaultdict(list)
    for place in places:
        if len(found[_key(side[place])]) < _MOST:
            found[_key(side[place])].append(side[place])
    return found


def _key(telling: Telling) -> tuple[str, float]:
    return telling.figure.kind, float(f"{telling.figure.value:.6g}")
