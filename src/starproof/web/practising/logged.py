"""The practice log laid out: weeks, stories, reaction times, what is to come."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import Any

from starproof.core.practice import Grade
from starproof.practice.log import LEAST, StoryLog
from starproof.report.practice import MODE_NAMES, session_title
from starproof.web.desk import Desk
from starproof.web.practising.coming import agenda
from starproof.web.practising.naming import TITLE, Calendar, grade_name, titles

SESSIONS = 30
"""Sessions that are listed at once."""
PLOTTED = 40
"""Reaction times that are listed and drawn, the last ones."""
SHAPES: dict[Grade, str] = {"again": "▽", "hard": "◇", "good": "●", "easy": "★"}
"""Grades as shapes, in a row of many."""


@dataclass(frozen=True, slots=True)
class Reaction:
    """One naming of a story."""

    number: int
    at: str
    seconds: float
    grade: Grade


def logged(desk: Desk, *, most: int = SESSIONS) -> dict[str, Any]:
    """What the log's page is filled in with."""
    studio = desk.studio
    sessions, log = studio.sessions(), studio.log()
    return {
        "log": log,
        "sessions": sessions[:most],
        "total": len(sessions),
        "most": most,
        "agenda": agenda(desk),
        "reacted": reactions(desk),
        "titles": titles(desk),
        "modes": MODE_NAMES,
        "title_of": partial(session_title, most=TITLE),
        "days": Calendar.of(desk),
        "least": LEAST,
        "grade_shapes": SHAPES,
        "grade_name": grade_name,
        "moved": moved,
    }


def reactions(desk: Desk) -> list[Reaction]:
    """The last namings of stories, in their order."""
    named = [one for one in desk.studio.ratings() if one.mode == "retrieval" and one.seconds is not None]
    last = sorted(named, key=lambda one: one.at)[-PLOTTED:]
    return [Reaction(n, one.at, one.seconds, one.grade) for n, one in enumerate(last, 1) if one.seconds is not None]


def moved(story: StoryLog) -> list[tuple[str, str]]:
    """What was measured of a story's tellings, each with how it moved, in words."""
    named = (("Length", story.seconds), ("Follow-ups", story.follow_ups), ("Ratings", story.grading))
    return [(name, trend.says) for name, trend in named if trend is not None]
