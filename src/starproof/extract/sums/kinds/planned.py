"""Early or late: how far a date is from the one that was planned, whatever other dates stand between."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from functools import partial

from starproof.extract.sums.story.dates import Moment, apart
from starproof.extract.sums.story.figures import Figure, by_wording
from starproof.extract.sums.story.reading import LOOSE, NEAR, Reading
from starproof.extract.sums.story.scales import DAY
from starproof.extract.sums.story.scene import Scene
from starproof.extract.sums.story.wording import length

NEARBY = 130
"""Code points within which a date stands near a length."""
_DATES = 16
"""How many earlier dates are tried as the deadline."""
_PLANNED = re.compile(
    r"\b(?:plan(?:s|ned)?|due|deadline|promised?|goal|target|schedul(?:e|ed)|supposed|meant|should(?: have)?|agreed|"
    r"set for|hoped|wanted|gave (?:me|us) until|had until)\b[^.!?;\n]*$",
    re.IGNORECASE,
)
"""Between the beginning of a clause and a date, this makes it the one that was planned."""
_OFF_AFTER = re.compile(r"^ (?:[^ .;,]+ ){0,2}?(?:early|late|overdue|ahead|behind|of delay) ")
_OFF_BEFORE = re.compile(r" (?:early|late|ahead|behind|overran|slipped) by (?:[^ .;,]+ ){0,2}$")
_REACH = 90
OFF = re.compile(
    r"^ (?:\S+ ){1,5}?(?:early|late|earlier|later|ahead|to spare|of delay|before|after|in advance|too "
    r"late|too early|overdue) "
)
SPARE = re.compile(r"^ (?:\S+ ){1,3}?(?:to spare|spare|in hand|left) ")
"""Days to spare are those between, or the last of them too: people count either."""


@by_wording
def off_plan(figure: Figure) -> bool:
    """Whether the words next to a length say that it is how early or late something was."""
    return bool(_OFF_AFTER.search(figure.tail) or _OFF_BEFORE.search(figure.lead))


def against_plan(scene: Scene, figure: Figure) -> list[Reading]:
    """How early or late the date just told is against the one date that the story tells as planned, if it tells one."""
    if not off_plan(figure):
        return []
    place = bisect_left(scene.moments, figure.start, key=lambda moment: moment.span.start)
    told = [m for m in scene.moments[max(0, place - _DATES) : place] if m.what in ("date", "day")]
    if len(told) < 2 or figure.start - told[-1].span.end > NEARBY or _planned(scene, told[-1]):
        return []
    plans = [m for m in told[:-1] if m.what == told[-1].what and _planned(scene, m)]
    if len({m.value for m in plans}) != 1:
        return []
    return [_reading(scene, figure, plans[-1], told[-1], NEAR)]


def beside_a_length(scene: Scene, figure: Figure) -> bool:
    """Whether this is a margin, and the length between two dates stands right before it.

    "From 3 May to 28 June, eight weeks, and a month to spare" tells the month of no two dates.
    """
    if not figure.place or not (SPARE.search(figure.tail) or OFF.search(figure.tail)):
        return False
    last = scene.story.figures[figure.place - 1]
    place = bisect_left(scene.moments, last.start, key=lambda moment: moment.span.start)
    told = last.kind == "duration" and last.sentence == figure.sentence
    return told and not any(m.span.start < figure.start for m in scene.moments[place:])


def deadline(scene: Scene, figure: Figure, done: Moment) -> Iterator[Reading]:
    """Early or late against the one other date of the story that comes close."""
    if done.what not in ("date", "day") or abs(done.span.start - figure.start) > NEARBY:
        return
    place = bisect_left(scene.moments, done.span.start, key=lambda moment: moment.span.start)
    told = [m for m in scene.moments[max(0, place - _DATES) : place] if m.what in ("date", "day")]
    others = [m for m in told if min(apart(m, done), default=0.0) > 0]
    close = [
        m for m in others if abs(gap(m, done) - figure.value) <= max(figure.value, 4 * DAY) and m.what == done.what
    ]
    alone = len({m.value for m in close}) == 1
    for other in others:
        yield _reading(scene, figure, other, done, NEAR if alone and other in close else LOOSE)


def between(scene: Scene, figure: Figure, first: Moment, last: Moment, seconds: float) -> str:
    """How long it is from one date to another, in words."""
    start, end = (moment.span.of(scene.story.text).rstrip(".") for moment in (first, last))
    return f"{start} to {end} is {length(seconds, figure.quantity.text)}"


def _planned(scene: Scene, moment: Moment) -> bool:
    start = moment.span.start
    return _PLANNED.search(scene.story.text[max(0, start - _REACH) : start]) is not None


def _reading(scene: Scene, figure: Figure, one: Moment, done: Moment, tie: int) -> Reading:
    seconds = gap(one, done)
    return Reading("duration", figure.value, seconds, (), tie, partial(between, scene, figure, one, done, seconds))


def gap(one: Moment, two: Moment) -> float:
    """How many seconds two dates are apart, whichever was first."""
    return min((*apart(one, two), *apart(two, one)), default=0.0)
