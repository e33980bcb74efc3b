"""Questions about sections that are not told, each tied to the words it would follow."""

from __future__ import annotations

from collections.abc import Iterator

from starproof.core.context import StoryContext
from starproof.core.document import Label
from starproof.core.passing import told_in_passing
from starproof.core.text import Span
from starproof.probes.candidate import Candidate, Sight, quoted

MISSING: tuple[tuple[Label, float, tuple[Label, ...], str], ...] = (
    ("action", 95, ("task", "situation", "result"), "what did you yourself do about it?"),
    ("result", 90, ("action", "task", "situation"), "what came of it?"),
    ("task", 50, ("situation", "action"), "what were you responsible for, and what would have been success?"),
    ("situation", 40, ("task", "action"), "what was going on, and why did it matter?"),
    ("reflection", 42, ("result", "action"), "what would you do differently next time?"),
)
"""Each section with its weight, the sections whose words the question is tied to, and the question."""

LEAST_WORDS = 4
"""Words below which a sentence, quoted alone, says nothing."""


def sections(sight: Sight) -> Iterator[Candidate]:
    """One question for each section that is missing."""
    context = sight.context
    told = {sentence.label for sentence in context.labels}
    for label, hurt, after, question in MISSING:
        if label in told or told_in_passing(context, label):
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


def _anchor(context: StoryContext, labels: tuple[Label, ...]) -> Span | None:
    """The last sentence of the first of these sections that the story has, if it can one that says something alone."""
    for label in labels:
        found = context.labelled(label)
        if found:
            full = [one.span for one in found if len(context.document.quote(one.span).split()) >= LEAST_WORDS]
            return (full or [found[-1].span])[-1]
    return context.labels[-1].span if context.labels else None
