"""A practice session as a pure state machine: its setup and its steps say where it stands."""

from starproof.practice.session.checks import has_words
from starproof.practice.session.clock import time_left
from starproof.practice.session.grading import LATE, QUICK, STEADY, naming_grade, ratings
from starproof.practice.session.machine import begin, replay, take
from starproof.practice.session.phases import open_steps

__all__ = [
    "LATE",
    "QUICK",
    "STEADY",
    "begin",
    "has_words",
    "naming_grade",
    "open_steps",
    "ratings",
    "replay",
    "take",
    "time_left",
]
