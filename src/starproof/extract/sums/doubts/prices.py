"""Amounts that are no price of what is counted elsewhere: they are told of all of it, or of things of their own."""

from __future__ import annotations

from starproof.extract.sums.kinds.equations import one_thing, piece
from starproof.extract.sums.story.figures import Figure
from starproof.extract.sums.story.reading import Reading
from starproof.extract.sums.story.said import said_around
from starproof.extract.sums.story.scene import Scene

_EACH, _EACH_NEAR = frozenset(["each", "apiece"]), 5
_GIVEN = frozenset("gave give given returned refunded repaid".split())
_GIVEN_NEAR = 3
_THAT = frozenset(["that", "this", "which", "that's"])
_WAS = frozenset("was is came cost were".split())
_OPENING, _REACH = 3, 24
"""Words before an amount, and code points from its sentence's beginning, in which "that was" tells what all came to."""


def no_price_of(scene: Scene, figure: Figure, reading: Reading) -> bool:
    """Whether a product is of a count and an amount that the text tells of something else.

    "We gave back $4M. All of our 50 accounts renewed" is no 50 times anything, nor are two sources $900 each where
    "three hotels left, at $900 each".
    """
    operands = scene.at(reading.operands)
    if reading.kind != "sum" or reading.listed or len(operands) != 2:
        return False
    amounts = [one for one in operands if one.kind == "money" and not one.bare]
    counts = [one for one in operands if one.kind == "count"]
    if len(amounts) != 1 or len(counts) != 1 or amounts[0].sentence == counts[0].sentence:
        return False
    own = counts[0].sentence != figure.sentence and _of_its_own(scene, amounts[0], counts[0])
    return own or _told_once(scene, amounts[0], counts[0])


def _of_its_own(scene: Scene, price: Figure, count: Figure) -> bool:
    """Whether an amount is told of each of those that its own sentence counts, and ``count`` is of others."""
    if _EACH.isdisjoint(price.after[:_EACH_NEAR]) or not price.place:
        return False
    own = scene.story.figures[price.place - 1]
    told = own.kind == "count" and own.sentence == price.sentence and own.value > 1
    return told and own.value != count.value


def _told_once(scene: Scene, amount: Figure, count: Figure) -> bool:
    """Whether an amount is told as what was given away, or as what all of that came to, and by no piece."""
    if amount.often or piece(amount) or said_around(amount).each or one_thing(count.noun, piece(amount)):
        return False
    span = scene.story.sentences[amount.sentence]
    opens = amount.before[-_OPENING:]
    came = span.start > amount.start - _REACH and not _THAT.isdisjoint(opens) and not _WAS.isdisjoint(opens)
    return came or not _GIVEN.isdisjoint(amount.before[-_GIVEN_NEAR:])
