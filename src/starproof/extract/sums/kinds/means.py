"""Averages: what the figures of a row come to each, where the words say so or it comes out."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import partial

from starproof.extract.sums.story import wording
from starproof.extract.sums.story.figures import Figure, Telling, by_wording
from starproof.extract.sums.story.reading import LOOSE, Reading, agrees, conceivable
from starproof.extract.sums.story.scales import scale
from starproof.extract.sums.story.scene import Scene
from starproof.extract.sums.story.turns import TIMES

_MEAN_BEFORE = re.compile(
    r" (?:averag(?:e|es|ed|ing)|avg|mean)(?: (?:of|is|was|,|:|=|about|around|roughly|just|some))* $"
)
_MEAN_AFTER = re.compile(r"^ (?:[^ .;,]+ ){1,4}?(?:on average|avg) ")
_FEWEST, _MOST = 3, 8
"""How many figures a row has that an average is told of."""
_GAP = 45
"""Code points between two of them, and from the last to the average."""
_LIKE = 10.0
"""How many times one another they are at most."""
_KINDS = frozenset(("count", "money", "duration", "percent"))
_PLAIN = frozenset(("count", "money"))
"""What is averaged without weights; shares and lengths may be of groups of any size."""


@by_wording
def told_as_mean(figure: Figure) -> bool:
    """Whether the words next to a figure tell it as an average."""
    return bool(_MEAN_BEFORE.search(figure.lead[-50:]) or _MEAN_AFTER.search(figure.tail))


def spelled_mean(scene: Scene, figure: Figure) -> Reading | None:
    """The average of the row right before a figure that is told as one: "65, 80 and 95 orders, an average of 80"."""
    if figure.kind not in _KINDS or not told_as_mean(figure):
        return None
    row = _row(scene, figure)
    if len(row) < _FEWEST:
        return None
    for count in range(len(row), _FEWEST - 1, -1):
        reading = _reading(figure, row[-count:])
        if agrees(figure.quantity, reading):
            return reading
    whole = _reading(figure, row)
    return whole if figure.kind in _PLAIN and conceivable(whole.stated, whole.computed) else None


def means(scene: Scene, place: int) -> Iterator[Reading]:
    """Every average of a row right before a figure by the month or told as one, if it comes out."""
    figure = scene.story.figures[place]
    if figure.kind not in _KINDS or not (figure.often in TIMES or told_as_mean(figure)):
        return
    row = _row(scene, figure)
    for count in range(_FEWEST, len(row) + 1):
        reading = _reading(figure, row[-count:])
        if agrees(figure.quantity, reading):
            yield reading


def _row(scene: Scene, figure: Figure) -> list[Figure]:
    """The figures of one row that ends right before this one, in the order told."""
    row: list[Figure] = []
    last = figure
    for one in scene.story.earlier(figure.place)[:_MOST]:
        if not _goes_on(scene.story, one, last) or not _may_be_averaged(scene, one, figure):
            break
        row.insert(0, one)
        last = one
    values = [_value(one, figure) for one in row]
    return row if row and max(values) <= _LIKE * min(values) else []


def _goes_on(story: Telling, one: Figure, other: Figure) -> bool:
    words = story.between(one, other)
    return 0 <= other.start - one.end <= _GAP and not any(stop in words for stop in (" ¶ ", " . ", " ; "))


def _may_be_averaged(scene: Scene, one: Figure, figure: Figure) -> bool:
    if one.value <= 0 or one.quantity.unit == "pp" or one.index in scene.derived:
        return False
    return one.kind == figure.kind or (one.kind == "count" and one.bare)


def _value(one: Figure, figure: Figure) -> float:
    """A value in the unit of the average, where it is told without one."""
    return one.value if one.kind == figure.kind else one.value * scale(figure.quantity)


def _reading(figure: Figure, row: Sequence[Figure]) -> Reading:
    computed = sum([_value(one, figure) for one in row]) / len(row)
    like = next((one.quantity for one in row if one.kind == figure.kind), figure.quantity)
    told = partial(wording.average, row, computed, like)
    return Reading("sum", figure.value, computed, tuple([one.index for one in row]), LOOSE, told)
