"""What a story tells in so many words, where the learned reader of a flag is in two minds."""

from __future__ import annotations

from itertools import chain, islice

from starproof.core.context import StoryContext
from starproof.core.document import Label
from starproof.core.results import Evidence
from starproof.extract.people.taken_up import taken_up
from starproof.extract.time.sequel import sequels
from starproof.rules.flagging import shown

EVEN = 0.5
"""A share under even odds: the flag is raised for the sake of those it would miss, and a fact told outweighs it."""


def in_two_minds(context: StoryContext, flag: str) -> bool:
    """Whether the learned reader finds a flag due, and holds it for rather less likely than not."""
    leaning = context.leanings.get(flag)
    return leaning is not None and leaning.share < EVEN


def told_in_result(context: StoryContext, *kinds: str) -> tuple[Evidence, ...]:
    """The clauses of the results that show one of these kinds of signal, a few at the most."""
    return tuple(one for one in shown(context, *kinds) if _label(context, one) == "result")


def afterwards(context: StoryContext) -> tuple[Evidence, ...]:
    """The clause that tells beyond doubt what became of it: that it lasted, or else who does the same since."""
    return context.evidence(*islice(chain(sequels(context), taken_up(context)), 1))


def _label(context: StoryContext, one: Evidence) -> Label | None:
    place = context.sentence_at(one.span.start)
    return None if place is None else context.labels[place].label
