"""OWN304: nothing in the story is told in the first person singular."""

from __future__ import annotations

from collections.abc import Iterator

from starproof.core.context import StoryContext
from starproof.rules.base import Hit, rule

LEAST_SENTENCES = 3
"""Sentences of action below which a story is too short to wonder."""


@rule("OWN304", "no-first-person", severity="note")
def no_first_person(context: StoryContext) -> Iterator[Hit]:
    """The action is told without a single "I".

    Rationale:
    This is a question, not a fault: in some studies "we" goes with better ratings, and notes often leave the subject
    out. But an interviewer who hears only "we" will ask which part was yours, so have the answer ready.

    Weak:
    Our harbour cranes stood still for six hours in the storm, and forty ships waited. We had to get them moving
    before the night tide. We called both control rooms together and took the sensors out of the loop. We let the crane
    drivers decide by eye. We sent two pilots to the near quay and told the captains to wait. We lifted the last ship at
    four. Since then every storm is run by that plan.

    Stronger:
    Our harbour cranes stood still for six hours in the storm, and forty ships waited. We had to get them moving
    before the night tide. I called both control rooms together and took the sensors out of the loop. I let the crane
    drivers decide by eye. We sent two pilots to the near quay and told the captains to wait. We lifted the last ship at
    four. Since then every storm is run by that plan.

    Limits:
    Counts the word, not the deed: clipped notes ("Rolled it back.") have no subject at all. It lowers no rating.
    """
    acting = context.labelled("action")
    if len(acting) < LEAST_SENTENCES or context.facts.of("speaker"):
        return
    ours = [s.span for s in context.facts.of("group") if context.labels[s.sentence].label == "action"]
    yield Hit(
        "Nothing here is told by “I”: have ready which part was yours.",
        context.evidence(*ours[:3]) if ours else context.evidence(acting[0].span),
        "Which part of this was yours alone?",
    )
