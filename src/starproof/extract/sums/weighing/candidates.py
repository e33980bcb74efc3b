"""Every sum that a figure might state, by its kind alone: any two like figures, any run of parts, any rate.

Nothing here looks at the wording; ``evidence.py`` weighs what speaks for each candidate. Only sums near enough to what
is stated are made at all.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from itertools import pairwise

from starproof.core.keeping import Shelf
from starproof.extract.sums.kinds.columns import columns
from starproof.extract.sums.kinds.factors import factors
from starproof.extract.sums.kinds.paybacks import paybacks, told_as_back
from starproof.extract.sums.kinds.portions import part_of, rest_of_all, with_percent, without_part
from starproof.extract.sums.kinds.products import products
from starproof.extract.sums.kinds.quotients import as_long, by_time, in_another, quotients
from starproof.extract.sums.kinds.rates import by_rate, times_twelve, yearly_sums
from starproof.extract.sums.kinds.stocks import flows
from starproof.extract.sums.kinds.yearly import by_year
from starproof.extract.sums.story import wording
from starproof.extract.sums.story.bareness import measured
from starproof.extract.sums.story.directions import direction
from starproof.extract.sums.story.figures import Figure
from starproof.extract.sums.story.likeness import NOTHING, of_like_size
from starproof.extract.sums.story.presented import of_all
from starproof.extract.sums.story.reading import LOOSE, Reading, conceivable
from starproof.extract.sums.story.scales import in_full, period, scale, units
from starproof.extract.sums.story.scene import Scene
from starproof.extract.sums.story.sorts import PEOPLE, may_be_part, one_sort
from starproof.extract.sums.story.successive import in_turn
from starproof.extract.sums.story.turns import TIMES
from starproof.extract.sums.weighing.circular import of_speed
from starproof.extract.sums.weighing.unlike import of_another_unit, strangers

_PARTS, _FEW, _NEARLY = 6, 4, 1.35
"""How many parts a sum has at most, how many one over different things, and by what factor that may be off; how many
figures before one a share is taken off, and what share is all of it."""
RUN = 260
"""Code points within which the parts of a sum stand before or after it."""
_NO_CHANCE = 50
"""From what size on a distance is none by chance."""
_BY_FACTOR = frozenset("divided multiplied".split(" "))
_GROWN = frozenset("doubled doubling tripled tripling trebled quadrupled".split(" "))
_PARTED = frozenset(("count", "money", "duration", "size"))


def candidates(scene: Scene, figure: Figure) -> Iterator[Reading]:
    """Every sum of this figure's kind over the figures around it that it may state, rightly or wrongly."""
    for make in _MAKERS.get(figure.kind, ()):
        yield from make(scene, figure)


_ASKED: Shelf[tuple[int | bool, ...]] = Shelf()


def asked(scene: Scene, figure: Figure) -> tuple[int | bool, ...]:
    """All that candidates read of the words around their figure, but for those in its own fields."""
    key = (figure.wording, scene.story.text[max(0, figure.start - 1) : figure.start + 1])
    return _ASKED.get(key) or _ASKED.put(key, _read(scene, figure))


def _read(scene: Scene, figure: Figure) -> tuple[int | bool, ...]:
    twelve = times_twelve(figure)
    each, rate, factor = "each" in figure.after[:3], by_rate(figure), _by_factor(figure)
    hangs = figure.tied.strong, told_as_back(figure)
    return direction(scene, figure), twelve, each, rate, factor, of_speed(figure), of_all(figure), *hangs


def _changes(scene: Scene, figure: Figure) -> Iterator[Reading]:
    if figure.quantity.unit != "%":
        return
    way = direction(scene, figure)
    for first, last, a, b in scene.couples(figure):
        if (
            a == b
            or min(a, b) < 0
            or "pp" in (first.quantity.unit, last.quantity.unit)
            or strangers(scene, first, last)
        ):
            continue
        for base, other, before, after in ((first, last, a, b), (last, first, b, a)):
            if before and (after - before) * way >= 0:
                yield from _change(figure, base, other, before, after)


def _change(figure: Figure, base: Figure, other: Figure, before: float, after: float) -> Iterator[Reading]:
    gap = abs(after - before)
    computed = gap / before * 100
    slips: tuple[float, ...] = (after / before * 100, gap / after * 100 if after else 0.0)
    points = None
    if base.kind == "percent" or other.kind == "percent":
        slips = (*slips, gap)
        points = gap if abs(gap - figure.value) <= 1 else None
    if conceivable(figure.value, computed, slips):
        told = partial(wording.change, base, other, computed, points, less=after < before)
        operands = (base.index, other.index)
        yield Reading("relative_change", figure.value, computed, operands, LOOSE, told, slips)


def _shares(scene: Scene, figure: Figure) -> Iterator[Reading]:
    if figure.quantity.unit != "%":
        return
    for first, last, a, b in scene.couples(figure):
        if a == b or min(a, b) <= 0 or first.kind not in _PARTED or last.kind not in _PARTED:
            continue
        if of_another_unit(first, last) and scene.pair_of(first.place, last.place) is None:
            continue
        part, whole = (first, last) if a <= b else (last, first)
        computed = min(a, b) / max(a, b) * 100
        if conceivable(figure.value, computed, (100 - computed,)):
            told = partial(wording.share, part, whole, computed, figure.quantity)
            operands = (part.index, whole.index)
            yield Reading("share", figure.value, computed, operands, LOOSE, told, (100 - computed,))


def _divided(scene: Scene, figure: Figure) -> Iterator[Reading]:
    """``so it was divided by three``, which reads as a count."""
    if _by_factor(figure):
        yield from _ratios(scene, figure)


def _by_factor(figure: Figure) -> bool:
    return figure.before[-1:] == ("by",) and not _BY_FACTOR.isdisjoint(figure.before[-3:])


def _ratios(scene: Scene, figure: Figure) -> Iterator[Reading]:
    for first, last, a, b in scene.couples(figure):
        low, high = (a, b) if a <= b else (b, a)
        if low <= 0 or low == high or strangers(scene, first, last) or _other_way(scene, figure, first, last):
            continue
        factor = low / high if figure.value < 1 else high / low
        slips = (factor - 1, factor + 1)
        if conceivable(figure.value, factor, slips):
            told = partial(wording.factor, first, last, factor)
            yield Reading("multiple", figure.value, factor, (first.index, last.index), LOOSE, told, slips)


def _other_way(scene: Scene, figure: Figure, first: Figure, last: Figure) -> bool:
    """Whether something doubled, and these two are told as a fall."""
    pair = None if _GROWN.isdisjoint(figure.own) else scene.pair_of(first.place, last.place)
    return pair is not None and pair.sure and pair.after < pair.before


def _differences(scene: Scene, figure: Figure) -> Iterator[Reading]:
    points = figure.quantity.unit == "pp"
    if figure.kind == "percent" and not points and not figure.bare:
        return
    for first, last, a, b in scene.couples(figure):
        gap = abs(a - b)
        slips = (gap / a * 100,) if points and a else ()
        if not gap or not (figure.bare or conceivable(figure.value, gap, slips)):
            continue
        stated = measured(figure, first, last)
        unlike = first.kind == last.kind == "count" and not one_sort(first, last)
        if stated is None or (unlike and not (figure.tied.strong and _exactly(stated, gap))):
            continue
        if not (points or of_like_size(a, b) or math.isclose(gap, stated)):
            continue  # what is left of 400,000 without three is 400,000 again
        if conceivable(stated, gap, slips):
            lent = figure.kind == "percent" and figure.bare and first.kind == last.kind == "count"
            like = figure.quantity if stated == figure.value and not lent else first.quantity
            ends = scene.in_order(first, last)
            less = (b < a) is (ends.first is first)
            told = partial(wording.distance, ends.first, ends.last, gap, like, less=less)
            yield Reading("difference", stated, gap, (first.index, last.index), LOOSE, told, slips)


def _exactly(stated: float, gap: float) -> bool:
    """Whether a distance comes out to the last digit, of a size that none has by chance: so many fans have no seat."""
    return gap >= _NO_CHANCE and math.isclose(stated, gap, rel_tol=1e-9)


def _parts(scene: Scene, figure: Figure) -> Iterator[Reading]:
    before = [f for f in scene.story.earlier(figure.place, within=RUN)[:12] if may_be_part(f, figure)]
    later = scene.story.figures[figure.place + 1 : figure.place + 8]
    after = [f for f in later if f.start - figure.end <= RUN and may_be_part(f, figure)]
    for near in (before, after):
        parts = [f for f in near if not (f.horizon and _only_when(f, figure))]
        results = _results(scene, figure, parts)
        for row in (parts, results) if 1 < len(results) < len(parts) else (parts,):
            yield from _rows(figure, row)
    if figure.kind in ("count", "money"):
        yield from columns(scene.story, figure)
    if figure.bare or figure.noun in PEOPLE:
        yield from _unlike_parts(scene, figure)


def _rows(figure: Figure, parts: Sequence[Figure]) -> Iterator[Reading]:
    for skip in (0, 1):
        for count in range(2, min(_PARTS, len(parts) - skip) + 1):
            listed = sorted(parts[skip : skip + count], key=lambda f: f.place)
            if all(one_sort(a, b) for a, b in pairwise(listed)):
                yield from _sum(figure, listed)
                yield from _what_is_left(figure, listed)


def _results(scene: Scene, figure: Figure, parts: Sequence[Figure]) -> list[Figure]:
    """The same without those that another follows from: "from 1.2 million to 480, so 720; and 36 a month, 432"."""
    told = [(part.place, scene.rests[part.place].places) for part in parts if part.place in scene.rests]
    gone = {place for result, places in told if max(places) < result for place in places}
    like = [part for part in parts if part.kind == figure.kind or part.place in scene.rests]
    return [part for part in like if part.place not in gone] if gone else []


def _only_when(part: Figure, whole: Figure) -> bool:
    """Whether a length only says when, as "in eighteen months", and is no part of a count."""
    return whole.kind != "duration" and any(unit in in_full(part.quantity.text) for unit in TIMES)


def _unlike_parts(scene: Scene, figure: Figure) -> Iterator[Reading]:
    """Counts of different things right after a total: "17 people, of whom 6 iOS, 9 Android and 3 QA"."""
    told = scene.story.figures[figure.place + 1 : figure.place + 1 + _FEW]
    for count in range(2, len(told) + 1):
        listed = told[:count]
        if any(f.kind != "count" for f in listed):
            break
        near = figure.value / _NEARLY <= sum(f.value for f in listed) <= figure.value * _NEARLY
        if near and not all(one_sort(a, b) for a, b in pairwise(listed)):
            yield from _sum(figure, listed)


def _sum(figure: Figure, parts: Sequence[Figure]) -> Iterator[Reading]:
    if (taken := in_turn(figure, parts, LOOSE)) is not None:
        yield from [taken] if conceivable(taken.stated, taken.computed) else []
        return
    values = [_in_unit(part, figure) * _times(part, figure) for part in parts]
    if min(values) < NOTHING * figure.value:
        return
    computed = sum(values)
    slips = tuple(computed - part.value for part in parts if len(parts) > 2)
    if conceivable(figure.value, computed, slips):
        told = partial(wording.joined, parts, " + ", computed, figure.quantity)
        operands = tuple(part.index for part in parts)
        yield Reading("sum", figure.value, computed, operands, LOOSE, told, slips, listed=True)


def _in_unit(part: Figure, figure: Figure) -> float:
    """The value of a part, in the unit of the total where it is told without one: "40, 25 and 55 minutes".

    And the other way round: "1,940 hours in May and 2,110 in June, so 4,050".
    """
    if part.kind == figure.kind:
        return part.value
    return units(part.quantity) if part.kind == "duration" else part.value * scale(figure.quantity)


def _what_is_left(figure: Figure, told: Sequence[Figure]) -> Iterator[Reading]:
    """A whole without several parts: ``of 31 we deleted eleven and gave away six, so fourteen``."""
    whole = max(told, key=lambda f: f.value)
    left = 2 * whole.value - sum(f.value for f in told)
    if len(told) > 2 and left > 0 and conceivable(figure.value, left):
        parts = (whole, *(f for f in told if f is not whole))
        told_so = partial(wording.joined, parts, " less ", left, figure.quantity)
        yield Reading("difference", figure.value, left, tuple(f.index for f in parts), LOOSE, told_so)


def _times(part: Figure, figure: Figure) -> float:
    each = period(part.quantity) if part.kind == "money" and by_year(figure) else ""
    return TIMES[each][0] if each in TIMES else 1.0


_Maker = Callable[[Scene, Figure], Iterator[Reading]]
_MAKERS: dict[str, tuple[_Maker, ...]] = {
    "percent": (_changes, _shares, _differences, _parts, rest_of_all),
    "multiple": (_ratios,),
    "money": (_differences, yearly_sums, _parts, products, factors, quotients, part_of, with_percent),
    "duration": (_differences, yearly_sums, _parts, products, factors, as_long, by_time, paybacks),
    "count": (
        *(_divided, _differences, yearly_sums, _parts, products, factors, quotients, by_time, in_another),
        *(part_of, with_percent, without_part, flows),
    ),
    "score": (_differences,),
    "size": (_differences, _parts),
}
