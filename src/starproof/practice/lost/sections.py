"""How much of each section, and of the lesson, was told."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from starproof.core.document import SECTIONS
from starproof.core.results import Evidence
from starproof.practice.lost.content import Content
from starproof.practice.lost.told import Lesson, SectionTold, SentenceTold, Telling

_MOSTLY = 0.75
"""The share of a section's words from which it was told."""
_HARDLY = 0.25
"""The share up to which it was not."""


def sections_told(sentences: Sequence[SentenceTold]) -> Iterator[SectionTold]:
    """Each section of the story of which something can be said, in the order of an answer."""
    for section in SECTIONS:
        own = tuple(one for one in sentences if one.label == section)
        if any(one.told is not None for one in own):
            yield SectionTold(section, _telling(own), own)


def _telling(sentences: Sequence[SentenceTold]) -> Telling:
    words = dict.fromkeys((True, False, None), 0)
    for one in sentences:
        words[one.told] += len(one.sentence.quote.split())
    share = words[True] / max(words[True] + words[False], 1)
    return "told" if share >= _MOSTLY else "partly" if share > _HARDLY else "not"


def lesson_told(written: Content, said: Content, sentences: Sequence[SentenceTold]) -> Lesson | None:
    """The lesson of the story: sentences that say what was learned, else those that reflect."""
    lessons = [signal.span for signal in written.review.facts.of("lesson")]
    reflecting = [one for one in sentences if one.label == "reflection"]
    stated = [one for one in reflecting if any(one.sentence.span.contains(span) for span in lessons)]
    own = tuple(stated or reflecting)
    if all(one.told is None for one in own):
        return None
    told = any(one.told for one in own)
    return Lesson(own, told, () if told else tuple(_learned(said)))


def _learned(said: Content) -> Iterator[Evidence]:
    spans = [signal.span for signal in said.review.facts.of("lesson")]
    for sentence in said.sentences:
        if sentence.label == "reflection" and any(sentence.span.contains(span) for span in spans):
            yield said.evidence(sentence.span)
