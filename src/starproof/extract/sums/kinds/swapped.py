"""Late or early by two months or dates that the words set against each other: "in October instead of June"."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from functools import partial

from starproof.extract.sums.kinds.planned import between, gap
from starproof.extract.sums.story.dates import Moment, apart
from starproof.extract.sums.story.figures import Figure
from starproof.extract.sums.story.reading import TIGHT, Reading
from starproof.extract.sums.story.scene import Scene

_AUX = r"(?:(?:it|they|we|that|which|he|she)(?:'d| had| was| were)? |had |was |were |been )"
_INSTEAD = re.compile(
    r" (?:instead of|rather than|in place of|and not|not)(?: in| on)? (?:the )?|"
    rf",? (?:when|where|though|but) {_AUX}{{0,3}}(?:promised|planned|due|scheduled|meant|announced|set)"
    r"(?: for| in| on)? (?:the )?"
)
"""Between when something came and when it was to come."""
_THEN = re.compile(r",? (?:so |that is |that's |which is |which was |about |almost |nearly |over |a good )*")
_OFF = re.compile(r"^ (?:[^ .;,]+ ){1,3}?(?:later|late|sooner|earlier|early|ahead|behind|of delay|delay) ")
_TWO, _DATES = 2, ("month", "date")
_THAN = re.compile(r" (?:sooner|earlier|later|before|after|ahead of)(?: than)? (?:in |the )?(?:planned |promised )?")


def swapped(scene: Scene, figure: Figure) -> Iterator[Reading]:
    """How far two months or dates are apart, one of which stands in the place of the other."""
    if not _OFF.search(figure.tail):
        return
    place = bisect_left(scene.moments, figure.start, key=lambda moment: moment.span.start)
    before, behind = scene.moments[max(0, place - 2) : place], scene.moments[place : place + 1]
    for row in (before, (*before[-1:], *behind)):
        if len(row) == _TWO and row[0].what == row[1].what in _DATES and _told(scene.story.text, figure, *row):
            yield _reading(scene, figure, *row)


def _reading(scene: Scene, figure: Figure, one: Moment, two: Moment) -> Reading:
    seconds = gap(one, two)
    if seconds not in apart(one, two):
        one, two = two, one
    told = partial(between, scene, figure, one, two, seconds)
    return Reading("duration", figure.value, seconds, (), TIGHT, told)


def _told(text: str, figure: Figure, one: Moment, two: Moment) -> bool:
    """Whether the words between say that one stands for the other, and the length follows or stands between them."""
    since = text[one.span.end : figure.start]
    if two.span.start > figure.start:
        return bool(_THEN.fullmatch(since) and _THAN.fullmatch(text[figure.end : two.span.start]))
    return bool(
        _INSTEAD.fullmatch(text[one.span.end : two.span.start]) and _THEN.fullmatch(text[two.span.end : figure.start])
    )
