"""Sums that a figure might state over a whole: so much a head, a share of it, or what is left or comes of one."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from itertools import permutations

from starproof.extract.sums.story import wording
from starproof.extract.sums.story.figures import Figure
from starproof.extract.sums.story.reading import LOOSE, Reading, agrees, conceivable
from starproof.extract.sums.story.scales import scale, units
from starproof.extract.sums.story.scene import Scene
from starproof.extract.sums.story.sorts import may_be_part

_NEAR, _BESIDE, _WHOLE, _ROUNDED = 8, 5, 100.0, 0.15
"""How many figures around one may be a whole, how many before it may be one that a share is taken off, what share is
all of it, and how far off any rounding is, as a share."""


def quotients(scene: Scene, figure: Figure) -> Iterator[Reading]:
    """``960 cases among 24 people, 40 a head``."""
    if not figure.bare and figure.kind != "money" and "each" not in figure.after[:3]:
        return
    near = [f for f in scene.around(figure)[:_NEAR] if f.kind in ("count", "money") and f.value > 1]
    for whole, by in permutations(near, 2):
        if by.kind != "count" or whole.value <= by.value or not (figure.kind == "count" or whole.kind == "money"):
            continue
        if scene.set_against(whole.place, by.place):
            continue
        computed = whole.value / by.value
        if conceivable(figure.value, computed):
            told = partial(wording.joined, (whole, by), " over ", computed, figure.quantity)
            yield Reading("sum", figure.value, computed, (whole.index, by.index), LOOSE, told)


def as_long(scene: Scene, figure: Figure) -> Iterator[Reading]:
    """How long so many take at so many a day or an hour: "870 visits at 5 a day, so 174 days"; only if it comes out."""
    stated = units(figure.quantity)
    near = [f for f in scene.around(figure)[:_NEAR] if f.kind == "count" and f.value > 1]
    for whole, by in permutations(near, 2):
        if whole.value > by.value and not scene.set_against(whole.place, by.place):
            computed = whole.value / by.value
            if abs(computed - stated) <= _ROUNDED * stated:
                total = computed * scale(figure.quantity)
                told = partial(wording.joined, (whole, by), " over ", total, figure.quantity)
                reading = Reading("sum", figure.value, total, (whole.index, by.index), LOOSE, told)
                if agrees(figure.quantity, reading):
                    yield reading


def part_of(scene: Scene, figure: Figure) -> Iterator[Reading]:
    """``1,260 applicants, and one in four finished, so 315``."""
    near = scene.around(figure)[:_NEAR]
    for percent in near:
        if percent.kind != "percent" or percent.quantity.unit != "%":
            continue
        for whole in near:
            computed = whole.value * percent.value / 100
            like = whole.kind == figure.kind and whole.value > figure.value
            if not (like and conceivable(figure.value, computed)):
                continue
            fits = may_be_part(figure, whole)
            if fits or (figure.kind == "count" and abs(computed - figure.value) <= _ROUNDED * figure.value):
                told = partial(wording.joined, (percent, whole), " of ", computed, figure.quantity)
                reading = Reading("share", figure.value, computed, (percent.index, whole.index), LOOSE, told)
                if fits or agrees(figure.quantity, reading):
                    yield reading  # nine in a hundred meters may be told as households, but nobody is held to that


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
