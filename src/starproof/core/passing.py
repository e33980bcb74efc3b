"""Which sections a story tells in passing, where no whole sentence belongs to them."""

from __future__ import annotations

import re
from collections.abc import Mapping

from starproof.core.context import StoryContext
from starproof.core.document import Label

TOLD_BY: Mapping[Label, tuple[str, ...]] = {
    "task": ("accountability", "target"),
    "reflection": ("lesson", "mistake"),
}
"""Words that give what a section is for."""
SCENE = 2
"""Figures in an opening sentence of task from which it sets the scene too."""
_ARRIVED = re.compile(
    r"(?:When|By the time|At the time|As soon as) (?:I|we) (?:took|joined|started|came|arrived|inherited|moved|began|"
    r"got|was|were)\b[^.;:!?]{2,120}?, (?:we|it|they|there|nobody|nothing|the|our|its|their|each|every)\b"
    r"[^.;:!?,]{0,60}?\b(?:had|was|were)\b",
    re.IGNORECASE,
)
"""How things stood when the teller came to them: "when I took over the group, the doors were not reporting"."""
LONGEST = 400
"""Code points of an opening sentence that are looked at."""


def told_in_passing(context: StoryContext, section: Label) -> bool:
    """Whether a story without a sentence of this section gives all the same what the section is for."""
    if context.facts.of(*TOLD_BY.get(section, ())):
        return True
    if section == "task":
        return _tells_whom(context)
    return section == "situation" and _opens_with_scene(context)


def _tells_whom(context: StoryContext) -> bool:
    """Whether the teller says in a sentence of their own how many they lead, which is what they answer for."""
    people = context.facts.reach.engineers
    place = context.sentence_at(people.span.start) if people is not None else None
    return place is not None and any(signal.sentence == place for signal in context.facts.of("speaker"))


def _opens_with_scene(context: StoryContext) -> bool:
    """Whether the first sentence gives the scene with the task, in figures, or says what the teller came to."""
    first = next((sentence for sentence in context.labels if sentence.label != "other"), None)
    if first is None:
        return False
    if _ARRIVED.match(context.document.quote(first.span, most=LONGEST)) is not None:
        return True
    return (
        first.label == "task" and sum(first.span.contains(figure.span) for figure in context.facts.quantities) >= SCENE
    )
