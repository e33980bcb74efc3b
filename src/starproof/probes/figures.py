"""Questions about figures: sums that do not add up, figures without baseline, period or source."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from starproof.core.context import StoryContext
from starproof.core.facts import Claim, Quantity
from starproof.probes.candidate import Candidate, Sight, clause, quoted

TELLERS = ("stakeholder", "bosses", "peers", "customers")
"""People in the sentence of a figure who may be the ones that counted."""
DAY = 86_400.0
"""Seconds; a shorter time is a measurement, a longer one says when."""


def figures(sight: Sight) -> Iterator[Candidate]:
    """Inconsistent claims first, then figures of the outcome that an interviewer cannot check."""
    context = sight.context
    yield from (_wrong(context, claim) for claim in context.facts.claims if claim.verdict == "inconsistent")
    explained = _explained(context)
    for place, sentence in enumerate(context.labels):
        if sentence.label == "result":
            for index in sight.figures[place]:
                yield from _unexplained(sight, place, index, index in explained)


def _wrong(context: StoryContext, claim: Claim) -> Candidate:
    operands = (context.facts.quantities[index].span for index in claim.operands)
    said = context.document.quote(claim.span)
    return Candidate(
        kind="claim",
        hurt=100,
        question=f"You say “{said}”, but {claim.explanation}. Which is it?",
        because="An interviewer does this sum in their head.",
        spans=(claim.span, *operands),
    )


def _explained(context: StoryContext) -> frozenset[int]:
    """Quantities that a claim derives or is derived from: the story says from what to what."""
    claims = context.facts.claims
    stated = {claim.quantity for claim in claims if claim.quantity is not None}
    return frozenset(stated.union(*(claim.operands for claim in claims)))


_NAMES = {
    "from how much to how much": "a baseline",
    "over what period": "a period",
    "who measured it": "anyone who measured it",
}


def _unexplained(sight: Sight, place: int, index: int, explained: bool) -> Iterator[Candidate]:
    facts = sight.context.facts
    figure = facts.quantities[index]
    weight = 15 if facts.impact and facts.impact.quantity == index else 0
    lacks = list(_lacks(sight, place, figure, explained))
    if lacks:
        words = clause(sight.context, figure.span)
        yield Candidate(
            kind="figure",
            hurt=50 + weight + 4 * len(lacks),
            question=f"{quoted(sight.context, words)}: {_joined(lacks)}?",
            because="The figure stands without " + _joined([_NAMES[lack] for lack in lacks]) + ".",
            spans=(words,),
        )


def _lacks(sight: Sight, place: int, figure: Quantity, explained: bool) -> Iterator[str]:
    """What the story does not say about this figure. Counts and times are left alone: they say themselves."""
    if figure.kind not in ("percent", "multiple", "money"):
        return
    quantities = sight.context.facts.quantities
    mates = [quantities[i] for i in sight.figures[place] if quantities[i] is not figure]
    if figure.kind != "money" and not explained and not _compared(figure, mates):
        yield "from how much to how much"
    if figure.kind == "money" and "/" not in figure.unit and all(q.kind != "duration" for q in mates):
        yield "over what period"
    if not sight.near(place, TELLERS):
        yield "who measured it"


def _compared(figure: Quantity, mates: Sequence[Quantity]) -> bool:
    """Whether the sentence gives another figure like it, or two from which the change follows."""
    alike = any(q.kind == figure.kind and q.unit == figure.unit for q in mates)
    return alike or sum(q.kind not in ("percent", "multiple") for q in mates) > 1


def _joined(parts: Sequence[str]) -> str:
    return parts[0] if len(parts) == 1 else ", ".join(parts[:-1]) + " and " + parts[-1]


def undated(sight: Sight) -> Iterator[Candidate]:
    """An outcome in figures that never says when it was reached, nor whether it held."""
    context = sight.context
    places = [i for i, sentence in enumerate(context.labels) if sentence.label == "result"]
    told = [context.facts.quantities[index] for place in places for index in sight.figures[place]]
    if not told or context.facts.of("lasted") or any(q.kind == "duration" and q.value >= DAY for q in told):
        return
    words = clause(context, told[-1].span)
    yield Candidate(
        kind="date",
        hurt=45,
        question=f"{quoted(context, words)}: when was that, and does it still hold today?",
        because="The outcome has no date.",
        spans=(words,),
    )
