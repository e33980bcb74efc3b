"""Which sums a figure may state: all that are near enough to it, whether they come out as stated, and how many would
come out by chance.
"""

from __future__ import annotations

import math
from bisect import bisect_left
from collections.abc import Iterable, Sequence

from starproof.core.records import record
from starproof.extract.sums.kinds.products import by_the_point
from starproof.extract.sums.kinds.yearly import by_year
from starproof.extract.sums.story.distant import far_fetched
from starproof.extract.sums.story.figures import Figure
from starproof.extract.sums.story.reading import LOOSE, TIGHT, Reading, agrees, conceivable, tolerance
from starproof.extract.sums.story.scene import COMING, FURTHEST, Scene
from starproof.extract.sums.story.turns import TIMES
from starproof.extract.sums.weighing.candidates import candidates
from starproof.extract.sums.weighing.circular import circular

_NEARLY_ALL = 0.99
"""A distance that is so much of the larger of two figures is that figure over again."""
_SPELLED = 5
"""How many figures back a sum may reach that a sentence spells out; speech without stops is one sentence."""
_AROUND, _CHANCE = 1.5, (0.05, 0.15, 0.3, 0.6, 1.2, 2.5)
"""By how many times what is stated sums are counted as near it, and what number of them comes out by chance."""


@record
class Sum:
    """A sum that a figure may state, whether it comes out as stated, and how firmly the wording names it if at all."""

    reading: Reading
    right: bool
    tie: int | None = None


@record
class Worded:
    """What the wording around a figure names: sums, and the one of them that it amounts to if it amounts to one."""

    readings: Sequence[Reading] = ()
    chosen: Reading | None = None


def sums(scene: Scene, figure: Figure, worded: Worded) -> list[Sum]:
    """Every sum near enough to what the figure states to be it, once."""
    named = [reading for reading in worded.readings if reading.operands]
    ties: dict[Key, int] = {}
    for reading in named:
        ties[key(reading)] = max(reading.tie, ties.get(key(reading), LOOSE))
    found: dict[Key, Sum] = {}
    chosen = worded.chosen
    plain = chosen is not None and not agrees(figure.quantity, chosen) and spelled_out(scene, figure, chosen)
    near = [reading for reading in named if conceivable(reading.stated, reading.computed, reading.slips)]
    for reading in (*candidates(scene, figure), *near):
        mine = key(reading)
        if mine in found:
            continue
        operands, right = scene.at(reading.operands), agrees(figure.quantity, reading)
        if right:
            meant = not (plain and _from_elsewhere(figure, operands))
        else:
            meant = _may_be_wrong(scene, figure, reading, operands, named=mine in ties)
        if meant and not _no_product(figure, reading, operands) and not circular(scene, figure, reading, operands):
            found[mine] = Sum(reading, right, ties.get(mine))
    return list(found.values())


def spelled_out(scene: Scene, figure: Figure, reading: Reading) -> bool:
    """Whether one sentence tells a change in full: "from 96 to 84 hours, so 14 % shorter".

    Whoever reads that takes the figures that stand there, and looks for no others that would come out. What is saved a
    year is no such sum: it is often reckoned from what was paid before, a sentence earlier.
    """
    if reading.tie < TIGHT or reading.kind != "relative_change":
        return False
    places = sorted([f.place for f in scene.at(reading.operands)])
    if places != [figure.place - 2, figure.place - 1]:
        return False
    one = scene.story.figures[places[0]].sentence == figure.sentence
    return one and scene.set_against(places[0], places[-1])


def _no_product(figure: Figure, reading: Reading, operands: Sequence[Figure]) -> bool:
    """Whether the unit of a product would be another one than the figure's: "2 shops at $1.1M a point", or 14 towns at
    $21,000 a week for an amount by the year.
    """
    if reading.kind != "sum" or reading.listed or len(operands) != 2:
        return False
    count, price = operands
    if count.kind == price.kind:
        return False
    if by_the_point(price):
        return count.kind != "percent"
    if count.kind != "count" or price.often not in TIMES or count.value in TIMES[price.often]:
        return False
    return by_year(figure, money=False) and math.isclose(reading.computed, count.value * price.value, rel_tol=1e-6)


def _from_elsewhere(figure: Figure, operands: Sequence[Figure]) -> bool:
    """Whether a sum is over figures of another sentence, or further back in one than anything that is spelled out."""
    return any(f.sentence != figure.sentence or figure.place - f.place > _SPELLED for f in operands)


def _may_be_wrong(scene: Scene, figure: Figure, reading: Reading, operands: Sequence[Figure], *, named: bool) -> bool:
    """Whether a sum that does not come out is one that anybody may have meant."""
    if min(reading.stated, reading.computed) <= 0:
        return False
    if reading.kind == "difference" and (_says_again(figure, reading, operands) or _takes_nothing(reading, operands)):
        return False
    if named:
        return True
    far = _far_operands(figure, operands)
    return not far or not far_fetched(scene.story, figure, reading, far)


def _far_operands(figure: Figure, operands: Sequence[Figure]) -> Sequence[Figure]:
    """Operands in text order, if one stands further away than those beside a figure; else nothing."""
    low = min([f.place for f in operands], default=figure.place)
    if figure.place - FURTHEST <= low <= figure.place + COMING:
        return ()
    return sorted(operands, key=lambda f: f.place)


def _takes_nothing(reading: Reading, operands: Sequence[Figure]) -> bool:
    """Whether a distance is one of the two figures over again: 3,600 without three."""
    return len(operands) == 2 and reading.computed >= _NEARLY_ALL * max(f.value for f in operands)


def _says_again(figure: Figure, reading: Reading, operands: Sequence[Figure]) -> bool:
    """Whether a figure is what one of its operands is, so that it names that one again and no distance from it."""
    if figure.bare and any(f.kind == "duration" and f.value == reading.stated for f in operands):
        return True
    points = figure.quantity.unit == "pp"
    told = [f for f in operands if f.kind == figure.kind and points == (f.quantity.unit == "pp")]
    return any(f.value == figure.value for f in told)


Key = tuple[str, float, frozenset[int]]


def key(reading: Reading) -> Key:
    """What makes two readings one sum, whoever proposes them."""
    kind = reading.kind
    if kind == "versus_target":
        kind = "relative_change" if reading.percent else "difference"
    return kind, round(reading.computed, 6), frozenset(reading.operands)


def chance(figure: Figure, told: Sequence[Sum]) -> int:
    """How many sums near what is stated would come out by chance, were all spread evenly; in steps of ``_CHANCE``."""
    near = [one for one in told if 1 / _AROUND <= one.reading.stated / (one.reading.computed or math.inf) <= _AROUND]
    if not near:
        return 0
    one = near[0].reading
    window = 2 * tolerance(figure.quantity, one.stated) / one.stated
    return bisect_left(_CHANCE, (len(near) - 1) * window / (2 * math.log(_AROUND)))


def right_operands(told: Iterable[Sum]) -> frozenset[frozenset[int]]:
    """The operands of every sum that comes out as stated."""
    return frozenset(frozenset(one.reading.operands) for one in told if one.right)
