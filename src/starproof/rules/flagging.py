"""What the rules of the red flags share: when a leaning suffices, what is quoted, when a text is too short to judge."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from starproof.core.context import StoryContext
from starproof.core.document import Label
from starproof.core.facts import Signal
from starproof.core.results import Evidence
from starproof.core.text import Span
from starproof.extract.around import clause
from starproof.extract.denial import denies
from starproof.extract.whose import has_happened, has_other_side, is_mistake, is_ours, is_real
from starproof.rules.base import Verdict

DUE = 0.38
"""The share from which a flag is raised: with calibrated shares, F1 is highest at about half its own value."""
UNQUOTED = "Read as a whole, the story gives no ground for it."
"""Why a flag is clear where no words can be shown."""
_QUOTES = 3
_LEAST_WORDS = 4
"""Words below which a clause, quoted alone, says nothing."""
_LONGEST = 400
"""Code points from which a "clause" is a page without pauses."""


def too_short(context: StoryContext) -> Verdict | None:
    """The verdict on a text that is too short to judge, or ``None`` where it is long enough."""
    return Verdict("cannot_say", context.too_short) if context.too_short else None


def due(context: StoryContext, flag: str) -> bool:
    """Whether the learned reader finds this flag due."""
    leaning = context.leanings.get(flag)
    return leaning is not None and leaning.share >= DUE


def spoken(context: StoryContext, flag: str) -> tuple[Evidence, ...]:
    """The sentences that speak for this flag, strongest first; empty where it rests on an absence.

    Who denies any fault says it of perfect stories, and of nothing else.
    """
    leaning = context.leanings.get(flag)
    spans = [context.labels[number].span for number in (leaning.sentences if leaning is not None else ())]
    about = [
        span for span in spans if flag == "perfect-story" or not denies(context.document.quote(span, most=_LONGEST))
    ]
    return context.evidence(*about[:_QUOTES])


def shown(context: StoryContext, *kinds: str) -> tuple[Evidence, ...]:
    """The clauses that show one of these kinds of signal where it fits, one a sentence, a few at the most.

    A signal is a few words, and many stand in any story. Quoted is the clause around one that stands in a section where
    such a thing is told, that happened, and that is the teller's own or somebody's, as its kind demands.
    """
    by_sentence: dict[int, Span] = {}
    for signal in context.facts.of(*kinds):
        if signal.sentence not in by_sentence and _fits(context, signal):
            by_sentence[signal.sentence] = clause(context, signal.span)
            if len(by_sentence) == _QUOTES:
                break
    return context.evidence(*by_sentence.values())


def cleared(context: StoryContext, told: str, *kinds: str) -> Verdict:
    """The verdict that a flag is not due: with what is told instead, or in words where nothing is to be quoted."""
    quotes = shown(context, *kinds)
    return Verdict("clear", told if quotes else UNQUOTED, quotes)


def _fits(context: StoryContext, signal: Signal) -> bool:
    words = clause(context, signal.span)
    said = context.document.quote(words)
    if context.labels[signal.sentence].label not in _TOLD_IN.get(signal.kind, _ANYWHERE):
        return False
    if len(said.split()) < _LEAST_WORDS or len(said) > _LONGEST or not is_real(context, words) or denies(said):
        return False
    return all(holds(context, signal) for holds in _HOLDS.get(signal.kind, ()))


_OUTCOME: tuple[Label, ...] = ("result", "reflection")
_COURSE: tuple[Label, ...] = ("task", "action", "result")
_ANYWHERE: tuple[Label, ...] = ("situation", "task", "action", "result", "reflection")
_TOLD_IN: Mapping[str, tuple[Label, ...]] = {
    **dict.fromkeys(("lasted", "spread", "built-on", "adoption", "external", "organisation"), _OUTCOME),
    **dict.fromkeys(("unpopular", "disagreement", "conflict"), _COURSE),
    **dict.fromkeys(("trade-off", "risk"), ("task", "action")),
    **dict.fromkeys(("managing", "delegation", "coordination", "peers"), ("task", "action")),
    "mechanism": ("action", "result", "reflection"),
    "long-term": ("task", "action", "result", "reflection"),
    "business-effect": ("result",),
    "setback": ("action", "result"),
    "lesson": _OUTCOME,
    "stakes": ("situation", "task"),
}
"""Where a thing of each kind is told; elsewhere the same words mostly say something else."""
_HOLDS: Mapping[str, tuple[Callable[[StoryContext, Signal], bool], ...]] = {
    "disagreement": (has_other_side,),
    "conflict": (has_other_side,),
    "mistake": (is_mistake,),
    "setback": (has_happened,),
    **dict.fromkeys(("owned-part", "managing", "delegation", "mechanism"), (is_ours,)),
    **dict.fromkeys(("trade-off", "risk", "peers", "coordination"), (is_ours,)),
}
"""What has to be true of the words around one."""
