"""Every sum that a figure might state, by its kind alone: any two like figures, any run of parts, any rate.

Nothing here looks at the wording; ``evidence.py`` weighs what speaks for each candidate.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from itertools import combinations, pairwise, permutations

from starproof.extract.sums.bareness import comparable, measured, number_of, own_period, values
from starproof.extract.sums.figures import Figure, alike, currency, period, scale
from starproof.extract.sums.links import LESS, MORE
from starproof.extract.sums.reading import LOOSE, Reading
from starproof.extract.sums.scene import Scene
from starproof.extract.sums.sorts import PEOPLE
from starproof.extract.sums.wording import amount, number, said
from starproof.extract.sums.yearly import TIMES, by_year

FAST = frozenset("faster quicker quick fast sooner speed speedup".split(" "))
_STOPS = frozenset(", . ; : ¶ ( ) | ! ? and but or while of".split(" "))
_MINUS = frozenset(("-", "\u2212", "\u2013"))
NEAREST, FURTHEST, COMING = 7, 16, 2
"""How many earlier figures may be the nearer operand, how many the other, and how many may follow."""
_AHEAD = 120
_PARTS, _RUN = 6, 260
_TWELVE = re.compile(r" (?:times (?:twelve|12|52)|year|yearly|annually|annual|annum) ")
_EACH = re.compile(r"^ (?:\S+ ){1,5}?(?:a|each|every|per|the|one|\|) (day|week|month|quarter) ")
_PERIODS = {"hour": 3600.0, "day": 86400.0, "week": 604800.0, "month": 2592000.0}
_PARTED = frozenset(("count", "money", "duration", "size"))


def candidates(scene: Scene, figure: Figure) -> Iterator[Reading]:
    """Every sum of this figure's kind over the figures around it."""
    for make in _MAKERS.get(figure.kind, ()):
        yield from make(scene, figure)


def around(scene: Scene, figure: Figure) -> list[Figure]:
    """The figures that may be operands, nearest first: the earlier ones and the next few."""
    later = scene.story.figures[figure.place + 1 : figure.place + 1 + COMING]
    coming = [f for f in later if f.start - figure.end <= _AHEAD]
    return [*scene.story.earlier(figure.place)[:FURTHEST], *coming]


def couples(scene: Scene, figure: Figure) -> Iterator[tuple[Figure, Figure]]:
    """Two figures in text order that may be set against each other, one of them near."""
    near = around(scene, figure)
    for one, two in combinations(near, 2):
        first, last = (one, two) if one.place < two.place else (two, one)
        near_by = last.place > figure.place or figure.place - last.place <= NEAREST
        if near_by and comparable(first, last):
            yield first, last


def _changes(scene: Scene, figure: Figure) -> Iterator[Reading]:
    if figure.quantity.unit != "%":
        return
    way = direction(scene, figure)
    for first, last in couples(scene, figure):
        a, b = values(first, last)
        if "pp" in (first.quantity.unit, last.quantity.unit) or a == b or min(a, b) < 0:
            continue
        for base, other, before, after in ((first, last, a, b), (last, first, b, a)):
            if before and (after - before) * way >= 0:
                yield _change(figure, base, other, before, after)


def direction(scene: Scene, figure: Figure) -> int:
    """-1 where the words or a sign next to the figure say that something fell, 1 where it rose, 0 where neither."""
    stop = next((i for i, word in enumerate(figure.after[:4]) if word in _STOPS), 4)
    words = {*figure.before[-2:], *figure.after[:stop]}
    if words & FAST:
        return 0
    sign = scene.story.text[max(0, figure.start - 1) : figure.start + 1].strip()[:1]
    down, up = bool(words & LESS) or sign in _MINUS, bool(words & MORE) or sign == "+"
    return int(up) - int(down)


def _change(figure: Figure, base: Figure, other: Figure, before: float, after: float) -> Reading:
    computed = abs(after - before) / before * 100
    way = "less" if after < before else "more"
    sum_ = f"{said(base)} to {said(other)} is {number(computed)} % {way}"
    slips = [after / before * 100, abs(after - before) / after * 100 if after else 0.0]
    if base.kind == "percent" or other.kind == "percent":
        slips.append(abs(after - before))
        if abs(slips[-1] - figure.value) <= 1:
            sum_ = f"{said(base)} to {said(other)} is {number(slips[-1])} points, or {number(computed)} % {way}"
    return Reading("relative_change", figure.value, computed, (base.index, other.index), LOOSE, sum_, tuple(slips))


def _shares(scene: Scene, figure: Figure) -> Iterator[Reading]:
    of_it = "of" in figure.after[:3]
    if figure.quantity.unit != "%" or (direction(scene, figure) and not of_it):
        return
    for first, last in couples(scene, figure):
        a, b = values(first, last)
        part, whole = (first, last) if a <= b else (last, first)
        if _PARTED.issuperset({part.kind, whole.kind}) and 0 < min(a, b) < max(a, b):
            computed = min(a, b) / max(a, b) * 100
            sum_ = f"{said(part)} of {said(whole)} is {number(computed)} %"
            yield Reading("share", figure.value, computed, (part.index, whole.index), LOOSE, sum_, (100 - computed,))


def _ratios(scene: Scene, figure: Figure) -> Iterator[Reading]:
    for first, last in couples(scene, figure):
        low, high = sorted(values(first, last))
        if low > 0 and low != high:
            factor = low / high if figure.value < 1 else high / low
            sum_ = f"{said(first)} to {said(last)} is a factor of {number(factor)}"
            slips = (factor - 1, factor + 1)
            yield Reading("multiple", figure.value, factor, (first.index, last.index), LOOSE, sum_, slips)


def _differences(scene: Scene, figure: Figure) -> Iterator[Reading]:
    points = figure.quantity.unit == "pp"
    if figure.kind == "percent" and not points and number_of(figure) is None:
        return
    for first, last in couples(scene, figure):
        a, b = values(first, last)
        stated = measured(figure, first, last)
        if a == b or stated is None or (first.kind == last.kind == "count" and not one_sort(first, last)):
            continue
        like = figure.quantity if stated == figure.value else first.quantity
        sum_ = f"{said(first)} to {said(last)} is {amount(abs(a - b), like)} {'less' if b < a else 'more'}"
        slips = (abs(a - b) / a * 100,) if points and a else ()
        yield Reading("difference", stated, abs(a - b), (first.index, last.index), LOOSE, sum_, slips)


def _yearly(scene: Scene, figure: Figure) -> Iterator[Reading]:
    near = around(scene, figure)
    rates = [f for f in near if _rated(figure, f)]
    if figure.kind == "count" and not (by_year(figure, money=False) or _TWELVE.search(figure.lead[-60:])):
        return
    for rate in rates:
        yield from _of_rate(figure, (rate,), rate.value, each(rate))
    for one, two in combinations([f for f in near if f.kind == "money" == figure.kind][:6], 2):
        rate = one if one in rates else two
        if rate in rates and alike(one.quantity, two.quantity) and one.value != two.value:
            first, last = (one, two) if one.place < two.place else (two, one)
            yield from _of_rate(figure, (first, last), abs(one.value - two.value), each(rate))


def _rated(figure: Figure, rate: Figure) -> bool:
    """Whether this is an amount each month, week or the like, in the figure's own unit."""
    if figure.kind == "duration" or each(rate) not in TIMES:
        return False
    if rate.kind != figure.kind:
        bare = {figure.kind, rate.kind} == {"money", "count"}
        return bare and number_of(rate if figure.kind == "money" else figure) is not None
    if figure.kind == "count":
        return True
    same = currency(rate.quantity) == currency(figure.quantity)
    return same and (own_period(figure.quantity) in ("", "year") or by_year(figure))


def each(rate: Figure) -> str:
    """How often an amount recurs: by its unit, or by the words right after it."""
    if told := period(rate.quantity):
        return told
    hit = _EACH.search(rate.tail)
    return hit[1] if hit else ""


def _of_rate(figure: Figure, told: Sequence[Figure], rate: float, often: str) -> Iterator[Reading]:
    words = " to ".join(said(f) for f in told)
    for times in TIMES[often]:
        sum_ = f"{words} is {amount(rate * times, figure.quantity)} a year"
        yield Reading("annualised", figure.value, rate * times, tuple(f.index for f in told), LOOSE, sum_)


def _parts(scene: Scene, figure: Figure) -> Iterator[Reading]:
    before = [f for f in scene.story.earlier(figure.place, within=_RUN)[:12] if _part(f, figure)]
    later = scene.story.figures[figure.place + 1 : figure.place + 8]
    after = [f for f in later if f.start - figure.end <= _RUN and _part(f, figure)]
    for parts in (before, after):
        for skip in (0, 1):
            for count in range(2, min(_PARTS, len(parts) - skip) + 1):
                listed = sorted(parts[skip : skip + count], key=lambda f: f.place)
                if all(one_sort(a, b) for a, b in pairwise(listed)):
                    yield _sum(figure, listed)


def _part(part: Figure, whole: Figure) -> bool:
    if (part.quantity.unit == "pp") != (whole.quantity.unit == "pp"):
        return False
    if part.kind != whole.kind:
        bare = part if whole.kind in ("percent", "money", "duration") else whole
        return bare.kind == "count" and number_of(bare) is not None and "multiple" not in (part.kind, whole.kind)
    return one_sort(part, whole)


def one_sort(a: Figure, b: Figure) -> bool:
    """Whether two figures of one kind may be added up: the same noun, people by any name, or one without a noun."""
    if alike(a.quantity, b.quantity) or number_of(a) is not None or number_of(b) is not None:
        return True
    return all(f.kind == "count" and f.quantity.unit.rsplit(" ", 1)[-1] in PEOPLE for f in (a, b))


def _sum(figure: Figure, parts: Sequence[Figure]) -> Reading:
    computed = sum(part.value * _times(part, figure) for part in parts)
    sum_ = f"{' + '.join(said(part) for part in parts)} is {amount(computed, figure.quantity)}"
    slips = tuple(computed - part.value for part in parts if len(parts) > 2)
    return Reading("sum", figure.value, computed, tuple(part.index for part in parts), LOOSE, sum_, slips)


def _times(part: Figure, figure: Figure) -> float:
    each = period(part.quantity) if part.kind == "money" and by_year(figure) else ""
    return TIMES[each][0] if each in TIMES else 1.0


def _products(scene: Scene, figure: Figure) -> Iterator[Reading]:
    near = around(scene, figure)[:10]
    changed = [two for two in couples(scene, figure) if {f.kind for f in two} <= {"count", "duration"}][:12]
    for price in near:
        if not _is_price(price, figure):
            continue
        for count in near:
            if count is not price and _counts(count, price):
                yield from _product(figure, (count,), count.value, price)
        for first, last in changed:
            a, b = values(first, last)
            if price not in (first, last) and figure.kind != "count" and a != b and _counts(last, price):
                yield from _product(figure, (first, last), abs(a - b), price)
    if figure.kind in ("money", "duration"):
        yield from _priced_change(scene, figure, near)


def _quotients(scene: Scene, figure: Figure) -> Iterator[Reading]:
    """``960 cases among 24 people, 40 a head``."""
    if number_of(figure) is None and figure.kind != "money":
        return
    near = [f for f in around(scene, figure)[:8] if f.kind in ("count", "money") and f.value > 1]
    for whole, by in permutations(near, 2):
        if by.kind == "count" and whole.value > by.value and (figure.kind == "count" or whole.kind == "money"):
            computed = whole.value / by.value
            sum_ = f"{said(whole)} over {said(by)} is {amount(computed, figure.quantity)}"
            yield Reading("sum", figure.value, computed, (whole.index, by.index), LOOSE, sum_)


def _is_price(price: Figure, figure: Figure) -> bool:
    if price.kind != figure.kind:
        bare = {figure.kind, price.kind} == {"money", "count"}
        return bare and number_of(price if figure.kind == "money" else figure) is not None
    return price.kind != "money" or alike(price.quantity, figure.quantity)


def _product(figure: Figure, told: Sequence[Figure], count: float, price: Figure) -> Iterator[Reading]:
    many = told[0]
    times = count
    if many.kind == "duration":
        times = count / (_PERIODS.get(period(price.quantity)) or scale(many.quantity))
    for often in _repeats(figure, many, price):
        computed = price.value * times * often
        sum_ = f"{' to '.join(said(f) for f in told)} times {said(price)} is {amount(computed, figure.quantity)}"
        yield Reading("sum", figure.value, computed, (*(f.index for f in told), price.index), LOOSE, sum_)


def _repeats(figure: Figure, count: Figure, price: Figure) -> Iterator[float]:
    """Once, and as often as what is counted comes in a year."""
    yield 1.0
    if by_year(figure, money=False):
        often = each(price) or each(count)
        yield from TIMES.get(often, ())


def _priced_change(scene: Scene, figure: Figure, near: Sequence[Figure]) -> Iterator[Reading]:
    """What each piece costs less, times how many there are."""
    for first, last in list(couples(scene, figure))[:24]:
        a, b = values(first, last)
        if a == b or figure.kind not in (first.kind, last.kind):
            continue
        for count in (f for f in near if f.kind == "count" and f not in (first, last)):
            for often in _repeats(figure, count, first):
                computed = abs(a - b) * count.value * often
                sum_ = f"{said(first)} to {said(last)}, times {said(count)}, is {amount(computed, figure.quantity)}"
                operands = (first.index, last.index, count.index)
                yield Reading("sum", figure.value, computed, operands, LOOSE, sum_)


def _counts(count: Figure, price: Figure) -> bool:
    if price.kind == "count" and count.kind == "count":
        return count.place < price.place
    if count.kind == "duration":
        return price.kind == "money" and (period(price.quantity) in _PERIODS or _by_length(price, count))
    return count.kind in ("count", "multiple") or (count.kind == "money" and number_of(count) is not None)


def _by_length(price: Figure, length: Figure) -> bool:
    """Whether the words around a price name the unit of a length: "one hour costs"."""
    unit = length.quantity.text.lower().rstrip("s").rsplit(" ", 1)[-1]
    return unit.isalpha() and f" {unit}" in price.lead[-40:] + price.tail[:50]


def _part_of(scene: Scene, figure: Figure) -> Iterator[Reading]:
    near = around(scene, figure)[:8]
    for percent in near:
        if percent.kind != "percent" or percent.quantity.unit != "%":
            continue
        for whole in near:
            if whole.kind == figure.kind and _part(figure, whole) and whole.value > figure.value:
                computed = whole.value * percent.value / 100
                sum_ = f"{said(percent)} of {said(whole)} is {amount(computed, figure.quantity)}"
                yield Reading("share", figure.value, computed, (percent.index, whole.index), LOOSE, sum_)


_Maker = Callable[[Scene, Figure], Iterator[Reading]]
_MAKERS: dict[str, tuple[_Maker, ...]] = {
    "percent": (_changes, _shares, _differences, _parts),
    "multiple": (_ratios,),
    "money": (_differences, _yearly, _parts, _products, _quotients, _part_of),
    "duration": (_differences, _parts, _products),
    "count": (_differences, _yearly, _parts, _products, _quotients, _part_of),
    "score": (_differences,),
    "size": (_differences, _parts),
}
