"""What manners, stories and moments of practice are called in a terminal."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from starproof.core.practice import CardKey, Manner

if TYPE_CHECKING:
    from starproof.api.practising import Studio

MANNERS: Mapping[Manner, str] = {
    "friendly": "a friendly interviewer",
    "neutral": "a neutral interviewer",
    "bar-raiser": "a bar raiser",
}


def titles(studio: Studio) -> dict[str, str]:
    """What every story in use is called, by its id."""
    from starproof.report.practice import story_titles

    return story_titles(studio.bank.banked())


def card_title(key: CardKey, named: Mapping[str, str]) -> str:
    """What a card is about."""
    from starproof.report.practice import figure_title

    if key.kind == "figure":
        return f"{figure_title(key.figure or '')}, in {named.get(key.story or '', key.story or '')}"
    if key.kind == "question":
        return key.question or ""
    return named.get(key.story or "", key.story or "")


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
