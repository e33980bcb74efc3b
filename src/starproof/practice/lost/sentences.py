"""Which sentences of the written story were told in the answer, by what they mean and not by their wording.

Each sentence is held against stretches of the answer. A stretch speaks for a sentence by the telling words and figures
that they share; less where it speaks more for another sentence, and where it stands away from what was told before and
after that sentence. So a story may be told in another order, but by and large one thing after the other.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from starproof.core.text import Span
from starproof.parse.words import tokens
from starproof.practice.lost.content import Content
from starproof.practice.lost.meaning import Kinship, telling_words, weight
from starproof.practice.lost.told import SentenceTold

TOLD = 0.21
"""The likeness from which a sentence counts as told; like the numbers below chosen on retellings in other words."""
_LEAST = 5.0
"""The weight of words and figures from which a sentence would be known again in other words."""
_SURE = 0.5
"""The likeness from which a sentence is an anchor for its neighbours."""
_AWAY = 0.5
"""What is taken off for standing a whole answer away from the anchors."""
_OTHERS = 0.5
"""How much of the lead of another sentence is taken off."""
_FIGURE = 4.0
"""What a figure weighs beside words: as much as a rare one."""
_STRETCH = 40
"""Words of an answer that are held against a sentence at the most; speech that runs on is cut so."""
_MOST = 80
"""Stretches that are held against one sentence, so that long answers take linear time."""

Pair = tuple[Span, Span]
"""A figure on paper and aloud."""
Row = dict[int, float]
"""For one sentence, its likeness to stretches by their index."""


@dataclass(frozen=True, slots=True)
class Stretch:
    """Some words of the answer: a sentence or two."""

    span: Span
    words: tuple[str, ...]
    place: float
    """Where it stands in the answer, 0 to 1."""


def sentences_told(written: Content, said: Content, pairs: Sequence[Pair]) -> tuple[SentenceTold, ...]:
    """Each content sentence of the story with what came of it; ``pairs`` are the figures that both have."""
    stretches = list(_stretches(said))
    rows = _rows(written, stretches, pairs)
    leading = _leading(rows)
    anchors = _anchors(rows, stretches)
    found = []
    for at, sentence in enumerate(written.sentences):
        near = _neighbours(anchors, at)
        likeness, best = max(
            ((_after(share, leading[i]) - _AWAY * _away(stretches[i].place, near), i) for i, share in rows[at].items()),
            default=(0.0, -1),
        )
        evidence = written.evidence(sentence.span)
        told = likeness >= TOLD or (False if _weighty(written, sentence.span) else None)
        where = said.evidence(stretches[best].span) if told else None
        found.append(SentenceTold(evidence, sentence.label, told, _shown(likeness), where))
    return tuple(found)


def _weighty(written: Content, span: Span) -> bool:
    """Whether a sentence says enough to be known again in other words."""
    words = sum(weight(word) for word in telling_words(written.review.document.quote(span)))
    return words + _FIGURE * written.figures_in(span) >= _LEAST


def _shown(likeness: float) -> float:
    return round(min(max(likeness, 0.0), 1.0), 3)


def _rows(written: Content, stretches: Sequence[Stretch], pairs: Sequence[Pair]) -> list[Row]:
    kin, count = Kinship(), len(written.sentences)
    rows = []
    for at, sentence in enumerate(written.sentences):
        middle = at * len(stretches) // count
        start = max(0, min(middle - _MOST // 2, len(stretches) - _MOST))
        words = telling_words(written.review.document.quote(sentence.span))
        figures = [aloud for paper, aloud in pairs if sentence.span.contains(paper)]
        near = range(start, min(start + _MOST, len(stretches)))
        rows.append({i: _likeness(words, figures, stretches[i], kin) for i in near})
    return rows


def _likeness(words: Sequence[str], figures: Sequence[Span], stretch: Stretch, kin: Kinship) -> float:
    """The weight of the words and figures of a sentence that a stretch has, over that of all."""
    whole = told = 0.0
    for word in words:
        whole += weight(word)
        told += weight(word) * kin.nearest(word, stretch.words)
    whole += _FIGURE * len(figures)
    told += _FIGURE * sum(stretch.span.contains(figure) for figure in figures)
    return told / whole if whole else 1.0


def _leading(rows: Sequence[Row]) -> dict[int, float]:
    """For each stretch, its likeness to the sentence that it is most like."""
    best: dict[int, float] = {}
    for row in rows:
        for index, share in row.items():
            best[index] = max(best.get(index, 0.0), share)
    return best


def _after(share: float, leading: float) -> float:
    return share - _OTHERS * (leading - share)


def _anchors(rows: Sequence[Row], stretches: Sequence[Stretch]) -> list[float | None]:
    """Where each sentence stands in the answer, of those that surely do."""
    found: list[float | None] = []
    for row in rows:
        share, best = max(((share, -index) for index, share in row.items()), default=(0.0, 0))
        found.append(stretches[-best].place if share >= _SURE else None)
    return found


def _neighbours(anchors: Sequence[float | None], at: int) -> tuple[float, ...]:
    """The places of the anchors before and after a sentence."""
    before = next((place for place in reversed(anchors[:at]) if place is not None), None)
    after = next((place for place in anchors[at + 1 :] if place is not None), None)
    return tuple(place for place in (before, after) if place is not None)


def _away(place: float, near: Sequence[float]) -> float:
    """How far a place is from the anchors; nothing between the two, and nothing where there is none."""
    if not near or near[0] <= place <= near[-1]:
        return 0.0
    return min(abs(place - one) for one in near)


def _stretches(said: Content) -> Iterator[Stretch]:
    """Each sentence of the answer, and each two neighbours; long ones are cut."""
    text = said.review.document.text
    spans = [piece for sentence in said.sentences for piece in _cut(text, sentence.span)]
    last = max(len(spans) - 1, 1)
    for place, span in enumerate(spans):
        yield Stretch(span, telling_words(span.of(text)), place / last)
        if place + 1 < len(spans):
            both = Span(span.start, spans[place + 1].end)
            yield Stretch(both, telling_words(both.of(text)), (place + 0.5) / last)


def _cut(text: str, span: Span) -> Iterator[Span]:
    found = list(tokens(text, span.start, span.end))
    for start in range(0, len(found), _STRETCH):
        part = found[start : start + _STRETCH]
        yield Span(part[0].start, part[-1].end)
