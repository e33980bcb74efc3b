"""Sums of another shape that a figure comes out of, though none of them is ever said: three factors, two
products, comings and goings, a share of a count, points between two shares. Whoever told one of these is not held to a
simpler sum.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import combinations, pairwise, permutations, product

from starproof.extract.sums.kinds.differences import leaves_rest
from starproof.extract.sums.story.figures import Figure
from starproof.extract.sums.story.reading import Reading, agrees, rest_of
from starproof.extract.sums.story.rows import words_of
from starproof.extract.sums.story.scales import scale, units
from starproof.extract.sums.story.scene import Scene
from starproof.extract.sums.story.turns import TIMES

_NEAR, _MOVED, _SENTENCES = 8, 6, 2
"""How many figures before one may be factors, how many may come and go, and in how many sentences before its own."""
_GAINS = 4
"""How many amounts of a sentence may be gains and costs."""
_WHOM = frozenset("them those these whom".split())
_WENT = frozenset("left leave quit gone went lost sold closed retired resigned died dropped cancelled moved".split())
_CAME = frozenset("hired joined came added opened bought won returned recruited took gained grew new arrived".split())


def comes_otherwise(scene: Scene, figure: Figure, reading: Reading) -> bool:
    """Whether a figure that a sum does not come out as is a sum of another shape over the figures beside it."""
    near = _beside(scene, figure)
    if reading.kind == "multiple":
        return _of_others_set_apart(scene, figure, reading)
    multiplied = (reading.kind == "sum" and not reading.listed) or (reading.kind == "share" and figure.kind == "money")
    if multiplied and (_of_more_factors(figure, reading, near) or _of_two_beside(figure, reading, near)):
        return True
    if multiplied and _of_gains_and_costs(figure, reading, near):
        return True
    if multiplied and _of_a_change(scene, figure, reading, near):
        return True
    if reading.kind == "share" and _rest_of_it(figure, reading):
        return True
    if reading.kind == "difference" and _rest_of_another(scene, figure, reading):
        return True
    if figure.kind == "count" or figure.bare:
        return _moved(scene, figure, [*scene.at(reading.operands), *near]) or _of_a_share(figure, near)
    return figure.quantity.unit == "pp" and _between_shares(figure, near)


def _beside(scene: Scene, figure: Figure) -> list[Figure]:
    """The figures of its sentence and the two before, and the next one in its sentence."""
    story, here = scene.story, figure.place
    told = [f for f in story.figures[max(0, here - _NEAR) : here] if figure.sentence - f.sentence <= _SENTENCES]
    return told + [f for f in story.figures[here + 1 : here + 2] if f.sentence == figure.sentence]


def _of_more_factors(figure: Figure, reading: Reading, near: Sequence[Figure]) -> bool:
    """Whether one more factor or product makes it come out, or a year of one told without a number: "an hour a day"."""
    others = [f for f in near if f.index not in reading.operands and f.kind in ("count", "duration", "multiple")]
    factors = [units(f.quantity) for f in others]
    if any(factor > 1 and _comes(figure, reading, reading.computed * factor) for factor in factors):
        return True
    told = [units(f.quantity) for f in near if f.place < figure.place]
    if any(
        _comes(figure, reading, a * b + c * d) for a, b, c, d in zip(told, told[1:], told[2:], told[3:], strict=False)
    ):
        return True
    three = [f.value for f in near if f.place < figure.place][-3:]
    if any(_comes(figure, reading, a * b / c) for a, b, c in permutations(three, 3) if c and a < b):
        return True  # "twelve zones at three weeks each, four at a time"
    prices = [f.value for f in near if f.kind == figure.kind == "money"]
    return any(_comes(figure, reading, price * times) for price in prices for times in TIMES["day"])


def _of_two_beside(figure: Figure, reading: Reading, near: Sequence[Figure]) -> bool:
    """Whether two figures told side by side make it come out, however they were read: "six at one forty, 840 grand".

    Or one is shared out among the other: "90,000 on five lines, so 18,000 each".
    """
    told = [units(f.quantity) for f in near if f.place < figure.place]
    thousands = scale(figure.quantity)
    for a, b in pairwise(told):
        made = (a * b, a * b * thousands, max(a, b) / min(a, b) if min(a, b) > 1 else 0.0)
        if any(_comes(figure, reading, computed) for computed in made):
            return True
    return False


def _of_gains_and_costs(figure: Figure, reading: Reading, near: Sequence[Figure]) -> bool:
    """Whether it is what gains of its sentence leave after a cost: "$13M, and $6.4M against $2.9M: $16.5M net"."""
    told = [f for f in near if f.kind == figure.kind == "money" and f.place < figure.place]
    amounts = list(dict.fromkeys(f.value for f in told if f.sentence == figure.sentence))[-_GAINS:]
    couples = [(cost, [one for one in amounts if one != cost]) for cost in amounts]
    sums = [(cost, sum(some)) for cost, gains in couples for some in combinations(gains, 2)]
    return any(_comes(figure, reading, gained - cost) for cost, gained in sums)


def _rest_of_it(figure: Figure, reading: Reading) -> bool:
    """Whether a percent says of what it is, and is all but the part: "2,100 of 6,000 sold, so 65 % of them slept"."""
    said = figure.after[:1] == ("of",) and not _WHOM.isdisjoint(figure.after[1:2])
    return said and agrees(figure.quantity, rest_of(reading))


def _of_a_change(scene: Scene, figure: Figure, reading: Reading, near: Sequence[Figure]) -> bool:
    """Whether it is a change at a price: "returns went from 380 to 76 a year, and at 6,500 a go that's two million"."""
    told = [f for f in near if f.place < figure.place]
    couples = [(one, two) for one, two in combinations(told, 2) if scene.set_against(one.place, two.place)]
    prices = [f.value for f in told if f.kind == figure.kind or f.bare]
    changes = [abs(one.value - two.value) for one, two in couples if one.kind == two.kind]
    return any(_comes(figure, reading, change * price) for change in changes for price in prices)


def _of_others_set_apart(scene: Scene, figure: Figure, reading: Reading) -> bool:
    """Whether a factor is that of the last figure and another near it, or of two that the wording sets apart.

    "In two months 28,000, so 14,000 a month, and we needed 43,000 a month, three times as fast."
    """
    near = [f for f in _beside(scene, figure) if f.place < figure.place and f.value > 0]
    couples = [(near[-1], other) for other in near[:-1]] if near else []
    couples += [(one, two) for one, two in combinations(near, 2) if scene.set_against(one.place, two.place)]
    alike = [(one.value, two.value) for one, two in couples if one.kind == two.kind]
    factors = [min(pair) / max(pair) if figure.value < 1 else max(pair) / min(pair) for pair in alike]
    return any(agrees(figure.quantity, replace(reading, computed=factor)) for factor in factors)


def _rest_of_another(scene: Scene, figure: Figure, reading: Reading) -> bool:
    """Whether what is left is left of another whole, told further back: "46 shops, 50 planned; 20 done, 26 left"."""
    if figure.kind != "count" or not leaves_rest(figure):
        return False
    part = min(one.value for one in scene.at(reading.operands))
    return any(f.kind == "count" and f.value - part == figure.value for f in scene.story.earlier(figure.place))


def _comes(figure: Figure, reading: Reading, computed: float) -> bool:
    return agrees(figure.quantity, replace(reading, stated=figure.value, computed=computed))


def _moved(scene: Scene, figure: Figure, told: Sequence[Figure]) -> bool:
    """Whether some went and some came: "we were twelve, two left and I hired four, so fourteen"."""
    before = {f.place: f for f in told if f.kind == "count" and f.place < figure.place}
    counts = [before[place] for place in sorted(before)]
    if len(counts) < 2:
        return False
    words = set(words_of(scene.story.text[counts[0].start : figure.start]))
    signs = [sign for sign, moves in ((1, _CAME), (-1, _WENT)) if not moves.isdisjoint(words)]
    values = [f.value for f in counts]
    if any(base + sign * values[-1] == figure.value for base in values[:-1] for sign in signs):
        return True
    short = values if len(values) <= _MOVED else [*values[:2], *values[2 - _MOVED :]]
    return len(signs) == 2 and figure.value in _signed(short)


def _signed(values: Sequence[float]) -> Iterator[float]:
    """The first of these or the second, with each of what follows added or taken away or left out."""
    for first in values[:2]:
        rest = values[values.index(first) + 1 :]
        for signs in product((1, -1, 0), repeat=len(rest)):
            if sum(map(abs, signs)) > 1:
                yield first + sum(sign * value for sign, value in zip(signs, rest, strict=True))


def _of_a_share(figure: Figure, near: Sequence[Figure]) -> bool:
    """Whether a number is a share of a count: "nine points of 400 nurses, so 36"."""
    shares = [f.value / 100 for f in near if f.kind == "percent"]
    shares += [abs(one - two) for one, two in combinations(shares, 2)]
    counts = [f.value for f in near if f.kind in ("count", "money")]
    return any(abs(share * count - figure.value) < 1 / 2 for share in shares for count in counts if share > 0)


def _between_shares(figure: Figure, near: Sequence[Figure]) -> bool:
    """Whether points lie between two shares that are told as counts: "90 of 120, where it was 60 of 100"."""
    beside = [(a, b) for a, b in pairwise(near) if a.kind == b.kind == "count" and min(a.value, b.value) > 0]
    shares = [min(a.value, b.value) / max(a.value, b.value) * 100 for a, b in beside]
    return any(abs(abs(one - two) - figure.value) <= 1 / 2 for one, two in combinations(shares, 2))
