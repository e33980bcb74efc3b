"""What the rules of the red flags share: when a leaning suffices, what is quoted, when a text is too short to judge."""

from __future__ import annotations

from starproof.core.context import StoryContext
from starproof.core.facts import Signal
from starproof.core.results import Evidence
from starproof.rules.base import Verdict

DUE = 0.38
"""The share from which a flag is raised: with calibrated shares, F1 is highest at about half its own value."""
_QUOTES = 3


def too_short(context: StoryContext) -> Verdict | None:
    """The verdict on a text that is too short to judge, or ``None`` where it is long enough."""
    return Verdict("cannot_say", context.too_short) if context.too_short else None


def due(context: StoryContext, flag: str) -> bool:
    """Whether the learned reader finds this flag due."""
    leaning = context.leanings.get(flag)
    return leaning is not None and leaning.share >= DUE


def spoken(context: StoryContext, flag: str) -> tuple[Evidence, ...]:
    """The sentences that speak for this flag, strongest first; empty where it rests on an absence."""
    leaning = context.leanings.get(flag)
    numbers = leaning.sentences if leaning is not None else ()
    return context.evidence(*(context.labels[number].span for number in numbers[:_QUOTES]))


def shown(context: StoryContext, *kinds: str) -> tuple[Evidence, ...]:
    """The first words of the story that show one of these kinds of signal, a few at the most."""
    return quoted(context, context.facts.of(*kinds))


def quoted(context: StoryContext, signals: tuple[Signal, ...]) -> tuple[Evidence, ...]:
    """The words of these signals, one a sentence, a few at the most."""
    by_sentence: dict[int, Signal] = {}
    for signal in signals:
        by_sentence.setdefault(signal.sentence, signal)
    return context.evidence(*(signal.span for signal in list(by_sentence.values())[:_QUOTES]))
