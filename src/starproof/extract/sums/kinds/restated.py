"""Lengths of time that are told again at once in another unit."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import partial

from starproof.extract.sums.story import wording
from starproof.extract.sums.story.reading import TIGHT, Reading
from starproof.extract.sums.story.scales import in_full
from starproof.extract.sums.story.scene import Scene

_UNIT = re.compile(r"sec|min|hour|day|week|month|quarter|year")
_AGAIN = re.compile(
    r" (?:(?:,|or|so|that's|that is|which is|that makes|it's|i\.e\.|=|\(|—|–|in other words|about|around|roughly|"
    r"nearly|almost|just|over|under|say|call it|a good|some) )+"
)


def restated(scene: Scene, place: int) -> Iterator[Reading]:
    """``10,400 minutes, about 173 hours``: a length told again at once in another unit."""
    if not place or scene.story.figures[place].kind != "duration":
        return
    told, figure = scene.story.figures[place - 1 : place + 1]
    units = [_UNIT.findall(in_full(f.quantity.text)) for f in (told, figure)]
    again = told.kind == "duration" and told.sentence == figure.sentence and units[0] != units[1] and all(units)
    if again and _AGAIN.fullmatch(scene.story.between(told, figure)):
        write = partial(wording.joined, (told,), "", told.value, figure.quantity)
        yield Reading("sum", figure.value, told.value, (told.index,), TIGHT, write)
