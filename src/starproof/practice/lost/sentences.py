"""Which sentences of the written story were told in the answer, by what they mean and not by their wording."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from starproof.core.text import Span
from starproof.parse.words import tokens
from starproof.practice.lost.content import Content
from starproof.practice.lost.meaning import Kinship, telling_words, weight
from starproof.practice.lost.told import SentenceTold

TOLD = 0.55
"""The share of a sentence's meaning from which it counts as told; chosen on retellings in other words."""
_FIGURE = 4.0
"""What a figure weighs beside words: as much as a rare one."""
_STRETCH = 40
"""Words of an answer that are held against a sentence at the most; speech that runs on is cut so."""
_MOST = 80
"""Stretches that are held against one sentence, so that long answers take linear time."""


@dataclass(frozen=True, slots=True)
class Stretch:
    """Some words of the answer."""

    span: Span
    words: tuple[str, ...]


def sentences_told(written: Content, said: Content, pairs: Sequence[tuple[Span, Span]]) -> tuple[SentenceTold, ...]:
    """Each content sentence of the story with what came of it.

    ``pairs`` are the figures that both have, on paper and aloud.
    """
    stretches = list(_stretches(said))
    kin = Kinship()
    count = len(written.sentences)
    found = []
    for place, sentence in enumerate(written.sentences):
        near = _near(stretches, place, count)
        share, best = _best(written.evidence(sentence.span).quote, sentence.span, near, pairs, kin)
        told = share >= TOLD
        where = said.evidence(best.span) if told and best is not None else None
        found.append(SentenceTold(written.evidence(sentence.span), sentence.label, told, round(share, 3), where))
    return tuple(found)


def _near(stretches: Sequence[Stretch], place: int, count: int) -> Sequence[Stretch]:
    """The stretches that stand about as far into the answer as the sentence into the story."""
    middle = place * len(stretches) // max(count, 1)
    start = max(0, min(middle - _MOST // 2, len(stretches) - _MOST))
    return stretches[start : start + _MOST]


def _best(
    text: str, span: Span, stretches: Sequence[Stretch], pairs: Sequence[tuple[Span, Span]], kin: Kinship
) -> tuple[float, Stretch | None]:
    own = telling_words(text)
    weights = {word: weight(word) for word in own}
    figures = [said for paper, said in pairs if span.contains(paper)]
    whole = sum(weights.values()) + _FIGURE * len(figures)
    if not whole:
        return 1.0, None
    best: tuple[float, Stretch | None] = (0.0, None)
    for stretch in stretches:
        told = sum(weights[word] * kin.nearest(word, stretch.words) for word in own)
        told += _FIGURE * sum(stretch.span.contains(figure) for figure in figures)
        if told / whole > best[0]:
            best = (told / whole, stretch)
    return best


def _stretches(said: Content) -> Iterator[Stretch]:
    """Each sentence of the answer, and each two neighbours; long ones are cut, each cut beginning in the last."""
    spans = [piece for sentence in said.sentences for piece in _cut(said.review.document.text, sentence.span)]
    text = said.review.document.text
    for place, span in enumerate(spans):
        yield Stretch(span, telling_words(span.of(text)))
        if place + 1 < len(spans):
            both = Span(span.start, spans[place + 1].end)
            yield Stretch(both, telling_words(both.of(text)))


def _cut(text: str, span: Span) -> Iterator[Span]:
    found = list(tokens(text, span.start, span.end))
    for start in range(0, len(found), _STRETCH):
        part = found[start : start + _STRETCH]
        yield Span(part[0].start, part[-1].end)
