"""How a story lies against the longest and the shortest of the guide's frameworks."""

from __future__ import annotations

from starproof.core.context import StoryContext
from starproof.core.document import LABELS, Label
from starproof.core.ending import told_as
from starproof.core.results import FrameworkFit, Timing
from starproof.core.text import Span


def longest(timing: Timing) -> FrameworkFit | None:
    """The framework with the most time."""
    return max(timing.frameworks, key=lambda framework: framework.budget, default=None)


def shortest(timing: Timing) -> FrameworkFit | None:
    """The framework with the least time."""
    return min(timing.frameworks, key=lambda framework: framework.budget, default=None)


def up_at(context: StoryContext, seconds: float, told: float, within: tuple[Label, ...] = LABELS) -> Span | None:
    """The sentence in which the planned seconds for these sections run out; ``None`` where they do not.

    Time is shared out by words, as the sections' own seconds are where a story has no times. ``told`` is how many
    seconds the sections take as they are heard.
    """
    homes = told_as(context.labels)
    sentences = [sentence for sentence, home in zip(context.labels, homes, strict=True) if home in within]
    words = [len(context.document.quote(sentence.span).split()) for sentence in sentences]
    left = seconds / told * sum(words) if told else 0.0
    for sentence, count in zip(sentences, words, strict=True):
        left -= count
        if left < 0:
            return sentence.span
    return None
