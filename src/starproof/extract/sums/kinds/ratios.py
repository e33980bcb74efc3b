"""What a story tells as so much of a whole, in whatever words: "12 %", "6 per thousand", "of every ten, four"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from starproof.core.records import record
from starproof.extract.sums.story.figures import Figure
from starproof.extract.sums.story.scene import Scene

_ALL = 100.0


@record
class Ratio:
    """A share of some whole, and the figures that tell it."""

    told: tuple[Figure, ...]
    value: float
    """What part of one it is."""

    @property
    def percent(self) -> bool:
        """Whether it is told in percent, which is what people put over any whole."""
        return self.told[0].kind == "percent"


def ratios(figures: Sequence[Figure]) -> list[Ratio]:
    """Every share that these figures tell, in their order; points are none."""
    found = [Ratio((f,), f.value / _ALL) for f in figures if f.kind == "percent" and f.quantity.unit == "%"]
    found += [Ratio((f,), f.value / f.per) for f in figures if f.per > f.value > 0]
    return found + [Ratio((part, whole), part.value / whole.value) for whole, part in _of_every(figures)]


def _of_every(figures: Sequence[Figure]) -> Iterator[tuple[Figure, Figure]]:
    """ "out of every ten pairs we shipped, four came back" """
    for whole in [f for f in figures if f.every]:
        part = next((f for f in figures if f.place == whole.place + 1), None)
        if part is not None and part.kind == "count" and 0 < part.value < whole.value:
            yield whole, part


def changes_of_ratio(scene: Scene, found: Sequence[Ratio]) -> Iterator[tuple[Ratio, Ratio, bool]]:
    """Two shares that one may have become the other, and whether the wording is sure of that."""
    told = sorted([ratio for ratio in found if len(ratio.told) == 1], key=lambda ratio: ratio.told[0].place)
    for first, last in pairwise(told):
        if first.percent == last.percent and first.value != last.value:
            yield first, last, scene.set_against(first.told[0].place, last.told[0].place)
