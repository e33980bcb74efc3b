"""Every sum that a figure might state, by its kind alone: any two like figures, any run of parts, any rate.

Nothing here looks at the wording; ``evidence.py`` weighs what speaks for each candidate. Only sums near enough to what
is stated are made at all.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from itertools import pairwise, permutations

from starproof.extract.sums import wording
from starproof.extract.sums.asked import asked, by_factor
from starproof.extract.sums.bareness import measured
from starproof.extract.sums.columns import columns, crossed
from starproof.extract.sums.directions import direction
from starproof.extract.sums.figures import Figure
from starproof.extract.sums.likeness import alike
from starproof.extract.sums.products import products
from starproof.extract.sums.rates import yearly_sums
from starproof.extract.sums.reading import LOOSE, Reading, conceivable
from starproof.extract.sums.said import said_around
from starproof.extract.sums.scales import period, scale
from starproof.extract.sums.scene import Scene
from starproof.extract.sums.sorts import PEOPLE
from starproof.extract.sums.yearly import TIMES, by_year

_PARTS, _FEW, _NEARLY = 6, 4, 1.35
"""How many parts a sum has at most, how many one over different things, and by what factor that may be off."""
RUN = 260
"""Code points within which the parts of a sum stand before or after it."""
_LEAST_TAKEN = 0.005
"""What nobody takes from a whole, as a share of it."""
_GROWN = frozenset("doubled doubling tripled tripling trebled quadrupled".split(" "))
_PARTED = frozenset(("count", "money", "duration", "size"))


def candidates(scene: Scene, figure: Figure) -> Iterator[Reading]:
    """Every sum of this figure's kind over the figures around it that it may state, rightly or wrongly."""
    for make in _MAKERS.get(figure.kind, ()):
        yield from make(scene, figure)


def _changes(scene: Scene, figure: Figure) -> Iterator[Reading]:
    if figure.quantity.unit != "%":
        return
    way = direction(scene, figure)
    for first, last, a, b in scene.couples(figure):
        if (
            a == b
            or min(a, b) < 0
            or "pp" in (first.quantity.unit, last.quantity.unit)
            or _strangers(scene, first, last)
            or _is_step(scene, first, last)
        ):
            continue
        for base, other, before, after in ((first, last, a, b), (last, first, b, a)):
            if before and (after - before) * way >= 0 and not _turned(scene, base, other):
                yield from _change(figure, base, other, before, after)


def _strangers(scene: Scene, first: Figure, last: Figure) -> bool:
    """Whether two figures count different things, and nothing sets them side by side; or are of no line of a table."""
    if crossed(scene.story, first, last):
        return True
    if one_sort(first, last) or first.kind != last.kind or not (first.noun and last.noun):
        return False
    return scene.pair_of(first.place, last.place) is None


def _turned(scene: Scene, base: Figure, other: Figure) -> bool:
    """Whether what a change would begin at is told as what it came to: "by December they were down to 1,400"."""
    return other.place < base.place and said_around(base).reached and not scene.led(base, other)


def _is_step(scene: Scene, first: Figure, last: Figure) -> bool:
    """Whether one of two figures says how far it went and not where it stands: "84 once; 36 this year, so 48 fewer"."""
    steps = said_around(first).change or said_around(last).change
    return steps and not scene.set_against(first.place, last.place)


def astray(scene: Scene, reading: Reading) -> bool:
    """Whether a change is over a figure that says how far it went, or begins at what it came to."""
    if reading.kind not in ("relative_change", "multiple") or len(reading.operands) != 2:
        return False
    base, other = scene.at(reading.operands)
    if base.value and not math.isclose(
        abs(other.value - base.value) / base.value * 100, reading.computed, rel_tol=1e-6
    ):
        base, other = other, base
    return _is_step(scene, base, other) or (reading.kind == "relative_change" and _turned(scene, base, other))


def _change(figure: Figure, base: Figure, other: Figure, before: float, after: float) -> Iterator[Reading]:
    gap = abs(after - before)
    computed = gap / before * 100
    slips: tuple[float, ...] = (after / before * 100, gap / after * 100 if after else 0.0)
    points = None
    if gap == figure.value or math.isclose(gap, figure.value, rel_tol=1e-6):
        slips = (*slips, gap)
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
        if crossed(scene.story, first, last):
            continue
        part, whole = (first, last) if a <= b else (last, first)
        computed = min(a, b) / max(a, b) * 100
        if conceivable(figure.value, computed, (100 - computed,)):
            told = partial(wording.share, part, whole, computed)
            operands = (part.index, whole.index)
            yield Reading("share", figure.value, computed, operands, LOOSE, told, (100 - computed,))


def _divided(scene: Scene, figure: Figure) -> Iterator[Reading]:
    """``so it was divided by three``, which reads as a count."""
    if by_factor(figure):
        yield from _ratios(scene, figure)


def _ratios(scene: Scene, figure: Figure) -> Iterator[Reading]:
    for first, last, a, b in scene.couples(figure):
        low, high = (a, b) if a <= b else (b, a)
        if low <= 0 or low == high or _strangers(scene, first, last) or _other_way(scene, figure, first, last):
            continue
        if _is_step(scene, first, last):
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
        if stated is None or _of_two_sorts(scene, figure, first, last) or crossed(scene.story, first, last):
            continue
        if conceivable(stated, gap, slips):
            like = figure.quantity if stated == figure.value else first.quantity
            told = partial(wording.distance, first, last, gap, like, less=b < a)
            yield Reading("difference", stated, gap, (first.index, last.index), LOOSE, told, slips)


def _of_two_sorts(scene: Scene, figure: Figure, first: Figure, last: Figure) -> bool:
    """Whether two counts are of different things; a goal may be told of other things than what came of it."""
    if not first.kind == last.kind == "count" or one_sort(first, last):
        return False
    return not (asked(scene, figure).margin and (first.index in scene.targets) != (last.index in scene.targets))


def _parts(scene: Scene, figure: Figure) -> Iterator[Reading]:
    before = [f for f in scene.story.earlier(figure.place, within=RUN)[:12] if _part(f, figure)]
    later = scene.story.figures[figure.place + 1 : figure.place + 8]
    after = [f for f in later if f.start - figure.end <= RUN and _part(f, figure)]
    for parts in (before, after):
        for skip in (0, 1):
            for count in range(2, min(_PARTS, len(parts) - skip) + 1):
                listed = sorted(parts[skip : skip + count], key=lambda f: f.place)
                if all(one_sort(a, b) for a, b in pairwise(listed)):
                    yield from _sum(figure, listed)
                    yield from _what_is_left(figure, listed)
    if figure.kind in ("count", "money"):
        yield from columns(scene.story, figure)
    if figure.bare or figure.noun in PEOPLE:
        yield from _unlike_parts(scene, figure)


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


def _part(part: Figure, whole: Figure) -> bool:
    if (part.quantity.unit == "pp") != (whole.quantity.unit == "pp"):
        return False
    if part.kind != whole.kind:
        bare = part if whole.kind in ("percent", "money", "duration", "size") else whole
        return bare.kind == "count" and bare.bare and "multiple" not in (part.kind, whole.kind)
    return one_sort(part, whole)


def one_sort(a: Figure, b: Figure) -> bool:
    """Whether two figures of one kind may be added up: the same noun, people by any name, or one without a noun."""
    if alike(a, b) or a.bare or b.bare:
        return True
    return all(f.kind == "count" and f.quantity.unit.rsplit(" ", 1)[-1] in PEOPLE for f in (a, b))


def _sum(figure: Figure, parts: Sequence[Figure]) -> Iterator[Reading]:
    computed = sum(_in_unit(part, figure) * _times(part, figure) for part in parts)
    slips = tuple(computed - part.value for part in parts if len(parts) > 2)
    if conceivable(figure.value, computed, slips):
        told = partial(wording.joined, parts, " + ", computed, figure.quantity)
        operands = tuple(part.index for part in parts)
        yield Reading("sum", figure.value, computed, operands, LOOSE, told, slips, listed=True)


def _in_unit(part: Figure, figure: Figure) -> float:
    """The value of a part, in the unit of the total where it is told without one: "40, 25 and 55 minutes"."""
    return part.value if part.kind == figure.kind else part.value * scale(figure.quantity)


def _what_is_left(figure: Figure, told: Sequence[Figure]) -> Iterator[Reading]:
    """A whole without several parts: ``of 31 we deleted eleven and gave away six, so fourteen``."""
    whole = max(told, key=lambda f: f.value)
    left = 2 * whole.value - sum(f.value for f in told)
    taken = min([f.value for f in told]) >= _LEAST_TAKEN * whole.value
    if len(told) > 2 and taken and left > 0 and conceivable(figure.value, left):
        parts = (whole, *(f for f in told if f is not whole))
        told_so = partial(wording.joined, parts, " less ", left, figure.quantity)
        yield Reading("difference", figure.value, left, tuple(f.index for f in parts), LOOSE, told_so)


def _times(part: Figure, figure: Figure) -> float:
    each = period(part.quantity) if part.kind == "money" and by_year(figure) else ""
    return TIMES[each][0] if each in TIMES else 1.0


def _quotients(scene: Scene, figure: Figure) -> Iterator[Reading]:
    """``960 cases among 24 people, 40 a head``."""
    pieces = asked(scene, figure).pieces
    if not (figure.bare or figure.kind == "money" or "each" in figure.after[:3] or pieces):
        return
    near = [f for f in scene.around(figure)[:8] if f.kind in ("count", "money") and f.value > 1]
    for whole, by in permutations(near, 2):
        if by.kind != "count" or whole.value <= by.value or not (figure.kind == "count" or whole.kind == "money"):
            continue
        if pieces and not figure.bare and figure.kind == "count" and by.noun[:5] not in pieces:
            continue
        if scene.set_against(whole.place, by.place):
            continue
        computed = whole.value / by.value
        if conceivable(figure.value, computed):
            told = partial(wording.joined, (whole, by), " over ", computed, figure.quantity)
            yield Reading("sum", figure.value, computed, (whole.index, by.index), LOOSE, told)


def _part_of(scene: Scene, figure: Figure) -> Iterator[Reading]:
    near = scene.around(figure)[:8]
    for percent in near:
        if percent.kind != "percent" or percent.quantity.unit != "%":
            continue
        for whole in near:
            computed = whole.value * percent.value / 100
            like = whole.kind == figure.kind and whole.value > figure.value
            just = {percent.place, whole.place} == {figure.place - 2, figure.place - 1}
            if like and conceivable(figure.value, computed) and (just or _part(figure, whole)):
                told = partial(wording.joined, (percent, whole), " of ", computed, figure.quantity)
                yield Reading("share", figure.value, computed, (percent.index, whole.index), LOOSE, told)


_Maker = Callable[[Scene, Figure], Iterator[Reading]]
_MAKERS: dict[str, tuple[_Maker, ...]] = {
    "percent": (_changes, _shares, _differences, _parts),
    "multiple": (_ratios,),
    "money": (_differences, yearly_sums, _parts, products, _quotients, _part_of),
    "duration": (_differences, _parts, products),
    "count": (_divided, _differences, yearly_sums, _parts, products, _quotients, _part_of),
    "score": (_differences,),
    "size": (_differences, _parts),
}
