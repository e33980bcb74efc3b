"""Lengths of time: a start and an end told as dates, and how long it was said to be."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from functools import partial
from itertools import chain

from starproof.extract.sums.kinds.planned import NEARBY, OFF, SPARE, against_plan, beside_a_length, between, deadline
from starproof.extract.sums.kinds.since import from_then_on, in_full_months, since_then, spared
from starproof.extract.sums.kinds.spans import named_again, taken_up, whole
from starproof.extract.sums.kinds.swapped import swapped
from starproof.extract.sums.story.dates import Moment, apart, beside
from starproof.extract.sums.story.figures import Figure
from starproof.extract.sums.story.links import Link, link
from starproof.extract.sums.story.reading import LOOSE, TIGHT, Reading, agrees
from starproof.extract.sums.story.rows import spaced, words_of
from starproof.extract.sums.story.scales import DAY, in_full
from starproof.extract.sums.story.scene import Scene

_SPAN = re.compile(
    r" (?:took|total|in all|altogether|outage of|lasted|down for|made|which is|that is|from \S+ it was)(?: \S+){0,3} $|"
    r" so(?: (?:that's|it was|it's|(?:i|we|they) (?:had|have|counted|waited|lost|needed)))?"
    r"(?: (?:about|nearly|almost|roughly|only|just|like|some|a|good|over))* $"
)
_SO_IT_RAN = re.compile(
    r" so (?:i|it|they|we|that|this|everything|the [a-z]+) (?:(?:was|were|had been|stood|stayed|sat|lay|ran|went|"
    r"waited|worked|slept) (?:(?!and|but|,|\.|an?|the)\S+ ){0,2}?for|took|lasted) "
    r"(?:(?:about|nearly|almost|roughly|only|just|like|some|a|good|over|another) )*$"
)
"""A length that follows from what stands before it: "so the line was down for"."""
_LONG_AFTER = re.compile(
    r"^ (?:\S+ ){1,4}?(?:in total|in all|altogether|later|after that|before|of the trouble|of delay|no problem) "
)
_WEEKDAY = r"(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day,? )?"
_TO = re.compile(rf",? ?(?:to|until|till|through|–|-|→) ?(?:the )?{_WEEKDAY}", re.IGNORECASE)
_FROM = re.compile(rf"[,(]? ?(?:from|between) ?(?:the )?{_WEEKDAY}".replace(",? )", ",?)"))
_BEGUN = frozenset("from between started start began begun since starting beginning".split(" "))
_RECKONED = re.compile(r" (?:from|since|after) (?:[^\s.,;:]+ ){0,8}")
"""Between a length and the date that it is reckoned from: "after a pause of 103 days from the decision on 20 May"."""
_MONTHLY = re.compile(r"month|year|quarter")
"""What lies between two months is counted in these: in weeks it may be four more or less."""
_UNTIL = re.compile(r"\b(?:until|till|through) ")
_INTERVAL = re.compile(
    r" (?:outage|downtime|blackout|wait|gap|window|delay|shift|stretch|all that time|that whole|in all|altogether|"
    r"down for|out for|shut for|closed for|stuck for|waited|lost) "
)
"""What lies between two times of day."""
_BEGINS_ANEW = re.compile(r" [.¶] (?:it|this|he|she|we|i|they|you|each|every|the|my|our|his|her|their|one) ")
_GENERAL = re.compile(
    r" (?!(?:it|that|this|which|so) )[a-z'-]+ (?:takes|needs|requires|lasts) (?:(?:me|us|them|about|at|least|a|an|the|"
    r"some|almost|nearly|over|full|good|up|to|like) ){0,3}$"
)
"""What always takes so long."""
_UP_TO = re.compile(r",? (?:before|until|till|to|from|since|after) ")
_PAUSE = frozenset(", ; : . – — - (".split(" "))
_CLOSELY, _FEW, _MORE = 14, 3, 7
"""Words from a time of day to a length that is told of it, and of those the ones that may not tie it: few, and more
where the length opens a clause."""
_ROUND, _NOON = 900.0, 43_200.0
FURTHER = 1500
_WITH_BOTH = 2
"""Which of the ways to count months takes in the first and the last."""


def lengths(scene: Scene, place: int) -> Iterator[Reading]:
    """Every two dates or times that this length may lie between."""
    figure = scene.story.figures[place]
    if figure.kind != "duration" or not scene.moments:
        return
    if "." in figure.quantity.text and figure.value > 7 * DAY:
        return  # tenths of a month are an average, and nobody counts them from one date to another
    if _GENERAL.search(f" {' '.join(figure.before[-_MORE:])} "):
        return  # "the rerun takes five hours", whenever it is
    if from_then_on(scene, figure):
        return
    spare = figure.value >= DAY and SPARE.search(figure.tail)
    since = since_then(figure) or beside_a_length(scene, figure)
    planned = against_plan(scene, figure) or list(swapped(scene, figure))
    for reading in planned or chain(_between(scene, figure), _whole(scene, figure)):
        if since and not agrees(figure.quantity, reading):
            continue
        yield reading
        if spare:
            yield spared(reading)


def _between(scene: Scene, figure: Figure) -> Iterator[Reading]:
    near = _around(scene, figure)
    ran = bool(_SO_IT_RAN.search(figure.lead[-60:]))
    off = bool(OFF.search(figure.tail))
    spanning = bool(ran or _SPAN.search(figure.lead[-40:]) or _LONG_AFTER.search(figure.tail))
    tied, again = link(_since(scene, figure, near)), taken_up(scene, figure)
    linked = ran or tied.strong or tied.pause or not figure.before or _at_once(figure, near) or again
    linked = linked and not _told_already(scene, figure, near)
    for at, last in enumerate(near):
        for first in near[at + 1 :]:
            if last.what == first.what == "clock" and not _of_these(scene, figure, first, last, tied):
                yield from (one for one in _readings(scene, figure, first, last, LOOSE) if _minute(figure, one))
                continue
            told = off or spanning or last.what == "clock" or _months(figure, last, tied)
            joined = again and _joined(scene, *sorted((first, last), key=_place))
            alone = joined or _alone(figure, first, last, near)
            firm = alone and _tied(scene, figure, first, last, tied, told, linked)
            yield from _readings(scene, figure, first, last, TIGHT if firm else LOOSE)
    if off and near:
        yield from deadline(scene, figure, near[0])


def _of_these(scene: Scene, figure: Figure, one: Moment, two: Moment, tied: Link) -> bool:
    """Whether a length is said of two times of day, and not of a thing named between: "at ten. The rerun takes two".

    It follows on them at once, or is told as what was down, waited or lasted from the one to the other.
    """
    first, last = sorted((one, two), key=_place)
    if _opened(scene, figure, first, last, tied) and (tied.plain or _joined(scene, first, last)):
        return True
    if last.span.start >= figure.end:
        return first.span.end <= figure.start and bool(_UP_TO.match(scene.story.text, figure.end))
    since = words_of(scene.story.text[last.span.end : figure.start])
    if _SO_IT_RAN.search(spaced(since)):
        return len(since) <= _CLOSELY
    if len(since) > _CLOSELY or _BEGINS_ANEW.search(spaced(since)):
        return False
    few = _FEW if _PAUSE.isdisjoint(figure.before[-1:]) else _MORE
    return (tied.plain and len(tied.rest) <= few) or bool(_INTERVAL.search(spaced(since)))


def _minute(figure: Figure, reading: Reading) -> bool:
    """Whether a length comes out to the minute, which no other thing's does by chance."""
    return figure.value % _ROUND != 0 and agrees(figure.quantity, reading)


def _told_already(scene: Scene, figure: Figure, near: Sequence[Moment]) -> bool:
    """Whether a sentence between the last date and this one tells a length already, so that this is another."""
    told = scene.story.figures[figure.place - 1] if figure.place else figure
    if told.kind != "duration" or told.sentence >= figure.sentence:
        return False
    return all(m.span.end <= told.start for m in near if m.span.start < figure.start)


def _whole(scene: Scene, figure: Figure) -> Iterator[Reading]:
    """From where it all began to the date just before; where it may have begun elsewhere, only what comes out."""
    for first, last, counted, sure in whole(scene, figure):
        readings = [
            Reading("duration", figure.value, seconds, (), TIGHT, partial(between, scene, figure, first, last, seconds))
            for seconds in counted
        ]
        yield from (reading for reading in readings if sure or agrees(figure.quantity, reading))
        yield from _over_the_year(scene, figure, first, last, TIGHT)


def _alone(figure: Figure, first: Moment, last: Moment, near: Sequence[Moment]) -> bool:
    """Whether two dates stand near a length, and no other of their sort does."""
    end = max(last.span.end, first.span.end, figure.end)
    if end - min(first.span.start, last.span.start, figure.start) > 2 * NEARBY:
        return False
    return sum(m.what == last.what for m in near if abs(m.span.start - figure.start) <= 2 * NEARBY) == 2


def _tied(scene: Scene, figure: Figure, one: Moment, two: Moment, tied: Link, told: bool, linked: bool) -> bool:
    """Whether the words put a length between two dates."""
    first, last = sorted((one, two), key=_place)
    if first.span.end <= figure.start and _RECKONED.fullmatch(scene.story.text[figure.end : last.span.start]):
        return True
    opened = _opened(scene, figure, first, last, tied)
    if not linked:
        return opened and first.span.start >= figure.end
    told = told or opened or _joined(scene, first, last)
    return told or (_until(scene, two) and tied.pause and not tied.rest)


def _since(scene: Scene, figure: Figure, near: Sequence[Moment]) -> tuple[str, ...]:
    """The words between the last date and the figure."""
    last = max((m.span.end for m in near if m.span.end <= figure.start), default=figure.start)
    return words_of(scene.story.text[max(last, figure.start - 90) : figure.start])


def _around(scene: Scene, figure: Figure) -> list[Moment]:
    """The dates nearest to the figure, nearest first."""
    place = bisect_left(scene.moments, figure.start, key=lambda moment: moment.span.start)
    told = [m for m in scene.moments[max(0, place - 8) : place] if figure.start - m.span.end <= FURTHER]
    coming = [m for m in scene.moments[place : place + 2] if m.span.start - figure.end <= 60]
    return sorted([*told, *coming], key=lambda m: abs(m.span.start - figure.start))


def _readings(scene: Scene, figure: Figure, one: Moment, two: Moment, tie: int) -> Iterator[Reading]:
    if one.what == "clock" and figure.value >= DAY:
        return
    first, last = (one, two) if (one.span < two.span) else (two, one)
    if tie == LOOSE and one.what == "month" and not beside(figure.start, first, last):
        return  # two months that are named far off tell nothing of "about two months"
    if not _joined(scene, first, last) and named_again(scene.story.text, first, last):
        return
    start, end = first, last
    started = _starts(scene, first) and not first.dated
    told_backwards = (first.what == "date" == last.what and first.dated == last.dated and not started) or (
        first.what == "clock" and _from(scene, last)
    )
    if told_backwards and last.value < first.value and not _joined(scene, first, last):
        start, end = last, first
    ends = in_full_months(scene, first, last)
    for number, seconds in enumerate(apart(start, end)):
        if seconds > 0 and (not ends or number == _WITH_BOTH):
            told = partial(between, scene, figure, start, end, seconds)
            firm = number == 0 or _both_ends(scene, figure, first, last, number)
            reading = Reading("duration", figure.value, seconds, (), tie if firm else LOOSE, told)
            if (
                one.what != "month"
                or _MONTHLY.search(in_full(figure.quantity.text))
                or agrees(figure.quantity, reading)
            ):
                yield reading
    yield from _back(scene, figure, first, last, tie)
    yield from _over_the_year(scene, figure, first, last, tie)


def _both_ends(scene: Scene, figure: Figure, first: Moment, last: Moment, number: int) -> bool:
    """Whether both months are counted, as they are of work that ran "for ten months, from January until October"."""
    from_until = figure.end <= first.span.start or in_full_months(scene, first, last)
    return first.what == last.what == "month" and number == _WITH_BOTH and from_until


def _back(scene: Scene, figure: Figure, first: Moment, last: Moment, tie: int) -> Iterator[Reading]:
    """Two times of day the other way round, if that comes out: "they open at ten and we came at six. Four hours"."""
    overnight = first.dated and last.dated and last.value < _NOON <= first.value
    for seconds in apart(last, first) if first.what == "clock" == last.what and not overnight else ():
        told = partial(between, scene, figure, last, first, seconds)
        reading = Reading("duration", figure.value, seconds, (), tie, told)
        if agrees(figure.quantity, reading) and not _joined(scene, first, last):
            yield reading


def _over_the_year(scene: Scene, figure: Figure, first: Moment, last: Moment, tie: int) -> Iterator[Reading]:
    """Two dates without a year the other way round, if that comes out: "live 1 Jan, we started 11 Sept (16 weeks)"."""
    if first.dated or last.dated or not (first.what == "date" == last.what):
        return
    if not _joined(scene, first, last) and _starts(scene, last) >= _starts(scene, first):
        for seconds in apart(last, first):
            told = partial(between, scene, figure, last, first, seconds)
            reading = Reading("duration", figure.value, seconds, (), tie, told)
            if seconds > 0 and agrees(figure.quantity, reading):
                yield reading


def _place(moment: Moment) -> int:
    return moment.span.start


def _joined(scene: Scene, first: Moment, last: Moment) -> bool:
    """Whether the two are told as "from 20 December to 3 January"."""
    return bool(_TO.fullmatch(scene.story.text[first.span.end : last.span.start]))


def _starts(scene: Scene, moment: Moment) -> bool:
    """Whether the words just before a date say that something began then."""
    words = words_of(scene.story.text[max(0, moment.span.start - 40) : moment.span.start])
    return not _BEGUN.isdisjoint(words[-4:])


def _opened(scene: Scene, figure: Figure, first: Moment, last: Moment, tied: Link) -> bool:
    """Whether the length follows at once on a beginning and an end, or is followed by them: "from 6 May to 10 June"."""
    if first.span.start >= figure.end:
        opening = words_of(scene.story.text[figure.end : first.span.start])
        return _joined(scene, first, last) and bool(_FROM.fullmatch(" ".join(opening)))
    if last.span.end > figure.start or (tied.stop and not tied.strong):
        return False
    begun = _joined(scene, first, last) or (_starts(scene, first) and last.span.start - first.span.end <= 60)
    beside = figure.start - last.span.end <= 60 and len(tied.rest) <= 3
    return begun and beside and (tied.strong or tied.pause or figure.start - last.span.end <= 3)


def _at_once(figure: Figure, near: Sequence[Moment]) -> bool:
    """Whether a date ends right before the length."""
    return any(0 <= figure.start - m.span.end <= 3 for m in near)


def _until(scene: Scene, moment: Moment) -> bool:
    """Whether a date ends something: "it was down until 21 April, nine weeks"."""
    before = scene.story.text[max(0, moment.span.start - 14) : moment.span.start + 6].lower()
    return _UNTIL.search(before) is not None


def _from(scene: Scene, moment: Moment) -> bool:
    return scene.story.text[max(0, moment.span.start - 6) : moment.span.start].lower().strip().endswith("from")


def _months(figure: Figure, last: Moment, tied: Link) -> bool:
    return last.what == "month" and not tied.rest and "month" in in_full(figure.quantity.text)
