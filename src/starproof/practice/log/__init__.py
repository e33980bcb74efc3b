"""The practice log: attempts, weeks, and trends that are honest about small numbers."""

from starproof.practice.log.summary import REHEARSALS, PracticeLog, Reactions, StoryLog, Week, practice_log, rehearsals
from starproof.practice.log.trends import LEAST, Trend, trend
from starproof.practice.log.tries import Try, tries

__all__ = [
    "LEAST",
    "REHEARSALS",
    "PracticeLog",
    "Reactions",
    "StoryLog",
    "Trend",
    "Try",
    "Week",
    "practice_log",
    "rehearsals",
    "trend",
    "tries",
]
