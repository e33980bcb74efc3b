"""A story, or some of its sections, as the detectors look at it: sentences, figures, signals."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, replace

from starproof.core.document import SECTIONS, Document, Label, LabelledSentence
from starproof.core.facts import Facts, Quantity, Signal


@dataclass(frozen=True, slots=True)
class Passage:
    """The sentences of some sections, with the facts that they state."""

    document: Document
    labels: tuple[LabelledSentence, ...]
    facts: Facts
    within: tuple[Label, ...] = SECTIONS

    def narrowed(self, *within: Label) -> Passage:
        """The same story seen through these sections only."""
        return replace(self, within=within)

    def sentences(self) -> tuple[LabelledSentence, ...]:
        """The sentences of these sections, in text order."""
        return tuple(sentence for sentence in self.labels if sentence.label in self.within)

    def signals(self, *kinds: str) -> tuple[Signal, ...]:
        """The signals of these kinds in these sections, in text order."""
        return tuple(s for s in self.facts.of(*kinds) if self._holds(s.sentence))

    def quantities(self, *kinds: str) -> tuple[Quantity, ...]:
        """The figures of these kinds (of all kinds where none is named) in these sections."""
        return tuple(
            figure
            for figure in self.facts.quantities
            if (not kinds or figure.kind in kinds) and self._holds(self.sentence_of(figure))
        )

    def sentence_of(self, figure: Quantity) -> int:
        """Index of the sentence that a figure stands in; -1 before the first."""
        return bisect_right(self.labels, figure.span.start, key=lambda s: s.span.start) - 1

    def _holds(self, index: int) -> bool:
        return 0 <= index < len(self.labels) and self.labels[index].label in self.within


def apart(signals: Sequence[Signal]) -> int:
    """In how many sentences these signals stand."""
    return len({signal.sentence for signal in signals})
