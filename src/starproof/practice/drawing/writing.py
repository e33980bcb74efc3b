"""The written narrative that some loops ask for: typed, timed, held to the same checks."""

from __future__ import annotations

from dataclasses import replace

from starproof.core.practice import Assignment
from starproof.practice.drawing import times


def essay(asked: Assignment, *, seconds: float = times.ESSAY) -> Assignment:
    """The same question, to be answered in writing. No framework of a spoken answer fits it."""
    return replace(asked, think=times.THINK_FOR_ESSAY, seconds=seconds, framework=None, follow_ups=0)
