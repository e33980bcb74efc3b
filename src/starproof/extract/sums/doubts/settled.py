"""Figures that come out of no sum by how they are told: settled between two sides, or where something doubled to."""

from __future__ import annotations

import re
from collections.abc import Sequence

from starproof.extract.sums.doubts.subjects import changes_another_thing
from starproof.extract.sums.story.figures import Figure
from starproof.extract.sums.story.links import CHANGE
from starproof.extract.sums.story.reading import Reading
from starproof.extract.sums.story.scene import Scene
from starproof.extract.sums.weighing.evidence import COMPARED

_BIDS = frozenset("wanted want asked offered said proposed demanded suggested bid offering asking".split())
_BID_REACH = 4
_STANDS = (("are", "at"), ("is", "at"), ("were", "at"), ("was", "at"), ("now", "at"), ("stand", "at"), ("stood", "at"))
_MONEY = frozenset("cost costs fee fees bill bills price prices spend spending revenue sales refunds rent".split())
_CURRENCY = re.compile(r"[^\w\s.,'’/-]|dollar|euro|pound|rupee|franc|kron|yen|grand|bucks|quid", re.IGNORECASE)
"""A currency in a figure's own words."""
_CHANGES = ("relative_change", "versus_target", "multiple")
_MOST = 30
"""Code points between "doubled to" and what it comes to."""


def told_otherwise(scene: Scene, figure: Figure, reading: Reading) -> bool:
    """Whether a figure is what two sides settled on, or says to what something went that is no part of the sum."""
    operands = scene.at(reading.operands)
    if _settled(figure, operands) or _went_to_another(scene, figure, reading):
        return True
    if reading.kind in _CHANGES and changes_another_thing(scene, figure, reading.operands):
        return True
    return _of_things_alone(figure, operands) or _is_margin_of_change(figure, reading)


def _settled(figure: Figure, operands: Sequence[Figure]) -> bool:
    """Whether both operands are bids: "they wanted 90 days, I said 30, and we wrote down 45"."""
    return len(operands) == 2 and all(map(_is_bid, operands)) and COMPARED.isdisjoint(figure.after[:1])


def _is_bid(operand: Figure) -> bool:
    return not _BIDS.isdisjoint(operand.before[-_BID_REACH:])


def _went_to_another(scene: Scene, figure: Figure, reading: Reading) -> bool:
    """Whether "doubled to ninety seconds" is held to figures among which the ninety seconds are not."""
    if figure.kind not in ("multiple", "percent") or figure.after[:1] != ("to",):
        return False
    after = scene.story.figures[figure.place + 1 : figure.place + 2]
    return any(one.start - figure.end <= _MOST and one.index not in reading.operands for one in after)


def _of_things_alone(figure: Figure, operands: Sequence[Figure]) -> bool:
    """Whether money would come of how many there are of two things: "lockouts are at 50,000 a month at forty banks"."""
    levels = [_is_level(operand) for operand in operands]
    rest = all(level or one.kind == "count" for level, one in zip(levels, operands, strict=True))
    return figure.kind == "money" and any(levels) and rest


def _is_level(operand: Figure) -> bool:
    """Whether a bare number says where something stands that is no money: "lockouts are at fifty thousand"."""
    told = operand.before[-2:] in _STANDS and _CURRENCY.search(operand.quantity.text) is None
    return told and _MONEY.isdisjoint(operand.before[-4:-2])


def _is_margin_of_change(figure: Figure, reading: Reading) -> bool:
    """Whether "overtime dropped by half", which is a change, is held to be how far something is from a goal."""
    by = figure.before[-1:] == ("by",) and not CHANGE.isdisjoint(figure.before[-2:-1])
    return reading.kind == "versus_target" and figure.kind == "percent" and by
