"""Whether the end of a story carries its weight, and comes back to the goal that was set at its start."""

from __future__ import annotations

from collections.abc import Iterable

from starproof.core.document import Label
from starproof.core.text import Span
from starproof.extract.text.words import singular
from starproof.level.case import Case, asked
from starproof.parse.words import said

HALF = 0.5
"""The share of its planned share of the answer below which the outcome is thin."""
_OUTCOME: tuple[Label, ...] = ("result", "reflection")
_LONG = 4
"""Letters from which a word may say what a goal is about."""
_EMPTY = frozenset(
    "about after again before being below could down every from goal have into just least less made make more most "
    "much must need only over should some target team than that them then there they this those under until want were "
    "what when which with within work would your".split()
)
"""Words of many letters that say nothing of what a goal is about."""


def thin_outcome(case: Case) -> tuple[float, float] | None:
    """The share of the answer that its outcome takes and the least that is planned for it, where it is too little.

    What was learned counts to the outcome, as the plans ask for it there.
    """
    fits = case.context.timing.frameworks
    planned = [fit.sections["result"] / sum(fit.sections.values()) for fit in fits if fit.sections.get("result")]
    told = [one for one in case.context.labels if one.label != "other"]
    total = sum(len(one.span) for one in told)
    if not planned or not total:
        return None
    share = sum(len(one.span) for one in told if one.label in _OUTCOME) / total
    return (share, min(planned)) if 0 < share < HALF * min(planned) else None


def answers_goal(case: Case, detector: str) -> bool:
    """Whether the outcome speaks of what the goal was about that this detector found, by a word that both hold."""
    asks, _ = asked(case, detector)
    met = [one for fit in case.context.timing.frameworks for one in fit.asks if one.ask in asks and one.met]
    places = [case.context.sentence_at(quote.span.start) for one in met for quote in one.evidence]
    goals = [case.context.labels[place].span for place in places if place is not None]
    ending = [one.span for one in case.context.labelled(*_OUTCOME)]
    return not _about(case, goals).isdisjoint(_about(case, ending))


def _about(case: Case, spans: Iterable[Span]) -> frozenset[str]:
    words = (singular(token.word) for span in spans for token in said(case.context.document.quote(span)))
    return frozenset(word for word in words if len(word) >= _LONG and word not in _EMPTY)
