"""What modes, sessions, grades and moments of practice are called on pages."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import tzinfo
from functools import lru_cache

from starproof.core.bank import Banked
from starproof.core.keeping import Very
from starproof.core.practice import CardKey, Grade, Manner
from starproof.moments import moment_of
from starproof.practice.schedule.days import local_day, on_day, zone_of
from starproof.report.practice import GRADE_SAYS, figure_title, story_titles
from starproof.web.desk import Desk

TITLE = 90
"""Characters of a session's title."""
MANNERS: Mapping[Manner, str] = {
    "friendly": "friendly",
    "neutral": "neutral",
    "bar-raiser": "as a bar raiser would",
}


@dataclass(frozen=True, slots=True)
class Choice:
    """A grade with what it means."""

    grade: Grade
    name: str
    says: str


GRADES = tuple(Choice(grade, grade.capitalize(), says) for grade, says in GRADE_SAYS.items())


def grade_name(grade: Grade | None) -> str:
    """A grade in a word; an attempt without one was not rated."""
    return next((one.name for one in GRADES if one.grade == grade), "not rated")


def titles(desk: Desk) -> Mapping[str, str]:
    """What every story in use is called, by its id."""
    return _titles(Very(desk.bank.banked()))


@lru_cache(maxsize=4)
def _titles(stories: Very[tuple[Banked, ...]]) -> Mapping[str, str]:
    return story_titles(stories.thing)


def card_title(key: CardKey, named: Mapping[str, str]) -> str:
    """What a card is about."""
    if key.kind == "figure":
        return figure_title(key.figure or "")
    if key.kind == "question":
        return key.question or ""
    return named.get(key.story or "", key.story or "")


@dataclass(frozen=True, slots=True)
class Calendar:
    """Moments in words, by the days of whoever practises."""

    zone: tzinfo
    now: str

    @classmethod
    def of(cls, desk: Desk) -> Calendar:
        """By the desk's own clock and zone."""
        return cls(zone_of(desk.studio.zone), desk.studio.now())

    def day(self, moment: str) -> str:
        """The day of a moment in a sentence: ``today``, ``on Tuesday``, ``on 3 March``."""
        return on_day(local_day(moment_of(moment), self.zone), local_day(moment_of(self.now), self.zone))

    def minute(self, moment: str) -> str:
        """The day and the time of day."""
        return f"{self.day(moment)} at {moment_of(moment).astimezone(self.zone):%H:%M}"
