"""Figures that an interviewer cannot place: sums, baseline, whole, period, who measured, what else; empty amounts."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

from starproof.core.context import StoryContext
from starproof.core.facts import Claim, Quantity
from starproof.practice.interviewer.answered import answers
from starproof.practice.interviewer.hearing import MOST_LOOKED_AT, Heard, around
from starproof.practice.interviewer.point import Point
from starproof.practice.interviewer.words import MOVED
from starproof.probes.open import explained, mates_of, without_baseline

LARGEST = 9.0
"""What the largest figure adds to a point's weight."""
_OUTCOME = ("business-effect", "adoption", "lasted", "vague-amount")
_SHARE = re.compile(r"\s{1,3}of\s", re.IGNORECASE)
OF_SPEECH = (0.0, 100.0, 110.0, 1000.0)
"""Values that say all, nothing, or more than all."""
A_HANDFUL = 20
"""Things that anybody can count."""
_TAKEN_BACK = re.compile(
    r"\b(?:i meant|i mean to say|misspoke|let me correct|correction|sorry, (?:no|i|it|that))", re.IGNORECASE
)
"""Words that take a figure back."""
_LOOSE = re.compile(
    r"\b(?:would|will|could|target|goal|aim\w*|promis\w+|wanted|plan\w*|if|\w{1,6}'d have|expect\w*|hop\w+)\b",
    re.IGNORECASE,
)
"""Words of a figure that was wished for, of which nobody asks how it was measured."""


def figures(heard: Heard, *, first: bool) -> Iterator[Point]:
    """The open points about the figures of one turn."""
    yield from _sums(heard)
    known = explained(heard.context)
    places = _places(heard, first=first)
    biggest = _biggest(heard, places)
    for place, index in places:
        yield from _unplaced(heard, place, index, index in known)
    if biggest is not None:
        yield from _unsourced(heard, *biggest)
    yield from _vague(heard, first=first)


def _sums(heard: Heard) -> Iterator[Point]:
    context = heard.context
    for claim in islice(context.facts.claims, MOST_LOOKED_AT):
        if claim.verdict == "inconsistent" and "\n" not in heard.text[claim.span.start : claim.span.end]:
            place = context.sentence_at(claim.span.start) or 0
            if not _TAKEN_BACK.search(around(heard, place, before=0, after=2).plain):
                yield Point("sum", claim.span, place, _stated(context, claim), detail=claim.explanation)


def _stated(context: StoryContext, claim: Claim) -> Quantity | None:
    return None if claim.quantity is None else context.facts.quantities[claim.quantity]


def _places(heard: Heard, *, first: bool) -> list[tuple[int, int]]:
    """Sentence and index of each figure that may be asked about: those of the outcome, in follow-ups all."""
    found = [
        (place, index)
        for place, sentence in enumerate(heard.context.labels)
        if not first or sentence.label == "result" or not heard.sight.kinds[place].isdisjoint(_OUTCOME)
        for index in heard.sight.figures[place]
        if _moved(heard, place, heard.context.facts.quantities[index], result=sentence.label == "result")
    ]
    return found[:MOST_LOOKED_AT]


def _moved(heard: Heard, place: int, figure: Quantity, *, result: bool) -> bool:
    """Whether a figure tells an outcome, and not a wish, a bound, or a figure of speech."""
    if figure.kind not in ("percent", "multiple", "money") or figure.value in OF_SPEECH:
        return False
    words = around(heard, place, before=0, after=0).plain if len(heard.context.labels[place].span) < 400 else ""
    return not _LOOSE.search(words) and (MOVED.search(words) is not None or (result and figure.kind != "multiple"))


def _biggest(heard: Heard, places: list[tuple[int, int]]) -> tuple[int, int] | None:
    impact = heard.context.facts.impact
    if impact is not None:
        for place, index in places:
            if index == impact.quantity:
                return place, index
    return places[-1] if places else None


def _unplaced(heard: Heard, place: int, index: int, known: bool) -> Iterator[Point]:
    """From what, of how many, over what time: asked of the sentence and its neighbours first."""
    figure = heard.context.facts.quantities[index]
    impact = heard.context.facts.impact
    weight = LARGEST if impact is not None and impact.quantity == index else 0.0
    if not known and without_baseline(figure, mates_of(heard.sight, place, figure)):
        kind = "whole" if _SHARE.match(heard.text, figure.span.end) else "baseline"
        yield from _unless(heard, Point(kind, figure.span, place, figure, weight))
    if figure.kind == "money" and "/" not in figure.unit:
        yield from _unless(heard, Point("period", figure.span, place, figure, weight))


def _unless(heard: Heard, point: Point) -> Iterator[Point]:
    if not answers(around(heard, point.sentence), point):
        yield point


def _unsourced(heard: Heard, place: int, index: int) -> Iterator[Point]:
    """Who measured the largest figure, and what else moved it: the whole turn may say so."""
    figure = heard.context.facts.quantities[index]
    moved = MOVED.search(around(heard, place, before=0, after=0).plain) is not None
    sources = ("measurer", "else") if moved else ("measurer",) if figure.kind != "money" else ()
    for kind in () if _counted(heard.context, index) else sources:
        point = Point(kind, figure.span, place, figure)
        if not answers(heard.whole, point):
            yield point


def _counted(context: StoryContext, index: int) -> bool:
    """Whether a share is that of a handful which anybody can count."""
    figures = context.facts.quantities
    return any(
        claim.quantity == index
        and any(figures[one].kind == "count" and figures[one].value <= A_HANDFUL for one in claim.operands)
        for claim in context.facts.claims
    )


def _vague(heard: Heard, *, first: bool) -> Iterator[Point]:
    """Outcomes in empty words, with no figure in the sentence or the next."""
    found = heard.context.facts.of("vague-amount")
    ended = "result" in heard.whole.labels
    for signal in islice(found, MOST_LOOKED_AT):
        point = Point("amount", signal.span, signal.sentence)
        told = not (first and ended) or heard.context.labels[signal.sentence].label == "result"
        if (
            told
            and not _LOOSE.search(signal.span.of(heard.plain))
            and not answers(around(heard, signal.sentence), point)
        ):
            yield point
