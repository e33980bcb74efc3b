"""Figures in a row with others: sisters of one list, shares one by one of the same whole, changes on top of changes."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import replace

from starproof.extract.sums.story.figures import Figure
from starproof.extract.sums.story.reading import Reading, agrees
from starproof.extract.sums.story.rows import words_of
from starproof.extract.sums.story.scene import Scene

LISTING = frozenset([",", "and", "or", "&"])
"""All that stands between the figures of one list."""
_PLACED = ("from", "in", "at", "for", "to", "on")
_CHANGED = ("relative_change", "multiple", "difference", "versus_target")
_IS = frozenset("was were is are came come comes went".split())
"""Behind a percent, these tell what so much of something is: "40% were pumps"."""
_WHOLE_NEAR = 5
"""Words behind a percent in which that stands: "35% of the cost was steel"."""
_ABOUT = 0.02
_OPENED, _NEAR = 4, 3
"""Within how many words behind the first of a row and behind the others the word stands that places each of them."""


def in_a_row(scene: Scene, figure: Figure, reading: Reading) -> bool:
    """Whether a figure stands in a row with others that a sum which does not come out takes for its operands."""
    operands = scene.at(reading.operands)
    if reading.kind == "share":
        return figure.kind == "percent" and _beside_its_like(scene, figure)
    if reading.kind == "relative_change" and figure.before[-1:] == ("to",):
        return True  # "from 11% to 12%, then to 13%"
    if reading.kind in _CHANGED and _shares_each(figure, operands):
        return True
    if reading.kind not in ("sum", "relative_change"):
        return False
    return _compounded(figure, reading, operands) or (reading.kind == "sum" and _sisters(scene, figure, operands))


def _shares_each(figure: Figure, operands: Sequence[Figure]) -> bool:
    """Whether these are shares of one whole, told one by one: "40% were pumps, 30% were valves and 20% were seals"."""
    row = (figure, *operands)
    alike = all(one.kind == "percent" and one.sentence == figure.sentence for one in row)
    return alike and all(map(_says, row))


def _says(share: Figure) -> bool:
    behind = share.after[:_WHOLE_NEAR] if share.after[:1] == ("of",) else share.after[:1]
    return not _IS.isdisjoint(behind)


def _beside_its_like(scene: Scene, figure: Figure) -> bool:
    """Whether it is one of several percents, each of which is of its own amount: "so 52%, 31% and 18%"."""
    figures, place = scene.story.figures, figure.place
    pairs = [(figures[place - 1], figure)] if place else []
    pairs += [(figure, after) for after in figures[place + 1 : place + 2]]
    return any(one.kind == two.kind and _joined(scene, one, two) for one, two in pairs)


def _joined(scene: Scene, one: Figure, two: Figure) -> bool:
    between = words_of(scene.story.text[one.end : two.start])
    return bool(between) and LISTING.issuperset(between)


def _compounded(figure: Figure, reading: Reading, operands: Sequence[Figure]) -> bool:
    """Whether changes come out on top of one another, or a share of a share: 20 % less and then 15 % less are 32 %."""
    if figure.quantity.unit != "%" or any(one.quantity.unit != "%" for one in operands):
        return False
    less = 100 - 100 * math.prod(1 - one.value / 100 for one in operands)
    more = 100 * math.prod(1 + one.value / 100 for one in operands) - 100
    both = 100 * math.prod(one.value / 100 for one in operands)
    low, high = min(one.value for one in operands), max(one.value for one in operands)
    coming = any(one.place > figure.place for one in operands)  # what is left of two told before is a slip
    if len(operands) == 2 and coming and math.isclose(high * figure.value / 100, low, rel_tol=_ABOUT):
        return True  # "40% of the spend, and cut 25%, which is 10% of the whole"
    return any(agrees(figure.quantity, replace(reading, computed=computed)) for computed in (less, more, both))


def _sisters(scene: Scene, figure: Figure, operands: Sequence[Figure]) -> bool:
    """Whether it is told as they are: "1,200 came from billing, 720 from search and 408 from login"."""
    if len(operands) < 2 or any(one.place < figure.place for one in operands):
        return False
    if ":" in words_of(scene.story.text[figure.end : min(one.start for one in operands)]):
        return False
    words = [word for word in _PLACED if word in figure.after[:_OPENED]]
    return any(all(word in one.after[:_NEAR] for one in operands) for word in words)
