"""Dates and clock times of a story: operands of a stated length, though no quantities themselves."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import accumulate

from starproof.core.keeping import kept
from starproof.core.months import IN_FULL, IN_SHORT, MONTHS, NAMES, SHORT
from starproof.core.text import Span
from starproof.parse.asides import without_asides

_SHORT = {name: number for number, name in enumerate(SHORT, 1)}
_BEFORE = tuple(accumulate((31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30), initial=0))
"""Days of a year before each month."""
_ORDINALS = (
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth "
    "sixteenth seventeenth eighteenth nineteenth twentieth twenty-first twenty-second twenty-third twenty-fourth "
    "twenty-fifth twenty-sixth twenty-seventh twenty-eighth twenty-ninth thirtieth thirty-first".split(" ")
)
_HOURS = "one two three four five six seven eight nine ten eleven twelve".split(" ")
_MINUTES = {
    "five": 5, "ten": 10, "fifteen": 15, "twenty": 20, "twenty-five": 25, "thirty": 30, "thirty-five": 35, "forty": 40,
    "forty-five": 45, "fifty": 50, "fifty-five": 55,
}  # fmt: skip
_MONTH = rf"(?P<month>{IN_SHORT})"
_NAMED = re.compile(rf"\b{_MONTH}\b", re.IGNORECASE)
_ENDS = tuple(NAMES)
_LONG = 400
"""Code points from which a stretch without a full stop is read in parts."""
_WIDEST = 32
"""Code points within which a date stands on either side of its month."""
_SPELLED = "|".join(sorted((o.replace("-", "[- ]") for o in _ORDINALS), key=len, reverse=True))
_DAY = rf"(?P<day>\d{{1,2}}(?:st|nd|rd|th)?|{_SPELLED})"
_YEAR = r"(?:,? (?P<year>(?:19|20)\d\d))?"
_DAY_MONTH = re.compile(rf"\b(?:the )?{_DAY} (?:of )?{_MONTH}\b\.?{_YEAR}", re.IGNORECASE)
_MONTH_DAY = re.compile(rf"\b{_MONTH}\.? (?:the )?{_DAY}\b{_YEAR}", re.IGNORECASE)
_MONTH_YEAR = re.compile(rf"\b{_MONTH} (?:of )?(?P<year>(?:19|20)\d\d)\b", re.IGNORECASE)
_MONTH_ALONE = re.compile(
    r"\b(?:[Ii]n|[Ff]rom|to|until|till|[Bb]y|[Ss]ince|between|and|of|was|already|mid|early|late|following|next|than|"
    r"for)[ -]"
    rf"(?P<month>{IN_FULL.title()})\b(?! \d)"
)
_NO_WORD = "|".join(month for month in MONTHS if month not in ("march", "may"))
_LIKE = r"(?:(?:like|about|around|maybe|early|mid|late|end of|start of|beginning of) ){0,2}"
_MONTH_SPOKEN = re.compile(
    rf"\b(?:in|from|until|till|by|since|was|already|following|next) {_LIKE}"
    rf"(?P<month>{IN_FULL})\b(?! \d)|\b(?:to|between|and) {_LIKE}(?P<other>{_NO_WORD})\b(?! \d)"
)
"""The same in small letters, as recognisers write; "to march" and "and may" are no months."""
_GOES_ON = (
    r"(?:we|i|he|she|it|they|you|the|my|our|his|her|their|all|every\w*|no\w*|"
    r"and|but|to|until|till|at|in|with|there|was)\b"
)
"""What may follow a day that is spelled out; before anything else it counts: "on the first four calls"."""
_DAY_ALONE = re.compile(
    rf"\b(?:on|by|until|till|before|since|from|to) the "
    rf"(?P<day>\d{{1,2}}(?:st|nd|rd|th)(?= (?!of)|[,.;])|(?:{_SPELLED})(?= {_GOES_ON}|[,.;]))",
    re.IGNORECASE,
)
_DIGITAL = re.compile(r"\b(?P<hour>[01]?\d|2[0-3])[:.](?P<minute>[0-5]\d)\b(?! ?(?:%|percent|million))")
_SPOKEN = re.compile(
    rf"\b(?:at|from|until|till|to|by) (?P<hour>{'|'.join(_HOURS)}|noon|midnight)"
    rf"(?: (?P<minute>{'|'.join(sorted(_MINUTES, key=len, reverse=True))}))?\b"
    r"(?! (?:percent|thousand|hundred|million|minutes|hours|days|weeks|months|points|people|teams|of))"
)
_MERIDIEM = re.compile(
    rf"(?<![\w.,:$€£])(?P<hour>1[0-2]|[1-9])(?:[:.](?P<minute>[0-5]\d))? ?(?P<half>[ap])(?:\.m\.|m\b)|"
    rf"\b(?:at|from|between|and|until|till|to|by|before|after|past) (?P<told>1[0-2]|[1-9]|{'|'.join(_HOURS)})"
    r"(?: o'clock)? (?:in the (?P<part>morning|afternoon|evening)|at (?P<night>night))\b",
    re.IGNORECASE,
)
"""A time of day with its half of the day: "8 pm", "two in the morning"."""
_HALVES = re.compile(r"\d ?[ap]\.?m\b|in the (?:morning|afternoon|evening)|at night", re.IGNORECASE)
_SHORT_OF = re.compile(
    r"(?:\b(?<!from )(?P<sure>quarter|twenty[- ]five|twenty)|(?:at|about|around|by) (?P<minutes>five|ten)) to $"
)
"""Before an hour: "at twenty to seven". "From ten to seven" is no time of day but two."""
_FROM_ONE, _SHORTEST = 25, 24
"""Code points within which "to six" goes on from another time of day; else it is a number, as in "from ten days
to six"; and within which minutes stand before it."""
_MARKED = re.compile(r"[:.][0-5]")
_HOURLY = re.compile(rf" (?:{'|'.join(_HOURS)}|noon|midnight)")
_NAMED_HOURS = {"noon": 12, "midnight": 0}
_NIGHT = 5
"""Before this hour "at night" is past midnight."""
_DAY_SECONDS = 86_400.0


@dataclass(frozen=True, slots=True)
class Moment:
    """A date in days, a month in months, or a time of day in seconds. ``whole`` says which."""

    span: Span
    value: float
    what: str
    """``date`` (days since a year 0 of 365 days), ``day`` of an unnamed month, ``month`` or ``clock``."""
    dated: bool = False
    """Whether the year is told."""


def moments(text: str) -> tuple[Moment, ...]:
    """Every date and time of day, in text order; of overlapping ones the longest."""
    found: list[Moment] = []
    at = 0
    for part in _parts(text):
        for moment in _told(part):
            start, end = moment.span.start, moment.span.end
            found.append(replace(moment, span=Span(at + start, at + end)))
        at += len(part)
    return tuple(found)


def _parts(text: str) -> Iterator[str]:
    """The text cut where no date or time can go on: behind full stops that end no month, and behind "we"."""
    held = ""
    for part in _cut(text, ". "):
        held += part
        if not held[-11:-2].lower().endswith(_ENDS):
            yield from _cut(held, " we ") if len(held) > _LONG else (held,)
            held = ""
    if held:
        yield held


def _cut(text: str, mark: str) -> list[str]:
    """The text cut behind each mark."""
    *parts, last = text.split(mark)
    return [*(part + mark for part in parts), last]


@kept
def _told(said: str) -> tuple[Moment, ...]:
    even = without_asides(said)
    found = [*_dates(even.text), *_clocks(even.text)]
    found.sort(key=lambda moment: (moment.span.start, -len(moment.span)))
    chosen: list[Moment] = []
    for moment in found:
        if not chosen or moment.span.start >= chosen[-1].span.end:
            chosen.append(moment)
    if not even.starts:
        return tuple(chosen)
    return tuple([replace(one, span=Span(*even.back(one.span.start, one.span.end))) for one in chosen])


def _dates(text: str) -> list[Moment]:
    alone = [Moment(Span(*hit.span()), float(_day(hit["day"])), "day") for hit in _DAY_ALONE.finditer(text)]
    folded = text.casefold()
    if not any(month in folded for month in _SHORT):
        return alone
    near = [(max(0, hit.start() - _WIDEST), hit.end() + _WIDEST) for hit in _NAMED.finditer(text)]
    days = [
        _date(hit) for pattern in (_DAY_MONTH, _MONTH_DAY) for part in near for hit in pattern.finditer(text, *part)
    ]
    months = [
        Moment(Span(*hit.span()), int(hit["year"]) * 12.0 + _month(hit), "month", True)
        for part in near
        for hit in _MONTH_YEAR.finditer(text, *part)
    ]
    bare = [Moment(Span(*hit.span("month")), float(_month(hit)), "month") for hit in _MONTH_ALONE.finditer(text)]
    for hit in _MONTH_SPOKEN.finditer(text):
        name = "month" if hit["month"] else "other"
        bare.append(Moment(Span(*hit.span(name)), float(_SHORT[hit[name][:3]]), "month"))
    return [*(date for date in days if date is not None), *months, *bare, *alone]


def _date(hit: re.Match[str]) -> Moment | None:
    day, year = _day(hit["day"]), int(hit["year"] or 0)
    if not 1 <= day <= 31:
        return None
    days = year * 365 + _BEFORE[_month(hit) - 1] + day
    return Moment(Span(*hit.span()), float(days), "date", bool(year))


def _month(hit: re.Match[str]) -> int:
    return _SHORT[hit["month"][:3].lower()]


def _day(words: str) -> int:
    digits = re.match(r"\d+", words)
    return int(digits.group()) if digits else _ORDINALS.index(words.lower().replace(" ", "-")) + 1


def _clocks(text: str) -> list[Moment]:
    found = [
        Moment(Span(*hit.span()), int(hit["hour"]) * 3600.0 + int(hit["minute"]) * 60.0, "clock", int(hit["hour"]) > 12)
        for hit in (_DIGITAL.finditer(text) if _MARKED.search(text) else ())
    ]
    found += [_halved(hit) for hit in (_MERIDIEM.finditer(text) if _HALVES.search(text) else ())]
    for hit in _SPOKEN.finditer(text) if _HOURLY.search(text) else ():
        moment = _spoken(text, hit, found)
        if moment is not None:
            found.append(moment)
    return found


def _halved(hit: re.Match[str]) -> Moment:
    """A time of day of which the half of the day is told."""
    name = "hour" if hit["hour"] else "told"
    hour = (int(hit[name]) if hit[name].isdigit() else _HOURS.index(hit[name].lower()) + 1) % 12
    early = hit["part"] == "morning" or (hit["half"] or "").lower() == "a" or (bool(hit["night"]) and hour < _NIGHT)
    seconds = (hour if early else hour + 12) * 3600.0 + int(hit["minute"] or 0) * 60.0
    return Moment(Span(hit.start(name), hit.end()), seconds, "clock", dated=True)


def _spoken(text: str, hit: re.Match[str], told: Sequence[Moment]) -> Moment | None:
    """A time of day in words; an hour behind "to" only where it goes on from another time, or from minutes."""
    start, to = hit.start("hour"), hit[0].startswith("to ")
    hour = _NAMED_HOURS[hit["hour"]] if hit["hour"] in _NAMED_HOURS else _HOURS.index(hit["hour"]) + 1
    minutes = _MINUTES.get(hit["minute"] or "", 0)
    before = _SHORT_OF.search(text, max(0, start - _SHORTEST), start) if to else None
    if before is not None:
        part = "sure" if before["sure"] else "minutes"
        start, minutes = before.start(part), -_MINUTES.get(before[part].replace(" ", "-"), 15)
    elif to and hit["hour"] in _HOURS and not any(0 <= hit.start() - m.span.end <= _FROM_ONE for m in told):
        return None
    return Moment(Span(start, hit.end()), hour * 3600.0 + minutes * 60.0, "clock")


def apart(first: Moment, last: Moment) -> tuple[float, ...]:
    """Seconds from ``first`` to ``last``, by every way to count that people use; empty if they do not compare."""
    if first.what == "clock" == last.what:
        gap = last.value - first.value
        night, half = gap + 24 * 3600, gap + 12 * 3600
        return (gap,) if gap > 0 else (night, half) if first.dated or half <= 0 else (half, night)
    if first.what == last.what == "month":
        months = last.value - first.value if first.dated == last.dated else (last.value - first.value) % 12
        months = months if months > 0 else months + 12
        return (months * 30 * _DAY_SECONDS, months / 12 * 365 * _DAY_SECONDS, (months + 1) * 30 * _DAY_SECONDS)
    if first.what == "month" or last.what == "month" or "clock" in (first.what, last.what):
        return ()
    return tuple(days * _DAY_SECONDS for days in _days_apart(first, last) if days > 0)


def month_of(moment: Moment) -> int | None:
    """The month that a date lies in, counted from a year 0 where its year is told; ``None`` for a day or a time."""
    if moment.what == "month":
        return int(moment.value) - 1
    if moment.what != "date":
        return None
    year, rest = divmod(int(moment.value) - 1, 365)
    return 12 * year + bisect_right(_BEFORE, rest) - 1


def _days_apart(first: Moment, last: Moment) -> tuple[float, ...]:
    if first.what == last.what == "date":
        if first.dated != last.dated:
            gap = (last.value - first.value) % 365
            return (gap,)
        gap = last.value - first.value
        return (gap,) if gap >= 0 or first.dated else (gap + 365,)
    day = first.value if first.what == "day" else _month_day(first)
    other = last.value if last.what == "day" else _month_day(last)
    return (abs(other - day),)


def _month_day(moment: Moment) -> float:
    rest = (moment.value - 1) % 365
    return rest - _BEFORE[bisect_right(_BEFORE, rest) - 1] + 1


_BESIDE = 260


def beside(start: int, first: Moment, last: Moment) -> bool:
    """Whether what starts here stands near one of two dates in text order, or between them."""
    near = min(abs(moment.span.start - start) for moment in (first, last)) <= _BESIDE
    return near or first.span.start < start < last.span.start
