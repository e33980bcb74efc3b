"""What the rules of the red flags share: when a leaning suffices, what is quoted, when a text is too short to judge."""

from __future__ import annotations

from collections.abc import Callable

from starproof.core.context import StoryContext
from starproof.core.results import Evidence
from starproof.core.text import Span
from starproof.extract.teller.denial import denies
from starproof.extract.teller.fitting import LONGEST, fits
from starproof.extract.text.around import clause
from starproof.rules.base import Verdict

DUE = 0.38
"""The share from which a flag is raised: with calibrated shares, F1 is highest at about half its own value."""
HARDER = {"short-horizon": 0.34}
"""The same for a flag that is read less well than the others: half of its F1 over held-out hands, which is 0.68."""
UNSURE = 0.2
"""The share from which a flag that is not due is held for open where no words speak against it."""
UNSETTLED = "Nothing that is told settles it, for or against."
"""Why nothing is said of a flag."""
UNQUOTED = "Read as a whole, the story gives no ground for it."
"""Why a flag is clear where no words can be shown."""
_QUOTES = 3


def too_short(context: StoryContext) -> Verdict | None:
    """The verdict on a text that is too short to judge, or ``None`` where it is long enough."""
    return Verdict("cannot_say", context.too_short) if context.too_short else None


def least(flag: str) -> float:
    """The share from which this flag is raised."""
    return HARDER.get(flag, DUE)


def due(context: StoryContext, flag: str) -> bool:
    """Whether the learned reader finds this flag due."""
    leaning = context.leanings.get(flag)
    return leaning is not None and leaning.share >= least(flag)


def spoken(context: StoryContext, flag: str) -> tuple[Evidence, ...]:
    """The sentences that speak for this flag, strongest first; empty where it rests on an absence.

    Who denies any fault says it of perfect stories, and of nothing else.
    """
    leaning = context.leanings.get(flag)
    spans = [context.labels[number].span for number in (leaning.sentences if leaning is not None else ())]
    about = [
        span for span in spans if flag == "perfect-story" or not denies(context.document.quote(span, most=LONGEST))
    ]
    return context.evidence(*about[:_QUOTES])


def shown(
    context: StoryContext, *kinds: str, holds: Callable[[StoryContext, Span], bool] | None = None
) -> tuple[Evidence, ...]:
    """The clauses that show one of these kinds of signal where it fits, one a sentence, a few at the most.

    A signal is a few words, and many stand in any story. Quoted is the clause around one that stands in a section where
    such a thing is told, that happened, and that is the teller's own or somebody's, as its kind demands; and that
    ``holds``, where the rule has more to ask of it.
    """
    by_sentence: dict[int, Span] = {}
    for signal in context.facts.of(*kinds):
        if signal.sentence not in by_sentence and fits(context, signal):
            words = clause(context, signal.span)
            if holds is None or holds(context, words):
                by_sentence[signal.sentence] = words
            if len(by_sentence) == _QUOTES:
                break
    return context.evidence(*by_sentence.values())


def cleared(context: StoryContext, flag: str, told: str, *kinds: str, else_by: tuple[Evidence, ...] = ()) -> Verdict:
    """The verdict that a flag is not due: with what is told instead, or in words where nothing is to be quoted.

    ``else_by`` is quoted where no signal of these kinds is shown.
    """
    quotes = shown(context, *kinds) or else_by
    return Verdict("clear", told, quotes) if quotes else unquoted(context, flag)


def unquoted(context: StoryContext, flag: str) -> Verdict:
    """The verdict where nothing can be quoted either way: clear, or open where the learned reader is not sure of it.

    Where it finds the flag due and the rule's facts say no, the facts settle it.
    """
    return Verdict("cannot_say", UNSETTLED) if unsettled(context, flag) else Verdict("clear", UNQUOTED)


def unsettled(context: StoryContext, flag: str) -> bool:
    """Whether the learned reader neither finds this flag due nor is sure that it is not."""
    leaning = context.leanings.get(flag)
    return leaning is not None and UNSURE <= leaning.share < least(flag)
