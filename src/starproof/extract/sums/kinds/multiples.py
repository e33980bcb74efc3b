"""Multiples: from A to B, stated as a factor."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from starproof.extract.sums.kinds.bases import bases
from starproof.extract.sums.story import wording
from starproof.extract.sums.story.figures import Figure
from starproof.extract.sums.story.pairs import Pair
from starproof.extract.sums.story.reading import LOOSE, NEAR, TIGHT, Reading
from starproof.extract.sums.story.scene import Scene

LOOK_BACK = 160


def multiples(scene: Scene, place: int) -> Iterator[Reading]:
    """Every pair whose ratio this factor may restate."""
    figure = scene.story.figures[place]
    if figure.kind != "multiple" or figure.value <= 0:
        return
    words = scene.cues(place)
    found = scene.pairs_near(figure, LOOK_BACK)
    firm = False
    for pair in found:
        tie = scene.tie(pair, place, words=words)
        if tie is not None:
            firm = firm or tie == TIGHT
            yield from _ratio(scene, place, pair, tie)
    again = scene.told_again(place) or scene.than(place)
    couple = scene.couple(place) if not found else None
    if couple is not None:
        yield from _ratio(scene, place, couple, NEAR)
    if again is not None:
        firm = True
        yield from _ratio(scene, place, again, TIGHT)
    for pair in scene.loose_pairs(place):
        yield from _ratio(scene, place, pair, LOOSE)
    after = None if firm else scene.subject(place)
    if after is not None:
        candidates = bases(scene, after)
        for base in candidates:
            pair = Pair(base, after, base.value, after.value, sure=True)
            alone = len({c.value for c in candidates}) == 1
            near = alone and 0.5 <= _factor(pair, figure.value) / figure.value <= 2
            yield from _ratio(scene, place, pair, NEAR if near else LOOSE)


def _ratio(scene: Scene, place: int, pair: Pair, tie: int) -> Iterator[Reading]:
    figure = scene.story.figures[place]
    if min(pair.before, pair.after) <= 0:
        return
    factor = _factor(pair, figure.value)
    told = partial(wording.factor, pair.first, pair.last, factor)
    yield Reading("multiple", figure.value, factor, (pair.first.index, pair.last.index), tie, told)


def _factor(pair: Pair, stated: float) -> float:
    low, high = sorted((pair.before, pair.after))
    if low <= 0:
        return 0.0
    return low / high if stated < 1 else high / low


def is_factor(figure: Figure) -> bool:
    """Whether something is taken times this figure, which states no ratio: "sixty times that", "4.9 times 1,100"."""
    if figure.own[-1:] != ("times",):
        return False
    following = figure.tail.split()[len(figure.own) :][:1]
    return bool(following) and (not figure.after or following[0] in ("that", "this", "those"))
