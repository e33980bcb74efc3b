"""A manager's own numbers as one story states them, each with its words."""

from __future__ import annotations

from collections.abc import Iterator

from starproof.core.bank import Proof
from starproof.core.facts import Measure
from starproof.core.results import Review
from starproof.core.text import Span
from starproof.extract.people.grown import grown
from starproof.extract.people.hires import hires
from starproof.extract.people.owned import owned


def proofs(review: Review) -> tuple[Proof, ...]:
    """What the story states of its teller's reach, in the order below; nothing that it does not state.

    ``reports``, ``engineers``, ``teams``, ``organisations``, ``people``: counts. ``horizon``: days. ``impact``: US
    dollars a year. ``hires``: people hired within a year; ``hired``: people hired over a time that is not told.
    ``grown``: people promoted or made senior. ``owned``: 1 where a component or service is named as the teller's.
    """
    found = ((name, measure) for name, measure in _measures(review) if measure is not None)
    text = review.document.text
    return tuple(Proof(name, measure.value, measure.span, measure.span.of(text)) for name, measure in found)


def _measures(review: Review) -> Iterator[tuple[str, Measure | None]]:
    facts, document = review.facts, review.document
    reach = facts.reach
    yield "reports", reach.reports
    yield "engineers", reach.engineers
    yield "teams", reach.teams
    yield "organisations", reach.organisations
    yield "people", reach.people
    yield "horizon", reach.horizon_days
    if facts.impact is not None:
        yield "impact", Measure(facts.impact.annual_usd, facts.quantities[facts.impact.quantity].span)
    taken = hires(document, facts.quantities)
    yield "hires", taken.yearly
    yield "hired", taken.undated
    yield "grown", grown(document)
    yield "owned", _told(owned(document, facts))


def _told(span: Span | None) -> Measure | None:
    return None if span is None else Measure(1.0, span)
