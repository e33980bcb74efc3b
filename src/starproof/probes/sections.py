"""Questions about sections that are not told, each tied to the words it would follow."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from starproof.core.context import StoryContext
from starproof.core.document import Label
from starproof.core.text import Span
from starproof.probes.candidate import Candidate, Sight, quoted

TOLD_BY: Mapping[Label, tuple[str, ...]] = {
    "task": ("accountability", "target"),
    "reflection": ("lesson", "mistake"),
}
"""Words that give what a section is for even where no whole sentence belongs to it."""
SCENE = 2
"""Figures in an opening sentence of task from which it sets the scene too."""
MISSING: tuple[tuple[Label, float, tuple[Label, ...], str], ...] = (
    ("action", 95, ("task", "situation", "result"), "what did you yourself do about it?"),
    ("result", 90, ("action", "task", "situation"), "what came of it?"),
    ("task", 50, ("situation", "action"), "what were you responsible for, and what would have been success?"),
    ("situation", 40, ("task", "action"), "what was going on, and why did it matter?"),
    ("reflection", 42, ("result", "action"), "what would you do differently next time?"),
)
"""Each section with its weight, the sections whose words the question is tied to, and the question."""


def sections(sight: Sight) -> Iterator[Candidate]:
    """One question for each section that is missing."""
    context = sight.context
    told = {sentence.label for sentence in context.labels}
    for label, hurt, after, question in MISSING:
        if label in told or context.facts.of(*TOLD_BY.get(label, ())) or (label == "situation" and _scene(sight)):
            continue
        span = _anchor(context, after)
        if span is not None:
            yield Candidate(
                f"missing-{label}",
                hurt,
                f"{quoted(context, span)}: {question}",
                f"The story has no {label}.",
                (span,),
            )


def _scene(sight: Sight) -> bool:
    """Whether the story opens with its task in figures, which sets the scene in one breath."""
    labels = sight.context.labels
    place = next((at for at, sentence in enumerate(labels) if sentence.label != "other"), None)
    return place is not None and labels[place].label == "task" and len(sight.figures[place]) >= SCENE


def _anchor(context: StoryContext, labels: tuple[Label, ...]) -> Span | None:
    """The last sentence of the first of these sections that the story has."""
    for label in labels:
        found = context.labelled(label)
        if found:
            return found[-1].span
    return context.labels[-1].span if context.labels else None
