"""Which questions are asked: those that hurt most, of different kinds, about different sentences."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import chain

from starproof.core.context import StoryContext
from starproof.core.results import Finding, Flag, Probe
from starproof.core.text import Span
from starproof.probes import judgement, verdicts
from starproof.probes.candidate import Candidate, Sight
from starproof.probes.depth import depth
from starproof.probes.figures import figures, undated
from starproof.probes.sections import sections

MOST = 5
MOST_OF_A_KIND = 2
LONG_SENTENCE = 400
"""Code points from which one sentence may be asked about more than once."""


def ask(context: StoryContext, flags: Sequence[Flag], findings: Sequence[Finding]) -> tuple[Probe, ...]:
    """The questions an interviewer would ask next, at most five, the one that hurts most first.

    Each is tied to words of the story. A sentence is asked about once, and a kind of question comes twice
    at the most. A text that is no story is not asked about.
    """
    if context.facts.genre.genre != "story":
        return ()
    ranked = sorted(
        _candidates(context, flags, findings),
        key=lambda one: (-one.hurt, one.spans[0].start if one.spans else -1, one.kind),
    )
    return tuple(candidate.probe(context) for candidate in _chosen(context, ranked))


def _candidates(context: StoryContext, flags: Sequence[Flag], findings: Sequence[Finding]) -> Iterator[Candidate]:
    sources = (figures, undated, sections, depth)
    about = (judgement.decisions, judgement.disagreements, judgement.ours, judgement.setbacks)
    sight = Sight.of(context)
    yield from chain.from_iterable(source(sight) for source in (*sources, *about))
    yield from verdicts.flags(context, flags)
    yield from verdicts.findings(context, findings, flags)


def _chosen(context: StoryContext, ranked: Sequence[Candidate]) -> Iterator[Candidate]:
    kinds: dict[str, int] = {}
    asked: list[Span] = []
    for candidate in ranked:
        places = [_sentence(context, span) for span in candidate.spans[:1]]
        if sum(kinds.values()) == MOST:
            return
        if kinds.get(candidate.kind, 0) == MOST_OF_A_KIND or any(p.overlaps(q) for p in places for q in asked):
            continue
        kinds[candidate.kind] = kinds.get(candidate.kind, 0) + 1
        asked.extend(places)
        yield candidate


def _sentence(context: StoryContext, span: Span) -> Span:
    """The sentence around a span, or the span itself where a "sentence" is a page without full stops."""
    index = context.sentence_at(span.start)
    sentence = span if index is None else context.labels[index].span
    return sentence if len(sentence) <= LONG_SENTENCE else span
