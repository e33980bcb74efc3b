"""What became of the figures of the written story in the answer."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from starproof.core.text import Span
from starproof.extract.defence.telling import tellings
from starproof.parse.words import tokens
from starproof.practice.lost.content import Content
from starproof.practice.lost.misheard import in_pieces, sounds_like, with_article
from starproof.practice.lost.pairing import Pairing
from starproof.practice.lost.told import WEIGHTS, OtherFigure, PaperFigure, SaidFigure, SpokenFigure, Weight

_MOST = 200
"""Figures that were not found for which misheard words are looked for, so that long texts take bounded time."""


@dataclass(frozen=True, slots=True)
class Figures:
    """What became of each figure, the weightiest first."""

    said: tuple[SaidFigure, ...]
    otherwise: tuple[OtherFigure, ...]
    dropped: tuple[PaperFigure, ...]
    invented: tuple[SpokenFigure, ...]


def figures(written: Content, said: Content) -> Figures:
    """What became of the figures of the story. One that the story tells several times counts once."""
    old = [written.review.quantities[index] for index in written.figures]
    work = Pairing(
        tellings(written.review.document.text, old), tellings(said.review.document.text, said.review.quantities)
    )
    work.by_value()
    heard = _misheard(work, written, said)
    work.by_words()
    single = _with_articles(work, said)
    weights = weights_of(written)
    paper = {at: _paper(written, index, weights[index]) for at, index in enumerate(written.figures)}
    kept = [SaidFigure(paper[i], _spoken(said, j), how) for i, (j, how) in work.pairs.items() if how is not None]
    kept += [SaidFigure(paper[i], _sounding(said, span), "misheard") for i, span in heard.items()]
    kept += [SaidFigure(paper[i], _sounding(said, span), "as-written") for i, span in single.items()]
    other = [OtherFigure(paper[i], _spoken(said, j)) for i, (j, how) in work.pairs.items() if how is None]
    dropped = [paper[i] for i in work.free_old() if i not in heard and i not in single]
    content = set(said.figures)
    return Figures(
        said=tuple(sorted(kept, key=lambda one: _rank(one.written))),
        otherwise=tuple(sorted(other, key=lambda one: _rank(one.written))),
        dropped=tuple(sorted(dropped, key=_rank)),
        invented=tuple(_spoken(said, j) for j in work.free_new() if j in content),
    )


def _misheard(work: Pairing, written: Content, said: Content) -> Mapping[int, Span]:
    """Pair what the recogniser wrote in pieces; where it wrote words that sound like a figure, say where."""
    paper, aloud = written.review.document.text, said.review.document.text
    words = list(tokens(aloud))
    found: dict[int, Span] = {}
    for i in work.free_old()[:_MOST]:
        figure = work.old[i].figure
        pieces = in_pieces(figure, said.review.quantities, work.free_new(), aloud)
        if pieces:
            work.take(i, pieces, "misheard")
            continue
        span = sounds_like(paper, figure, words)
        if span is not None and span not in found.values():
            found[i] = span
            work.aside.add(i)
            work.again.update(j for j in work.free_new() if span.contains(said.review.quantities[j].span))
    return found


def _with_articles(work: Pairing, said: Content) -> Mapping[int, Span]:
    """Where the answer has an article for a "one" of the story: "seven engineers and a tester" for "one tester"."""
    found = ((i, with_article(work.old[i].figure, said.review.document.text)) for i in work.free_old()[:_MOST])
    return {i: span for i, span in found if span is not None}


def weights_of(written: Content) -> dict[int, Weight]:
    """How much each figure of the story weighs."""
    review = written.review
    first = {one.quantity for one in review.defence} | ({review.impact.quantity} if review.impact else set())
    derived = {claim.quantity for claim in review.claims}
    found: dict[int, Weight] = {}
    for index in written.figures:
        outcome = index in derived or written.label_of(index) == "result"
        found[index] = "first" if index in first else "outcome" if outcome else "passing"
    return found


def _rank(figure: PaperFigure) -> tuple[int, int]:
    return WEIGHTS.index(figure.weight), figure.quantity


def _paper(written: Content, index: int, weight: Weight) -> PaperFigure:
    span = written.review.quantities[index].span
    return PaperFigure(index, written.evidence(span), written.around(index), weight)


def _sounding(said: Content, span: Span) -> SpokenFigure:
    return SpokenFigure(None, said.evidence(span), said.evidence(said.sentence_at(span.start) or span))


def _spoken(said: Content, index: int) -> SpokenFigure:
    return SpokenFigure(index, said.evidence(said.review.quantities[index].span), said.around(index))
