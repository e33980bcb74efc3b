"""What modes, grades, stories and moments of practice are called in a terminal."""

from __future__ import annotations

import os
from collections.abc import Mapping
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from starproof.core.practice import CardKey, Grade, Manner, Mode, Setup

if TYPE_CHECKING:
    from starproof.api.practising import Studio

MODES: Mapping[Mode, str] = {
    "story": "One story",
    "retrieval": "Name the story",
    "defence": "Defend a number",
    "loop": "The whole loop",
    "essay": "The written narrative",
}
MANNERS: Mapping[Manner, str] = {
    "friendly": "a friendly interviewer",
    "neutral": "a neutral interviewer",
    "bar-raiser": "a bar raiser",
}
GRADES: Mapping[Grade, str] = {
    "again": "I lost the thread, or could not tell it.",
    "hard": "I got through it, with effort or with gaps.",
    "good": "I told it as I meant to.",
    "easy": "I would tell it like this tomorrow.",
}
ZONES = Path("/etc/localtime")


def titles(studio: Studio) -> dict[str, str]:
    """What every story in use is called, by its id."""
    from starproof.report.safe import clipped

    return {one.id: one.digest.title or clipped(one.digest.opening, most=70) or one.id for one in studio.bank.banked()}


def title_of(setup: Setup, *, most: int = 80) -> str:
    """What a session is about, in a line."""
    from starproof.report.safe import clipped
    from starproof.report.words import counted

    if setup.mode == "retrieval":
        return counted(len(setup.assignments), "question")
    if setup.mode == "defence":
        return counted(len(setup.assignments), "figure")
    if setup.mode == "loop":
        people = dict.fromkeys(one.interviewer or "" for one in setup.assignments)
        return clipped("with " + ", ".join(people), most=most)
    return clipped(setup.assignments[0].ask, most=most)


def card_title(key: CardKey, named: Mapping[str, str]) -> str:
    """What a card is about."""
    if key.kind == "figure":
        return f"{key.figure or ''}, in {named.get(key.story or '', key.story or '')}"
    if key.kind == "question":
        return key.question or ""
    return named.get(key.story or "", key.story or "")


def minutes(seconds: float) -> str:
    """Seconds on a clock: ``0:07``, ``12:30``."""
    return f"{int(seconds) // 60}:{int(seconds) % 60:02d}"


def day(studio: Studio, moment: str) -> str:
    """The day of a moment in a sentence, by the owner's days: ``today``, ``on Tuesday``, ``on 3 March``."""
    from starproof.moments import moment_of
    from starproof.practice.schedule.days import local_day, on_day, zone_of

    zone = zone_of(studio.zone)
    return on_day(local_day(moment_of(moment), zone), local_day(moment_of(studio.now()), zone))


def minute(studio: Studio, moment: str) -> str:
    """The day and the time of day."""
    from starproof.moments import moment_of
    from starproof.practice.schedule.days import zone_of

    return f"{day(studio, moment)} at {moment_of(moment).astimezone(zone_of(studio.zone)):%H:%M}"


def local_zone() -> str:
    """This machine's time zone by name where it has one, else as its offset of today."""
    named = os.environ.get("TZ", "").lstrip(":") or str(ZONES.resolve()).partition("zoneinfo/")[2]
    try:
        from zoneinfo import ZoneInfo

        ZoneInfo(named)
    except (ValueError, OSError, LookupError):
        return _offset()
    return named


def _offset() -> str:
    try:
        return f"{datetime.now().astimezone():%z}"
    except (ValueError, OverflowError, OSError):  # a TZ that is a day or more away
        return "UTC"
