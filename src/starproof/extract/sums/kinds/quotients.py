"""What a figure may be one amount over another: so much a head or a week, how often, how long so many take."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from itertools import permutations

from starproof.extract.sums.story import wording
from starproof.extract.sums.story.figures import Figure
from starproof.extract.sums.story.likeness import alike
from starproof.extract.sums.story.reading import LOOSE, Reading, agrees, conceivable
from starproof.extract.sums.story.scales import in_full, scale, units
from starproof.extract.sums.story.scene import Scene

_BY_PIECE = frozenset("each a an per every apiece".split())
_NEAR, _BESIDE, _ROUNDED = 8, 5, 0.15
"""How many figures around one may be divided, how many amounts, and how far off any rounding is, as a share."""


def quotients(scene: Scene, figure: Figure) -> Iterator[Reading]:
    """``960 cases among 24 people, 40 a head``."""
    if not figure.bare and figure.kind != "money" and _BY_PIECE.isdisjoint(figure.after[:3]):
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


def by_time(scene: Scene, figure: Figure) -> Iterator[Reading]:
    """``63 hours a week among 7 squads, 9 hours each``, ``7,700 calls in ten weeks, so 770 a week``."""
    each = not _BY_PIECE.isdisjoint(figure.after[:3]) or figure.before[-1:] == ("every",)
    often = figure.often or ("year" if figure.a_year and figure.kind == "count" else "")
    if not (each if figure.kind == "duration" else often):
        return
    near = scene.around(figure)[:_NEAR]
    for whole in [f for f in near if f.kind == figure.kind and f.value > figure.value]:
        for by in near:
            many = _divides(figure, by, often)
            if by is whole or many <= 1 or scene.set_against(whole.place, by.place):
                continue
            computed = whole.value / many
            if conceivable(figure.value, computed):
                told = partial(wording.joined, (whole, by), " over ", computed, figure.quantity)
                yield Reading("sum", figure.value, computed, (whole.index, by.index), LOOSE, told)


def _divides(figure: Figure, by: Figure, often: str) -> float:
    """What a length is divided by, a count; and what a count by the week is, a number of weeks."""
    if figure.kind == "duration":
        return by.value if by.kind == "count" else 0.0
    return units(by.quantity) if by.kind == "duration" and often in in_full(by.quantity.text) else 0.0


def in_another(scene: Scene, figure: Figure) -> Iterator[Reading]:
    """``a budget of $300K at $30K each, so ten people``: an amount or a length in another, if it comes out."""
    near = [f for f in scene.around(figure) if f.kind in ("money", "duration") and f.value > 0][:_BESIDE]
    for whole, price in permutations(near, 2):
        computed = whole.value / price.value
        near_it = abs(computed - figure.value) <= _ROUNDED * figure.value
        if near_it and computed > 1 and alike(whole, price) and not scene.set_against(whole.place, price.place):
            told = partial(wording.joined, (whole, price), " over ", computed, figure.quantity)
            reading = Reading("sum", figure.value, computed, (whole.index, price.index), LOOSE, told)
            if agrees(figure.quantity, reading):
                yield reading


def as_long(scene: Scene, figure: Figure) -> Iterator[Reading]:
    """How long so many take at so many a day or an hour: "870 visits at 5 a day, so 174 days"; only if it comes out.

    What recurs, "four every night", is never done with.
    """
    stated = units(figure.quantity)
    near = [f for f in scene.around(figure)[:_NEAR] if f.kind == "count" and f.value > 1]
    for whole, by in permutations(near, 2):
        if whole.value > by.value and not whole.often and not scene.set_against(whole.place, by.place):
            computed = whole.value / by.value
            if abs(computed - stated) <= _ROUNDED * stated:
                total = computed * scale(figure.quantity)
                told = partial(wording.joined, (whole, by), " over ", total, figure.quantity)
                reading = Reading("sum", figure.value, total, (whole.index, by.index), LOOSE, told)
                if agrees(figure.quantity, reading):
                    yield reading
