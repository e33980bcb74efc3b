"""A public that the outcome is told to reach: its size stands for a worth that is not told in money."""

from __future__ import annotations

from starproof.core.context import StoryContext
from starproof.core.facts import Measure

MANY = 100_000
"""So many people on are a public; fewer may be anybody's customers."""
_OUTCOME = ("result", "reflection")


def public(context: StoryContext) -> Measure | None:
    """The number of people reached, where it is a public and stands in the outcome."""
    people = context.facts.reach.people
    place = context.sentence_at(people.span.start) if people is not None and people.value >= MANY else None
    return people if place is not None and context.labels[place].label in _OUTCOME else None
