"""Relative change: from A to B, stated as a percent."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial

from starproof.extract.sums.kinds.bases import bases
from starproof.extract.sums.story import wording
from starproof.extract.sums.story.directions import direction
from starproof.extract.sums.story.figures import Figure, Telling
from starproof.extract.sums.story.links import LESS, MORE
from starproof.extract.sums.story.pairs import Pair
from starproof.extract.sums.story.reading import LOOSE, NEAR, TIGHT, Reading
from starproof.extract.sums.story.scene import Scene

LOOK_BACK = 260
"""How many code points before a percent a pair may end and still be what it restates."""


def changes(scene: Scene, place: int) -> Iterator[Reading]:
    """Every relative change that this percent may restate."""
    figure = scene.story.figures[place]
    if figure.kind != "percent" or figure.quantity.unit != "%" or figure.value <= 0:
        return
    tied = figure.tied
    words = scene.cues(place)
    way = direction(scene, figure)
    pairs = scene.pairs_near(figure, LOOK_BACK)
    for pair in pairs:
        tie = scene.tie(pair, place, words=words)
        if tie is not None:
            yield from _readings(figure, pair, words, tie, way)
    again = scene.told_again(place) or scene.than(place)
    couple = scene.couple(place) if words and not pairs else None
    if couple is not None:
        yield from _readings(figure, couple, words, NEAR, way)
    if again is not None:
        yield from _readings(figure, again, words, TIGHT)
    elif words and not any(scene.tie(pair, place, words=words) == TIGHT for pair in pairs):
        yield from _from_base(scene, place, words, tied.strong or tied.pause)
    if words or tied.strong:
        for pair in scene.loose_pairs(place):
            yield from _readings(figure, pair, words, LOOSE, way)


def _readings(figure: Figure, pair: Pair, words: frozenset[str], tie: int, way: int = 0) -> Iterator[Reading]:
    low, high = sorted((pair.before, pair.after))
    if low < 0 or low == high or "pp" in (pair.first.quantity.unit, pair.last.quantity.unit):
        return  # points are a change already
    base = pair.before
    if not pair.sure and (way < 0 or (words & LESS and not words & MORE)):
        base = high
    if not pair.sure and (way > 0 or (words & MORE and not words & LESS)):
        base = low
    if not base or abs(pair.after - pair.before) / base > 9:
        return
    yield _reading(figure, pair, abs(pair.after - pair.before) / base * 100, tie)
    if words & {"faster", "quicker", "quick", "fast"} and pair.after:
        yield _reading(figure, pair, abs(pair.before / pair.after - 1) * 100, LOOSE)


def _reading(figure: Figure, pair: Pair, computed: float, tie: int) -> Reading:
    points = abs(pair.after - pair.before) if "percent" in (pair.first.kind, pair.last.kind) else None
    left = [pair.after / pair.before * 100] if pair.before else []
    slips = (
        *left,
        *([points] if points is not None else []),
        *([abs(pair.after - pair.before) / pair.after * 100] if pair.after else []),
    )
    told_points = points if points is not None and abs(points - figure.value) <= 1 else None
    told = partial(wording.change, pair.first, pair.last, computed, told_points, less=pair.after < pair.before)
    return Reading("relative_change", figure.value, computed, (pair.first.index, pair.last.index), tie, told, slips)


def _from_base(scene: Scene, place: int, words: frozenset[str], linked: bool) -> Iterator[Reading]:
    """The figure just before is where it went; where it came from is told further back."""
    figure = scene.story.figures[place]
    after = scene.subject(place)
    if after is None or not linked:
        return
    downward = words & LESS and not words & MORE
    upward = words & MORE and not words & LESS
    found = [
        base
        for base in bases(scene, after)
        if not (downward and base.value < after.value) and not (upward and base.value > after.value)
    ]
    for base, tie in _ranked(scene.story, found, figure, after):
        pair = Pair(base, after, base.value, after.value, sure=True)
        yield from _readings(figure, pair, words, tie)


def _ranked(story: Telling, found: Sequence[Figure], figure: Figure, after: Figure) -> Iterator[tuple[Figure, int]]:
    values = {base.value for base in found}
    for base in found:
        if not base.value:
            continue
        off = abs(abs(after.value - base.value) / base.value * 100 - figure.value)
        yield base, NEAR if len(values) == 1 and off <= 30 else LOOSE
