"""Lengths that are told of what has passed since, and what the words around two months make of them."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import replace

from starproof.extract.sums.story.dates import Moment
from starproof.extract.sums.story.figures import Figure
from starproof.extract.sums.story.reading import Reading
from starproof.extract.sums.story.scales import DAY
from starproof.extract.sums.story.scene import Scene
from starproof.extract.sums.story.wording import length

_BEGINNING = re.compile(r"\b(?:start|beginning|first) of $", re.IGNORECASE)
_END = re.compile(r"\bend of $", re.IGNORECASE)
_REACH, _SOON = 14, 40
"""Code points before a month in which its beginning or end is named, and behind a length in which the date stands."""


def from_then_on(scene: Scene, figure: Figure) -> bool:
    """Whether a length opens a sentence as what passed since the last event: "A year later, nobody asks for it"."""
    if not figure.tied.stop or figure.after[:1] != ("later",):
        return False
    place = bisect_left(scene.moments, figure.end, key=lambda moment: moment.span.start)
    return not any(moment.span.start - figure.end <= _SOON for moment in scene.moments[place : place + 1])


def in_full_months(scene: Scene, first: Moment, last: Moment) -> bool:
    """Whether both months count, as of "from the start of February to the end of April"."""
    text, one, two = scene.story.text, first.span.start, last.span.start
    if not first.what == last.what == "month":
        return False
    begun = _BEGINNING.search(text, max(0, one - _REACH), one)
    return begun is not None and _END.search(text, max(0, two - _REACH), two) is not None


def since_then(figure: Figure) -> bool:
    """Whether a length is told as what has passed since, up to now: "14 months on, nobody has left"."""
    at_end = figure.after[1:2] in ((), (".",))
    return not figure.tied.strong and not at_end and (figure.after[:1] == ("on",) or figure.after[:2] == ("in", ","))


def spared(reading: Reading) -> Reading:
    """The same without the last day."""
    days = reading.computed - DAY
    return replace(reading, computed=days, sum=lambda: f"{reading.sum()}, with {length(days)} between")
