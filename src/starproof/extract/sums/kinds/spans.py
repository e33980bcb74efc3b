"""How long the whole thing took: the end told just before a length, the start wherever the story says that it began.

All earlier dates of the text are read, and the words around the length. Lengths in months are counted in months between
two months or a month and a date; between two dates, which must stand close by and alone, in days.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence

from starproof.extract.sums.kinds.since import in_full_months
from starproof.extract.sums.story.dates import Moment, apart, month_of
from starproof.extract.sums.story.figures import Figure
from starproof.extract.sums.story.rows import words_of
from starproof.extract.sums.story.scales import DAY, in_full
from starproof.extract.sums.story.scene import Scene

_MONTH = 30 * DAY
_BESIDE = 130
"""Code points from the date of the end to the length."""
_TOGETHER, _RIGHT_BEFORE = 250, 45
"""Code points between two dates that belong together, and from the later one to the length."""
_SAID_BEFORE = re.compile(
    r" (?:so|after|,|that was|it went|that's|that is|which is|call it|makes|took(?: us| me)?|it's|lasted|in all|"
    r"in total)(?: (?:not quite|nearly|almost|about|just|only|over|a|pause of|the))* $"
)
_SAID_AFTER = re.compile(
    r"^ (?:\S+ ){1,5}?(?:after|later|on|start to finish|end to end|in all|in total|altogether|from|since)(?= )"
)
_NOT_SO = re.compile(r"^ (?:\S+ ){1,4}?(?:before|early|earlier|ahead|late|left|to go) ")
_FROM = re.compile(r"\b(?:[Ff]rom|[Bb]etween) (?:the )?$")
_UNTIL = re.compile(r" (?:until|till|to|through) (?:(?:the|about|following|next) )*$")
_ENDED, _ENDED_REACH = re.compile(r"\b(?:[Uu]ntil|[Tt]ill) (?:the )?$"), 12
_A_YEAR_ON = re.compile(r"\b(?:following|next|another|last|previous|again in|a year later in) $", re.IGNORECASE)
"""Before a month that is named again, a year later."""
_ONE_SPAN = 80
"""Code points between the start and the end of one span."""
_START = frozenset(
    "began begun begin beginning start started starting kicked took inherited given joined launched opened agreed "
    "since from hired arrived".split(" ")
)


def whole(scene: Scene, figure: Figure) -> Iterator[tuple[Moment, Moment, Sequence[float], bool]]:
    """The start, the end, the seconds between by all ways of counting, and whether nothing else can be meant."""
    if figure.value < DAY or not _said(figure):
        return
    place = bisect_left(scene.moments, figure.start, key=lambda moment: moment.span.start)
    told = [moment for moment in scene.moments[:place] if month_of(moment) is not None]
    if not told or figure.start - told[-1].span.end > _BESIDE:
        return
    *earlier, last = told
    if last.what == "date":
        yield from _to_the_day(scene, figure, earlier, last)
    if "month" not in in_full(figure.quantity.text):
        return
    starts = [moment for moment in earlier if _starts(scene, moment)]
    known = _from_until(scene, earlier, last) or starts or earlier
    sure = len({month_of(moment) for moment in known}) == 1
    for first in known[-3:]:
        months = [moment.what == "month" for moment in (first, last)]
        if named_again(scene.story.text, first, last):
            continue
        if all(months) or (sure and any(months)):
            counted = [_both(first, last)] if in_full_months(scene, first, last) else _apart(first, last)
            yield first, last, counted, sure


def named_again(text: str, first: Moment, last: Moment) -> bool:
    """Whether a month is named twice without a year, and nothing says that one lies between."""
    if first.what != "month" or first.dated or last.dated or first.value != last.value:
        return False
    return not _A_YEAR_ON.search(text[first.span.end : last.span.start])


def _from_until(scene: Scene, earlier: Sequence[Moment], last: Moment) -> list[Moment]:
    """The one start that an end belongs to, where the two are told as "from January of that year until March"."""
    text, near = scene.story.text, earlier[-1:]
    return [
        first
        for first in near
        if last.span.start - first.span.end <= _ONE_SPAN
        and _FROM.search(text[max(0, first.span.start - 12) : first.span.start])
        and _UNTIL.search(text[first.span.end : last.span.start])
    ]


def _to_the_day(
    scene: Scene, figure: Figure, earlier: Sequence[Moment], last: Moment
) -> Iterator[tuple[Moment, Moment, Sequence[float], bool]]:
    """From the one other date that stands close by to the one right before the length."""
    close = [moment for moment in earlier if last.span.start - moment.span.end <= _TOGETHER]
    near = [moment for moment in close if not _only_until(scene, moment)]
    if len(near) == 1 and near[0].what == "date" and figure.start - last.span.end <= _RIGHT_BEFORE:
        if last.value < near[0].value and not last.dated and _starts(scene, last) and not _starts(scene, near[0]):
            return  # "live on 15 September. We started on 3 February"
        for seconds in apart(near[0], last):
            yield near[0], last, [seconds, seconds + DAY], True


def _only_until(scene: Scene, moment: Moment) -> bool:
    """Whether something else than the whole ended then: "until 15 June it got worse"."""
    return bool(_ENDED.search(scene.story.text[max(0, moment.span.start - _ENDED_REACH) : moment.span.start]))


def _said(figure: Figure) -> bool:
    """Whether the words around a length say that it is how long something took until then."""
    if _NOT_SO.search(figure.tail) or ("after" in figure.before[-2:] and "of" in figure.after[:1]):
        return False  # "after five months of talks" is a part of it
    return bool(_SAID_BEFORE.search(figure.lead[-40:]) or _SAID_AFTER.search(figure.tail[:60]))


def _starts(scene: Scene, moment: Moment) -> bool:
    words = words_of(scene.story.text[max(0, moment.span.start - 50) : moment.span.start])
    return not _START.isdisjoint(words[-7:])


def _both(first: Moment, last: Moment) -> float:
    """Seconds from the start of one month to the end of another."""
    return (((month_of(last) or 0) - (month_of(first) or 0)) % 12 + 1) * _MONTH


def _apart(first: Moment, last: Moment) -> list[float]:
    """Seconds between two months: a month more where both are counted, and a year more where no year is told."""
    months = (month_of(last) or 0) - (month_of(first) or 0)
    both = first.dated and last.dated
    if not both:
        months %= 12
    if months <= 0:
        return [] if both else [12 * _MONTH, 13 * _MONTH]
    counted = [months * _MONTH, months / 12 * 365 * DAY, (months + 1) * _MONTH]
    return counted if both else [*counted, (months + 12) * _MONTH]


_TAKING = 30
"""Code points before a length in which it is taken up."""
_TAKES_UP = (("in", "these"), ("in", "those"), ("over", "these"), ("over", "those"), ("it", "was"), ("that", "was"))


def taken_up(scene: Scene, figure: Figure) -> bool:
    """Whether the words right before a length take up what was just told: "to 31 July. In these", "to May it was"."""
    words = tuple(words_of(scene.story.text[max(0, figure.start - _TAKING) : figure.start]))
    return words[-2:] in _TAKES_UP
