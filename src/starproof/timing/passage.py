"""A story, or some of its sections, as the detectors look at it: sentences, figures, signals."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, field

from starproof.core.document import SECTIONS, Document, Label, LabelledSentence
from starproof.core.facts import Facts, Quantity, Signal
from starproof.parse.words import tokens
from starproof.understand.clauses import tense

_OPENING = 60
"""Code points of a note in which its verb stands, if it begins with one."""
_LEADING = frozenset(["then", "so", "also", "and", "but", "first", "next", "later", "finally"])
_STATES = frozenset(["was", "were", "could", "would", "did", "came", "became", "fell", "rose", "grew", "went"])
"""Verbs of what was and of what came about, with which a note begins that tells no deed."""


@dataclass(frozen=True, slots=True)
class Passage:
    """The sentences of some sections, with the facts that they state."""

    document: Document
    labels: tuple[LabelledSentence, ...]
    facts: Facts
    within: tuple[Label, ...] = SECTIONS
    _places: tuple[int, ...] = ()
    """By figure: the sentence that it stands in."""
    _held: frozenset[int] = field(init=False, repr=False, compare=False)
    """The indices of the sentences of these sections."""
    _views: dict[tuple[Label, ...], Passage] = field(default_factory=dict, repr=False, compare=False)
    """The same story through some of its sections, as they were asked for."""

    def __post_init__(self) -> None:
        if not self._places and self.facts.quantities:
            starts = [sentence.span.start for sentence in self.labels]
            places = tuple(bisect_right(starts, figure.span.start) - 1 for figure in self.facts.quantities)
            object.__setattr__(self, "_places", places)
        held = frozenset([index for index, sentence in enumerate(self.labels) if sentence.label in self.within])
        object.__setattr__(self, "_held", held)

    def narrowed(self, *within: Label) -> Passage:
        """The same story seen through these sections only."""
        if within not in self._views:
            self._views[within] = Passage(
                self.document, self.labels, self.facts, within, self._places, _views=self._views
            )
        return self._views[within]

    def sentences(self) -> tuple[LabelledSentence, ...]:
        """The sentences of these sections, in text order."""
        return tuple([sentence for sentence in self.labels if sentence.label in self.within])

    def holds_any(self) -> bool:
        """Whether there is a sentence of these sections."""
        return bool(self._held)

    def notes(self) -> tuple[LabelledSentence, ...]:
        """The notes of these sections that begin with a deed and leave the "I" out: "took it to him first"."""
        found = zip(self.labels, self.document.sentences, strict=False)
        return tuple([one for one, told in found if told.bullet and one.label in self.within and self._acts(one)])

    def _acts(self, sentence: LabelledSentence) -> bool:
        start = sentence.span.start
        row = [token.word for token in tokens(self.document.text, start, min(sentence.span.end, start + _OPENING))]
        deed = next((word for word in row if word not in _LEADING), "")
        return deed not in _STATES and tense(deed) == "past"

    def signals(self, *kinds: str) -> tuple[Signal, ...]:
        """The signals of these kinds in these sections, in text order."""
        return tuple([signal for signal in self.facts.of(*kinds) if signal.sentence in self._held])

    def quantities(self, *kinds: str) -> tuple[Quantity, ...]:
        """The figures of these kinds (of all kinds where none is named) in these sections."""
        return tuple(
            [
                figure
                for figure, place in zip(self.facts.quantities, self._places, strict=True)
                if (not kinds or figure.kind in kinds) and place in self._held
            ]
        )

    def sentence_of(self, figure: Quantity) -> int:
        """Index of the sentence that a figure stands in; -1 before the first."""
        return bisect_right(self.labels, figure.span.start, key=lambda s: s.span.start) - 1
