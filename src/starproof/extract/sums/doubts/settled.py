"""Figures that come out of no sum by how they are told: settled between two sides, or told to where something doubled."""

from __future__ import annotations

from collections.abc import Sequence

from starproof.extract.sums.story.figures import Figure
from starproof.extract.sums.story.reading import Reading
from starproof.extract.sums.story.scene import Scene
from starproof.extract.sums.weighing.evidence import COMPARED

_BIDS = frozenset("wanted want asked offered said proposed demanded suggested bid offering asking".split())
_BID_REACH = 4
_MOST = 30
"""Code points between "doubled to" and what it comes to."""


def told_otherwise(scene: Scene, figure: Figure, reading: Reading) -> bool:
    """Whether a figure is what two sides settled on, or says to what something went that is no part of the sum."""
    operands = scene.at(reading.operands)
    return _settled(figure, operands) or _went_to_another(scene, figure, reading) or _of_things_alone(figure, operands)


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
    """Whether money would come of things by the month and of other things: "50,000 lockouts a month at forty banks"."""
    things = all(operand.kind == "count" for operand in operands)
    return figure.kind == "money" and things and any(operand.often for operand in operands)
