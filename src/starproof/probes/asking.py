"""Which questions are asked: those that hurt most, of different kinds, about different sentences."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import chain

from starproof.core.context import StoryContext
from starproof.core.results import Finding, Flag, Probe
from starproof.core.text import Span
from starproof.probes import judgement, verdicts
from starproof.probes.candidate import Candidate, Sight
from starproof.probes.depth import FORESEEN, SOONER, depth
from starproof.probes.figures import figures, undated
from starproof.probes.sections import sections

MOST = 5
MOST_OF_A_KIND = 2
ENOUGH = 4
"""Questions besides which none is asked that any deed would do for."""
MOST_BARE = 2
"""Questions about what is nowhere told, as long as the story's own words give others."""
THEMES: Mapping[str, str] = {
    "flag-perfect-story": "learning",
    "missing-reflection": "learning",
    "setback": "learning",
    "depth-lesson": "learning",
    "flag-short-horizon": "after",
    "flag-no-follow-up": "after",
    "date": "after",
    "depth-claim to last": "after",
    "flag-no-hard-decision": "choice",
    "flag-linear-story": "choice",
}
"""Kinds of questions that one answer would serve: only one of them is asked."""
ALIKE: Mapping[str, str] = {SOONER: FORESEEN}
"""Questions in other words to which one answer would do."""
LONG_SENTENCE = 400
"""Code points from which one sentence may be asked about more than once."""


def ask(context: StoryContext, flags: Sequence[Flag], findings: Sequence[Finding]) -> tuple[Probe, ...]:
    """The questions an interviewer would ask next, at most five, the one that hurts most first.

    Each is tied to words of the story, or asks for what it nowhere tells. A sentence is asked about once, a kind of
    question comes twice at the most, none comes twice in the same words, and none to which another's answer would do.
    A text that is no story is not asked about.
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
    yield from verdicts.blamed(context, flags)
    yield from verdicts.findings(context, findings, flags)


def _chosen(context: StoryContext, ranked: Sequence[Candidate]) -> list[Candidate]:
    """Those to ask, in their order; more than a few about what is nowhere told only where others run out."""
    chosen: dict[int, Candidate] = {}
    for most_bare in (MOST_BARE, MOST):
        for place, candidate in enumerate(ranked):
            if len(chosen) == MOST:
                break
            if place not in chosen and _fits(context, candidate, tuple(chosen.values()), most_bare):
                chosen[place] = candidate
    return [chosen[place] for place in sorted(chosen)]


def _fits(context: StoryContext, candidate: Candidate, chosen: Sequence[Candidate], most_bare: int) -> bool:
    """Whether a question is neither one too many of its kind nor about a sentence that is asked about already."""
    theme = THEMES.get(candidate.kind)
    if theme is not None and any(THEMES.get(one.kind) == theme for one in chosen):
        return False
    if candidate.kind == "depth-main action" and len(chosen) >= ENOUGH:
        return False
    if sum(one.kind == candidate.kind for one in chosen) == MOST_OF_A_KIND:
        return False
    if any(_asked(one) == _asked(candidate) for one in chosen):
        return False
    if candidate.bare:
        return sum(one.bare for one in chosen) < most_bare
    taken = [_sentence(context, span) for one in chosen if not one.bare for span in one.spans[:1]]
    return not any(_sentence(context, span).overlaps(other) for span in candidate.spans[:1] for other in taken)


def _asked(candidate: Candidate) -> str:
    """The question without the words it is tied to: who has answered it once does not want it again."""
    asked = candidate.question.rpartition("”: ")[2]
    return ALIKE.get(asked, asked)


def _sentence(context: StoryContext, span: Span) -> Span:
    """The sentence around a span, or the span itself where a "sentence" is a page without full stops."""
    index = context.sentence_at(span.start)
    sentence = span if index is None else context.labels[index].span
    return sentence if len(sentence) <= LONG_SENTENCE else span
