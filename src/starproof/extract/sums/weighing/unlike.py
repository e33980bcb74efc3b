"""Figures that no change, share or factor is told of: unlike things that nothing sets side by side."""

from __future__ import annotations

from starproof.extract.sums.story.figures import Figure
from starproof.extract.sums.story.scene import Scene
from starproof.extract.sums.story.sorts import one_sort

_SPOKEN = 10
"""Up to what number things are counted in passing."""
_UNITS = frozenset(("money", "duration", "size"))


def strangers(scene: Scene, first: Figure, last: Figure) -> bool:
    """Whether two figures count different things, and nothing sets them side by side."""
    things = first.kind == last.kind and bool(first.noun and last.noun) and not one_sort(first, last)
    if not (things or _broken(first, last) or _broken(last, first) or of_another_unit(first, last)):
        return False
    return scene.pair_of(first.place, last.place) is None


def of_another_unit(first: Figure, last: Figure) -> bool:
    """Whether a few things would take their unit from a later sentence, or a length that is told bare be a percent.

    "Each shadowed two. The exam took five hours": the two are no hours.
    """
    few = first.bare and first.kind == "count" and first.value <= _SPOKEN and first.sentence < last.sentence
    lent = few and not last.bare and last.kind in _UNITS
    return lent or {first.kind, last.kind} == {"duration", "percent"}


def _broken(things: Figure, number: Figure) -> bool:
    """Whether one is a number of whole things, and the other a broken one of nothing: "four services, each at 99.9"."""
    return bool(things.kind == "count" and things.noun and not things.value % 1 and number.bare and number.value % 1)
