"""The practice log: what was done week by week, what was told aloud, and how it moved. It counts, and never scolds."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from starproof.core.practice import GRADES, MODES, Grade, Mode
from starproof.moments import moment_of
from starproof.practice.log.trends import LEAST, Trend, trend
from starproof.practice.log.tries import Try
from starproof.practice.schedule.days import counted, local_day, small, zone_of

REHEARSALS = 9
"""Spoken rehearsals across stories that being ready asks for: nine mock interviews were the most efficient dose among
558 young job seekers (doi 10.1177/21651434231160532)."""
WEEKS = 12
"""So many weeks are shown, the last ones."""
LAST_WEEKS = 4
"""Weeks of which it is said in how many there was practice."""
GRADES_SHOWN = 10


@dataclass(frozen=True, slots=True)
class Week:
    """One week from Monday to Sunday, of the owner's days."""

    monday: str
    sessions: int
    attempts: int
    minutes_aloud: float
    days: int
    """Days with practice."""


@dataclass(frozen=True, slots=True)
class StoryLog:
    """How one story was practised."""

    story: str
    attempts: int
    aloud: int
    last: str
    """The moment of the last attempt."""
    grades: tuple[Grade, ...]
    """The last ten, the newest at the end."""
    seconds: Trend | None
    """Of tellings aloud; ``None`` where none was measured."""
    follow_ups: Trend | None
    grading: Trend | None
    """Of the grades, 1 for again to 4 for easy."""


@dataclass(frozen=True, slots=True)
class Reactions:
    """How fast stories were named in one mode."""

    mode: Mode
    times: Trend


@dataclass(frozen=True, slots=True)
class PracticeLog:
    """All practice up to now."""

    sessions: int
    attempts: int
    minutes_aloud: float
    rehearsals: int
    """Stories told aloud, each time counted."""
    rehearsals_say: str
    stories_aloud: int
    """How many different stories were told aloud."""
    weeks: tuple[Week, ...]
    """From the first week with practice to this one, twelve at the most; weeks without practice stand among them."""
    running: int
    """Weeks with practice one after the other up to now; this week counts once there was practice in it."""
    weeks_say: str | None
    """In how many of the last weeks there was practice; ``None`` where there was none."""
    stories: tuple[StoryLog, ...]
    """The one practised last in front."""
    reactions: tuple[Reactions, ...]


def practice_log(tried: Iterable[Try], *, now: str, zone: str = "UTC") -> PracticeLog:
    """The log of attempts.

    Args:
        tried: of :func:`tries`, in any order; those after ``now`` are left out.
        now: the moment in UTC.
        zone: whose days and weeks count.

    Raises:
        PracticeError: when a moment or the zone cannot be read.
    """
    whose, moment = zone_of(zone), moment_of(now)
    read = sorted(
        ((at, one) for one in tried if (at := moment_of(one.at)) <= moment),
        key=lambda pair: (pair[0], pair[1].session, repr(pair[1])),
    )
    done = [one for _, one in read]
    days = [local_day(at, whose) for at, _ in read]
    today = local_day(moment, whose)
    told = [one for one in done if _rehearsal(one)]
    practised = {_monday(day) for day in days}
    return PracticeLog(
        sessions=len({one.session for one in done}),
        attempts=len(done),
        minutes_aloud=_minutes(done),
        rehearsals=len(told),
        rehearsals_say=_rehearsals(len(told)),
        stories_aloud=len({one.story for one in told}),
        weeks=tuple(_weeks(done, days, today)),
        running=_running(practised, today),
        weeks_say=_weeks_say(practised, today),
        stories=tuple(_stories(done)),
        reactions=tuple(_reactions(done)),
    )


def rehearsals(tried: Iterable[Try]) -> int:
    """How often a story was told aloud: what readiness sets against nine."""
    return sum(_rehearsal(one) for one in tried)


def _rehearsal(one: Try) -> bool:
    return one.spoken and one.story is not None and one.mode in ("story", "loop")


def _rehearsals(number: int) -> str:
    if number >= REHEARSALS:
        return f"{counted(number, 'telling')} aloud; {small(REHEARSALS)} are a sound start."
    return f"{counted(number, 'telling')} aloud of the {small(REHEARSALS)} that being ready asks for."


def _minutes(done: Iterable[Try]) -> float:
    return round(sum(one.aloud for one in done if math.isfinite(one.aloud)) / 60, 1)


def _monday(day: date) -> date:
    return day - timedelta(days=day.weekday())


def _weeks(done: Sequence[Try], days: Sequence[date], today: date) -> Iterator[Week]:
    if not done:
        return
    found: dict[date, list[tuple[date, Try]]] = defaultdict(list)
    for day, one in zip(days, done, strict=True):
        found[_monday(day)].append((day, one))
    first = max(min(found), _monday(today) - timedelta(weeks=WEEKS - 1))
    for number in range((_monday(today) - first).days // 7 + 1):
        monday = first + timedelta(weeks=number)
        here = found.get(monday, [])
        yield Week(
            monday=monday.isoformat(),
            sessions=len({one.session for _, one in here}),
            attempts=len(here),
            minutes_aloud=_minutes(one for _, one in here),
            days=len({day for day, _ in here}),
        )


def _running(practised: set[date], today: date) -> int:
    """This week is not over: without practice in it yet, the run up to last week stands."""
    week = _monday(today)
    if week not in practised:
        week -= timedelta(weeks=1)
    number = 0
    while week in practised:
        number, week = number + 1, week - timedelta(weeks=1)
    return number


def _weeks_say(practised: set[date], today: date) -> str | None:
    if not practised:
        return None
    spanned = min(LAST_WEEKS, (_monday(today) - min(practised)).days // 7 + 1)
    number = sum(_monday(today) - timedelta(weeks=back) in practised for back in range(spanned))
    if not number:
        return None
    if spanned == 1:
        return "You practised this week."
    return f"You practised in {small(number)} of the last {small(spanned)} weeks."


def _stories(done: Sequence[Try]) -> Iterator[StoryLog]:
    found: dict[str, list[Try]] = defaultdict(list)
    for one in done:
        if one.story is not None and one.mode != "retrieval":
            found[one.story].append(one)
    measures = {story: _measures(here) for story, here in found.items()}
    looks = _looks(measure for those in measures.values() for measure, _ in those.values())
    newest = sorted(found, key=lambda story: (moment_of(found[story][-1].at), story), reverse=True)
    for story in newest:
        here = found[story]
        grades = tuple(one.grade for one in here if one.grade is not None)
        trends = {name: trend(values, unit=unit, looks=looks) for name, (values, unit) in measures[story].items()}
        yield StoryLog(
            story=story,
            attempts=len(here),
            aloud=sum(one.spoken for one in here),
            last=here[-1].at,
            grades=grades[-GRADES_SHOWN:],
            seconds=trends["seconds"],
            follow_ups=trends["follow_ups"],
            grading=trends["grading"],
        )


def _measures(here: Sequence[Try]) -> Mapping[str, tuple[list[float], str]]:
    """Typing takes another time than telling: seconds are of tellings aloud alone."""
    told = [one for one in here if one.mode in ("story", "loop")]
    return {
        "seconds": ([s for one in told if one.spoken and (s := _known(one.seconds)) is not None], "seconds"),
        "follow_ups": ([float(one.follow_ups) for one in told], "follow-ups"),
        "grading": ([GRADES.index(one.grade) + 1.0 for one in here if one.grade], "of 4 in its ratings"),
    }


def _reactions(done: Sequence[Try]) -> Iterator[Reactions]:
    times = {
        mode: [t for one in done if one.mode == mode and (t := _known(one.reaction)) is not None] for mode in MODES
    }
    looks = _looks(times.values())
    for mode, values in times.items():
        moved = trend(values, unit="seconds", looks=looks)
        if moved is not None:
            yield Reactions(mode, moved)


def _known(value: float | None) -> float | None:
    return value if value is not None and math.isfinite(value) else None


def _looks(measures: Iterable[Sequence[float]]) -> int:
    """How many trends have points enough to be looked at."""
    return sum(len(values) >= LEAST for values in measures)
