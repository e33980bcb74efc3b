"""Which end a margin is measured from: what is "a quarter over" was more than its base, and never less."""

from __future__ import annotations

import math

from starproof.extract.sums.story.figures import Figure
from starproof.extract.sums.story.reading import Reading
from starproof.extract.sums.story.scene import Scene

_OVER = (("over",), ("above",), ("beyond",), ("overspent",))
_UNDER = (("under",), ("below",), ("underspent",))
_OVERSPENT = frozenset("overspend overrun overshoot overspent overran".split())
_NEAR = 3
_SHARES = ("relative_change", "versus_target")


def from_other_end(scene: Scene, figure: Figure, reading: Reading) -> bool:
    """Whether a percent over a base would be one by which that base was more, or the other way round.

    "It took four months, I had said three, so a quarter over" is no quarter less than four.
    """
    percent = figure.kind == "percent" and figure.quantity.unit == "%"
    if not percent or reading.kind not in _SHARES or len(reading.operands) != 2:
        return False
    low, high = sorted(operand.value for operand in scene.at(reading.operands))
    if low <= 0 or (figure.after[:1] not in (*_OVER, *_UNDER) and _OVERSPENT.isdisjoint(figure.before[-_NEAR:])):
        return False
    other = (high / low - 1) * 100 if figure.after[:1] in _UNDER else (1 - low / high) * 100
    return math.isclose(reading.computed, other, rel_tol=1e-6)
