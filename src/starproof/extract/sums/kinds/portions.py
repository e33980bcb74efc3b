"""Sums that a figure might state over a whole: so much a head, a share of it, or what is left or comes of one."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial

from starproof.extract.sums.kinds.differences import leaves_rest
from starproof.extract.sums.kinds.ratios import Ratio, changes_of_ratio, ratios
from starproof.extract.sums.story import wording
from starproof.extract.sums.story.figures import Figure
from starproof.extract.sums.story.reading import LOOSE, Reading, agrees, conceivable
from starproof.extract.sums.story.scene import Scene
from starproof.extract.sums.story.sorts import may_be_part

_SHARES = 3
"""Shares told in a row of which another is the rest."""
_NEAR, _BESIDE, _WHOLE, _ROUNDED = 8, 5, 100.0, 0.15
"""How many figures around one may be a whole, how many before it may be one that a share is taken off, what share is
all of it, and how far off any rounding is, as a share."""


def part_of(scene: Scene, figure: Figure) -> Iterator[Reading]:
    """``1,260 applicants, and one in four finished, so 315``; and what is not of that part, or comes of its change."""
    near = scene.around(figure)[:_NEAR]
    if not any(f.kind == "percent" or f.per or f.every for f in near):
        return
    told = ratios(near)
    wholes = [f for f in near if f.value > figure.value and (f.kind == figure.kind or may_be_part(figure, f))]
    for whole in wholes:
        for ratio in told:
            if whole not in ratio.told:
                yield from _of_whole(figure, ratio, whole)
    for whole in wholes:
        yield from _of_points(figure, [f for f in near if f.quantity.unit == "pp"], whole)
        for first, last, sure in changes_of_ratio(scene, told):
            if whole not in (*first.told, *last.told):
                yield from _of_change(figure, first, last, whole, sure=sure)


def _of_whole(figure: Figure, ratio: Ratio, whole: Figure) -> Iterator[Reading]:
    """A share of a whole. Nine in a hundred meters may be told as households, but nobody is held to that."""
    computed = whole.value * ratio.value
    if not conceivable(figure.value, computed):
        return
    told = partial(wording.joined, (*ratio.told, whole), " of ", computed, figure.quantity)
    operands = tuple([f.index for f in (*ratio.told, whole)])
    reading = Reading("share", figure.value, computed, operands, LOOSE, told)
    held = whole.kind == figure.kind and may_be_part(figure, whole)
    if held or (_nearly(figure, computed) and agrees(figure.quantity, reading)):
        yield reading


def _of_change(figure: Figure, first: Ratio, last: Ratio, whole: Figure, *, sure: bool) -> Iterator[Reading]:
    """``from 12 % to 3 % of 80,000 logins, so 7,200 fewer``; where the wording sets them apart, or it comes out."""
    computed = abs(first.value - last.value) * whole.value
    if not (sure or _nearly(figure, computed)) or not conceivable(figure.value, computed):
        return
    sides = (first.told[0], last.told[0])
    told = partial(wording.scaled, *sides, whole, computed, figure.quantity)
    operands = (*[f.index for f in sides], whole.index)
    reading = Reading("sum", figure.value, computed, operands, LOOSE, told)
    if sure or agrees(figure.quantity, reading):
        yield reading


def _of_points(figure: Figure, points: Sequence[Figure], whole: Figure) -> Iterator[Reading]:
    """``up 0.6 points on 1.3M sessions, so 7,800 more orders``; only if it comes out."""
    for one in points:
        computed = whole.value * one.value / _WHOLE
        told = partial(wording.joined, (one, whole), " of ", computed, figure.quantity)
        reading = Reading("share", figure.value, computed, (one.index, whole.index), LOOSE, told)
        if _nearly(figure, computed) and agrees(figure.quantity, reading):
            yield reading


def _nearly(figure: Figure, computed: float) -> bool:
    return abs(computed - figure.value) <= _ROUNDED * figure.value


def without_part(scene: Scene, figure: Figure) -> Iterator[Reading]:
    """``98.2 % of four million went well, so 72,000 failed``: what is not of the part that is told, if it comes out."""
    near = scene.around(figure)[:_NEAR]
    shares = [f for f in near if f.quantity.unit == "%" and 0 < f.value < _WHOLE]
    for whole in [f for f in near if f.value > figure.value and f.kind == figure.kind] if shares else ():
        for share in shares:
            computed = whole.value * (1 - share.value / _WHOLE)
            if _nearly(figure, computed):
                told = partial(wording.rest_of, share, whole, computed, figure.quantity)
                reading = Reading("share", figure.value, computed, (share.index, whole.index), LOOSE, told)
                if agrees(figure.quantity, reading):
                    yield reading


def rest_of_all(scene: Scene, figure: Figure) -> Iterator[Reading]:
    """``seven in ten were old; the remaining 30 %``: all of it without the shares told just before."""
    if figure.quantity.unit != "%" or not leaves_rest(figure):
        return
    shares = [f for f in scene.story.earlier(figure.place)[:_BESIDE] if f.quantity.unit == "%"]
    left = _WHOLE
    for count, share in enumerate(shares[:_SHARES], 1):
        left -= share.value
        if left > 0 and conceivable(figure.value, left):
            parts = shares[:count][::-1]
            told = partial(wording.rest_of_all, parts, left, figure.quantity)
            operands = tuple([f.index for f in parts])
            yield Reading("difference", figure.value, left, operands, LOOSE, told)


def with_percent(scene: Scene, figure: Figure) -> Iterator[Reading]:
    """A whole with a share of it taken off or put on top: "10 % on €14,000, so €15,400".

    What comes out is taken up; of what does not, nobody knows what the share was of.
    """
    near = [f for f in scene.around(figure)[:_BESIDE] if f.place < figure.place]
    for percent in near:
        if percent.kind != "percent" or percent.quantity.unit != "%" or percent.value >= _WHOLE:
            continue
        for whole in near:
            if (
                whole.kind != figure.kind
                or not may_be_part(figure, whole)
                or scene.set_against(whole.place, percent.place)
            ):
                continue
            for sign, word in ((-1, " less "), (1, " plus ")):
                computed = whole.value * (1 + sign * percent.value / 100)
                if abs(computed - figure.value) > _ROUNDED * figure.value:
                    continue
                told = partial(wording.joined, (whole, percent), word, computed, figure.quantity)
                reading = Reading("difference", figure.value, computed, (whole.index, percent.index), LOOSE, told)
                if agrees(figure.quantity, reading):
                    yield reading
