"""What became of the figures of the written story in the answer."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from starproof.core.facts import Quantity
from starproof.extract.defence.compare import compare_figures
from starproof.practice.lost.agreeing import bare_of, how_said
from starproof.practice.lost.content import Content
from starproof.practice.lost.told import WEIGHTS, How, OtherFigure, PaperFigure, SaidFigure, SpokenFigure, Weight


@dataclass(slots=True)
class Fate:
    """What became of each figure, by indices of quantities."""

    said: dict[int, tuple[int, How]] = field(default_factory=dict)
    otherwise: dict[int, int] = field(default_factory=dict)
    dropped: list[int] = field(default_factory=list)
    invented: list[int] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Figures:
    """The same as data, the weightiest first."""

    said: tuple[SaidFigure, ...]
    otherwise: tuple[OtherFigure, ...]
    dropped: tuple[PaperFigure, ...]
    invented: tuple[SpokenFigure, ...]


def figures(written: Content, said: Content) -> Figures:
    """What became of the figures of the story. One that the story tells several times counts once."""
    fate = _fate(written, said)
    weights = weights_of(written)
    heard = {index: _spoken(said, index) for index in {*fate.invented, *fate.otherwise.values()}}
    heard |= {index: _spoken(said, index) for index, _ in fate.said.values()}
    paper = {index: _paper(written, index, weights[index]) for index in written.figures}
    return Figures(
        said=tuple(SaidFigure(paper[i], heard[fate.said[i][0]], fate.said[i][1]) for i in _order(fate.said, weights)),
        otherwise=tuple(OtherFigure(paper[i], heard[fate.otherwise[i]]) for i in _order(fate.otherwise, weights)),
        dropped=tuple(paper[i] for i in _order(fate.dropped, weights)),
        invented=tuple(heard[i] for i in sorted(set(fate.invented))),
    )


def weights_of(written: Content) -> dict[int, Weight]:
    """How much each figure of the story weighs."""
    review = written.review
    first = {one.quantity for one in review.defence} | ({review.impact.quantity} if review.impact else set())
    derived = {claim.quantity for claim in review.claims}
    found: dict[int, Weight] = {}
    for index in written.figures:
        sentence = written.sentence_of(index)
        outcome = index in derived or (sentence is not None and sentence.label == "result")
        found[index] = "first" if index in first else "outcome" if outcome else "passing"
    return found


def _order(indices: Iterable[int], weights: dict[int, Weight]) -> list[int]:
    return sorted(indices, key=lambda index: (WEIGHTS.index(weights[index]), index))


def _fate(written: Content, said: Content) -> Fate:
    """Pair the figures: first what says the same, then what lost its unit, then what stands in its place."""
    old = [written.review.quantities[i] for i in written.figures]
    new = list(said.review.quantities)
    found = compare_figures(written.review.document.text, said.review.document.text, old_figures=old, new_figures=new)
    back = {id(q): i for i, q in zip(written.figures, old, strict=True)}
    forth = {id(q): i for i, q in enumerate(new)}
    fate = Fate()
    for pair in found.kept:
        fate.said[back[id(pair.old)]] = (forth[id(pair.new)], how_said(pair.old, pair.new) or "as-written")
    lost = list(found.lost)
    free = list(found.invented)
    for pair in found.changed:
        how = how_said(pair.old, pair.new)
        if how is not None:
            fate.said[back[id(pair.old)]] = (forth[id(pair.new)], how)
        else:
            fate.otherwise[back[id(pair.old)]] = forth[id(pair.new)]
    for quantity in lost:
        match = _loosely(quantity, free)
        if match is None:
            fate.dropped.append(back[id(quantity)])
            continue
        free = [one for one in free if one is not match]
        fate.said[back[id(quantity)]] = (forth[id(match)], how_said(quantity, match) or "as-written")
    content = set(said.figures)
    fate.invented = [forth[id(q)] for q in free if forth[id(q)] in content]
    return fate


def _loosely(written: Quantity, free: Sequence[Quantity]) -> Quantity | None:
    """The one free figure that tells the same roundly, or with its unit lost; ``None`` where several would do."""
    fits = [one for one in free if how_said(written, one) is not None] or [o for o in free if bare_of(written, o)]
    return fits[0] if len({(one.kind, one.value) for one in fits}) == 1 else None


def _paper(written: Content, index: int, weight: Weight) -> PaperFigure:
    span = written.review.quantities[index].span
    return PaperFigure(index, written.evidence(span), written.around(index), weight)


def _spoken(said: Content, index: int) -> SpokenFigure:
    return SpokenFigure(index, said.evidence(said.review.quantities[index].span), said.around(index))
