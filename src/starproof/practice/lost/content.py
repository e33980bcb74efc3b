"""The sentences of a review that carry its content, and where a figure stands among them."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass

from starproof.core.document import Label, LabelledSentence
from starproof.core.results import Evidence, Review
from starproof.core.text import Span


@dataclass(frozen=True, slots=True)
class Content:
    """The sentences of a review, and which of its figures they state. Small talk states none."""

    review: Review
    sentences: tuple[LabelledSentence, ...]
    """Those with content, in text order."""
    figures: tuple[int, ...]
    """Indices of the quantities that stand in these."""

    @staticmethod
    def of(review: Review) -> Content:
        """The content of one text."""
        kept = tuple(sentence for sentence in review.sentences if sentence.label != "other")
        starts = [sentence.span.start for sentence in kept]
        figures = []
        for index, quantity in enumerate(review.quantities):
            place = bisect_right(starts, quantity.span.start) - 1
            if place >= 0 and quantity.span.start < kept[place].span.end:
                figures.append(index)
        return Content(review, kept, tuple(figures))

    def evidence(self, span: Span) -> Evidence:
        """The words at a span."""
        return Evidence(span, self.review.document.quote(span))

    def sentence_at(self, start: int) -> Span | None:
        """The sentence that covers a code point."""
        sentences = self.review.sentences
        place = bisect_right(sentences, start, key=lambda one: one.span.start) - 1
        return sentences[place].span if place >= 0 else None

    def label_of(self, index: int) -> Label | None:
        """The label of the sentence in which a quantity stands."""
        start = self.review.quantities[index].span.start
        place = bisect_right(self.review.sentences, start, key=lambda one: one.span.start) - 1
        return self.review.sentences[place].label if place >= 0 else None

    def around(self, index: int) -> Evidence:
        """The words of the sentence in which a quantity stands; its own where there is none."""
        span = self.review.quantities[index].span
        return self.evidence(self.sentence_at(span.start) or span)

    def figures_in(self, span: Span) -> int:
        """How many quantities stand within a span."""
        starts = self.review.quantities
        first = bisect_left(starts, span.start, key=lambda one: one.span.start)
        return bisect_left(starts, span.end, key=lambda one: one.span.start) - first
