"""Parts and what they are of: what a wording tells as a part of its own whole is in no other sum with it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from starproof.extract.sums.doubts.subjects import names_another_whole
from starproof.extract.sums.kinds.differences import leaves_rest
from starproof.extract.sums.kinds.parts import is_part
from starproof.extract.sums.story.figures import Figure
from starproof.extract.sums.story.reading import Reading, agrees
from starproof.extract.sums.story.rows import words_of
from starproof.extract.sums.story.scene import Scene
from starproof.extract.sums.weighing.evidence import COMPARED

_OF = frozenset("out of the our all those these".split())
"""All that stands between a part and its whole."""
_ONE, _ONE_NEAR = "one", 6
_REPLACES = (("in", "place"), ("instead", "of"), ("rather", "than"), ("where", "it"))
_LOST, _LOST_NEAR = frozenset(["lost", "lose", "losing"]), 2
_ALL, _EACH = frozenset("those these the all both".split()), frozenset("each apiece per every".split())
_WORTH = re.compile(
    r"^ (?:(?!each |every )[a-z'-]+ ){0,3}?(?:worth|costs?|brought(?: in)?|brings?(?: in)?|earned|came to|come to|made"
    r") (?:us |the firm |about |some |another )*$"
)
"""Between so many that are known already and what all of them come to."""
_ALL_OF_IT = 100.0
_ROUGH, _TWO = 0.1, 2
"""How much of "a week" a length may lack that is worked out."""


def of_other_wholes(scene: Scene, figure: Figure, reading: Reading) -> bool:
    """Whether the wording tells that a figure, or a share in its sum, is of something else than the sum says."""
    operands = scene.at(reading.operands)
    if reading.kind in ("sum", "difference") and _beside_its_whole(scene, figure, operands):
        return True
    if reading.kind in (*COMPARED, "versus_target", "share") and _one_of(figure, operands):
        return True
    if reading.kind == "sum" and _multiplied(reading, operands) and _no_factors(scene, operands):
        return True
    return reading.kind == "share" and _share_of_another(scene, operands)


def _multiplied(reading: Reading, operands: Sequence[Figure]) -> bool:
    """Whether a sum is one figure times another, once or by the year."""
    if len(operands) != _TWO or reading.listed:
        return False
    product = operands[0].value * operands[1].value
    return product > 0 and not 0 < reading.computed < product * (1 - _ROUGH)


def _no_factors(scene: Scene, operands: Sequence[Figure]) -> bool:
    one, two = sorted(operands, key=lambda operand: operand.place)
    return _worth_of_all(scene, one, two) or _parted(scene, one, two)


def _worth_of_all(scene: Scene, many: Figure, amount: Figure) -> bool:
    """Whether an amount is what so many come to together, and so no price: "those nine were worth $110,000"."""
    known = many.kind == "count" and not _ALL.isdisjoint((*many.before[-1:], *many.own[:1]))
    together = known and amount.kind == "money" and amount.place == many.place + 1
    return together and bool(_WORTH.search(scene.story.between(many, amount))) and _EACH.isdisjoint(amount.after[:4])


def _parted(scene: Scene, one: Figure, two: Figure) -> bool:
    """Whether a number would be multiplied by a part of itself: "of the 340 customers, 331 moved"."""
    unlike = one.noun and two.noun and one.noun != two.noun
    return not unlike and "each" not in one.before and is_part(scene, one, two)


def of_another_share(scene: Scene, figure: Figure, reading: Reading) -> bool:
    """Whether a share that does not come out is told of other figures than these."""
    if reading.kind != "share" or figure.kind != "percent":
        return False
    if reading.computed > _ALL_OF_IT:
        return True  # no part is more than its whole
    return _other_share(scene, figure, reading) or _went(figure, scene.at(reading.operands))


def _other_share(scene: Scene, figure: Figure, reading: Reading) -> bool:
    """Whether a share is the one told right behind, in place of which this one stands: "80 % in place of 60 %"."""
    behind = scene.story.figures[figure.place + 1 : figure.place + 2]
    same = [f for f in behind if f.kind == figure.kind == "percent" and f.sentence == figure.sentence]
    return any(figure.after[:2] in _REPLACES and agrees(f.quantity, replace(reading, stated=f.value)) for f in same)


def _went(figure: Figure, operands: Sequence[Figure]) -> bool:
    """Whether the whole is told as what went: "we lost 6,000 a month, so 3 %" is no share of those."""
    whole = max(operands, key=lambda operand: operand.value)
    return whole.place == figure.place - 1 and not _LOST.isdisjoint(whole.before[-_LOST_NEAR:])


def _beside_its_whole(scene: Scene, figure: Figure, operands: Sequence[Figure]) -> bool:
    """Whether a part and its whole are told in one breath: "three big schools, and 11 of 14 are on it"."""
    return not leaves_rest(figure) and any(
        abs(operand.place - figure.place) == 1 and _is_of(scene, *sorted((operand, figure), key=lambda f: f.place))
        for operand in operands
    )


def _is_of(scene: Scene, part: Figure, whole: Figure) -> bool:
    between = words_of(scene.story.text[part.end : whole.start])
    return "of" in between and _OF.issuperset(between)


def _one_of(figure: Figure, operands: Sequence[Figure]) -> bool:
    """Whether a percent is one of so many: "of 33 runs we were late in one, which is 3 %" is no change."""
    if figure.kind != "percent" or _ONE not in figure.before[-_ONE_NEAR:] or any(o.value == 1 for o in operands):
        return False
    return any(operand.value > 1 and abs(100 / operand.value - figure.value) <= 1 / 2 for operand in operands)


def _share_of_another(scene: Scene, operands: Sequence[Figure]) -> bool:
    """Whether a share names what it is of, and money would be taken for it: "40 % of the range"."""
    money = [operand.index for operand in operands if operand.kind == "money"]
    shares = [operand for operand in operands if operand.kind == "percent"]
    return bool(money) and any(names_another_whole(scene, share, money) for share in shares)


def loosely_a_length(figure: Figure, reading: Reading) -> bool:
    """Whether "a week" would be worked out from others and is not: it is no more than a manner of speaking."""
    if figure.kind != "duration" or not figure.quantity.text.lower().startswith(("a ", "an ")):
        return False
    return reading.kind == "sum" and abs(reading.stated - reading.computed) > _ROUGH * reading.stated
