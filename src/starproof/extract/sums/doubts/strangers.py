"""Figures that nothing but nearness puts together: orders a month and dollars a month, teams and a price."""

from __future__ import annotations

from starproof.extract.sums.story.bareness import CURRENCY, no_money
from starproof.extract.sums.story.figures import Figure
from starproof.extract.sums.story.likeness import of_like_size
from starproof.extract.sums.story.reading import Reading
from starproof.extract.sums.story.scene import Scene

_PIECE = frozenset(["each", "apiece", "per", "every"])
_REMOTE, _FAR_OFF = 2, 2.5
"""So many sentences apart two factors are strangers, and from how many times one another two figures are."""


def counted(scene: Scene, figure: Figure, reading: Reading) -> bool:
    """Whether money would be the year of something counted: "19,000 a day" are no dollars.

    Of numbers told alone nobody knows what they are of: "that's nine ninety a day, so three hundred thousand a year".
    """
    if reading.kind != "annualised" or figure.kind != "money":
        return False
    operands = scene.at(reading.operands)
    alone = no_money(figure)
    return all(operand.kind == "count" and not (operand.bare and alone) for operand in operands)


def strangers(scene: Scene, reading: Reading) -> bool:
    """Whether nothing but nearness puts two figures together: orders a month and dollars a month, teams and a price."""
    operands = sorted(scene.at(reading.operands), key=lambda operand: operand.place)
    if _change_of_strangers(scene, reading):
        return True
    if len(operands) != 2 or reading.listed:
        return False
    first, last = operands
    if _lends_thousands(scene, reading, first, last):
        return True
    if reading.kind == "annualised":
        alone, other = sorted(operands, key=no_money, reverse=True)
        names_one = bool(CURRENCY.search(" ".join(other.own))) and not scene.set_against(first.place, last.place)
        return no_money(alone) and names_one
    by_the_piece = any(not _PIECE.isdisjoint((*f.before[-3:], *f.after[:3])) for f in operands)
    return reading.kind == "sum" and last.sentence - first.sentence > _REMOTE and not by_the_piece


def _change_of_strangers(scene: Scene, reading: Reading) -> bool:
    """Whether a product is of a change between what nobody compares, as two shifts and 990 a day."""
    if reading.kind != "sum" or reading.listed or len(reading.operands) <= 2:
        return False
    first, last = scene.at(reading.operands[:2])
    return not of_like_size(first.value, last.value) and not scene.set_against(first.place, last.place)


def _lends_thousands(scene: Scene, reading: Reading, one: Figure, two: Figure) -> bool:
    """Whether a factor takes a plain number for thousands of another that nothing sets it against: 3, and 800,000."""
    low, high = sorted((one.value, two.value))
    lent = reading.kind == "multiple" and low * max(reading.computed, 1 / reading.computed) * _FAR_OFF < high
    return lent and scene.pair_of(one.place, two.place) is None
