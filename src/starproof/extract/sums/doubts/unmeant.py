"""Sums that come out as stated by chance, and that nobody would work out: they are not shown as proven."""

from __future__ import annotations

from itertools import pairwise

from starproof.extract.sums.doubts.clauses import added
from starproof.extract.sums.doubts.echoes import echoed
from starproof.extract.sums.doubts.lucky import by_chance
from starproof.extract.sums.doubts.offhand import said_before
from starproof.extract.sums.doubts.parted import unlike
from starproof.extract.sums.doubts.prices import no_price_of
from starproof.extract.sums.doubts.recurring import guessed, once_only
from starproof.extract.sums.doubts.rows import LISTING
from starproof.extract.sums.doubts.subjects import names_another_whole, of_nothing_named
from starproof.extract.sums.doubts.wholes import loosely_a_length, of_other_wholes
from starproof.extract.sums.story.figures import Figure
from starproof.extract.sums.story.reading import Reading, agrees, rest_of
from starproof.extract.sums.story.rows import words_of
from starproof.extract.sums.story.scene import Scene

_SURE = 0.8
"""How likely a sum must be of which a comma makes no list."""
_WAS = (("before",), ("what",), ("then",))
_APIECE = (("apiece",), ("each",))
_JOINS = frozenset(["and", "&", "or"])


def unmeant(scene: Scene, figure: Figure, reading: Reading, *, likely: float = 0.0) -> bool:
    """Whether a sum comes out as stated by chance, ``likely`` as the weights may hold it."""
    if guessed(scene, figure, reading, right=True) or unlike(scene, figure, reading) or added(figure, reading):
        return True
    if said_before(scene, figure) or once_only(scene, figure, reading) or of_nothing_named(scene, figure, reading):
        return True
    if _of_what_was(figure, reading) or by_chance(scene, figure, reading) or of_other_wholes(scene, figure, reading):
        return True
    if echoed(scene, figure, reading) or no_price_of(scene, figure, reading):
        return True
    if _one_more(figure, reading) or _of_a_pair(scene, figure, reading):
        return True
    return loosely_a_length(figure, reading) or listed(scene, figure, reading, likely=likely)


def _one_more(figure: Figure, reading: Reading) -> bool:
    """Whether a number is told as one more of a row, or of others: "two million plus six weeks of", "4 other teams"."""
    put_to = figure.before == ("plus",) and figure.after[:1] == ("of",)
    others = "other" in (*figure.own, *figure.after[:1]) and figure.before[-1:] != ("the",)
    return (put_to or others) and reading.kind in ("difference", "versus_target")


def _of_a_pair(scene: Scene, figure: Figure, reading: Reading) -> bool:
    """Whether a share of what it names would be of a before and after: "70 % of the views ... from 3.2 to 2.1 Mbit"."""
    if reading.kind != "share" or figure.kind != "percent" or len(reading.operands) != 2:
        return False
    one, two = scene.at(reading.operands)
    return scene.set_against(one.place, two.place) and names_another_whole(scene, figure, reading.operands)


def _of_what_was(figure: Figure, reading: Reading) -> bool:
    """Whether a change would be told as a part of what was: "a third of before" is no third less, though half is."""
    said = reading.kind == "relative_change" and figure.after[:1] == ("of",) and figure.after[1:2] in _WAS
    return said and not agrees(figure.quantity, rest_of(reading))


def listed(scene: Scene, figure: Figure, reading: Reading, *, likely: float = 0.0) -> bool:
    """Whether a figure and the price it would come from are told side by side: "two trips cost $10,000 and $25,000".

    A comma alone does not make a list of what is ``likely`` by far: "nine months at $80,000, $720,000".
    """
    if reading.kind != "sum" or len(reading.operands) < 2:
        return False
    prices = [operand for operand in scene.at(reading.operands) if operand.kind == figure.kind]
    if len(prices) != 1 or prices[0].place > figure.place or _by_the_piece(figure, prices[0]):
        return False
    row = scene.story.figures[prices[0].place : figure.place + 1]
    if likely >= _SURE and _JOINS.isdisjoint(words_of(scene.story.text[row[0].end : figure.start])):
        return False
    return all(_goes_on(scene, one, two) for one, two in pairwise(row))


def _by_the_piece(figure: Figure, price: Figure) -> bool:
    """Whether one of the two is told by the piece or at another turn: "€936,000, or €180 apiece", "1,460, 73 a day"."""
    return (figure.often != price.often and not price.often) or figure.after[:1] in _APIECE


def _goes_on(scene: Scene, one: Figure, two: Figure) -> bool:
    return one.kind == two.kind and LISTING.issuperset(words_of(scene.story.text[one.end : two.start]))
