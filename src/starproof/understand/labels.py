"""Which section of the answer each sentence belongs to."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from starproof.core.document import LABELS, Document, LabelledSentence, Sentence
from starproof.core.keeping import kept
from starproof.understand.clauses import manner
from starproof.understand.crf import marginals
from starproof.understand.features import Told, told
from starproof.understand.gist import mixed, shipped
from starproof.understand.model import Kind, fingerprint, weights
from starproof.understand.rereading import columns, sights
from starproof.understand.summing import shown, summed

MODEL = fingerprint(shipped())
"""Fingerprint of the labeller: another fingerprint may label the same text in another way."""
_ENDS = (".", "!", "?", "…", ":", ";", ")", '"', "”", "。", "！", "？")
_SURE = 0.91
"""From this share on the text speaks against a heading."""


def label(document: Document) -> tuple[LabelledSentence, ...]:
    """One label for each of the document's sentences, in order; see ``Labelling``."""
    return Labelling.of(document).labels()


def contradicted(document: Document) -> tuple[LabelledSentence, ...]:
    """The sentences that speak against their heading; see ``Labelling``."""
    return Labelling.of(document).contradicted()


def _told(document: Document, texts: Sequence[str]) -> list[Told]:
    """The document's sentences as the labeller sees them."""
    opened, before = [], -1
    for text, sentence in zip(texts, document.sentences, strict=True):
        opened.append(told(text, opens=sentence.paragraph != before))
        before = sentence.paragraph
    return opened


def _kind(document: Document, texts: Sequence[str]) -> Kind:
    """The weights for this text: those for speech where most of its sentences end without a mark."""
    prose = [text for text, sentence in zip(texts, document.sentences, strict=True) if not sentence.bullet]
    bare = sum(not text.endswith(_ENDS) for text in prose)
    return "speech" if 2 * bare > max(len(document.sentences), 3) else "prose"


@dataclass(frozen=True, slots=True)
class Labelling:
    """What the first reading makes of each sentence alone, from which its place among the others is read."""

    document: Document
    kind: Kind
    texts: list[str]
    sentences: list[Told]
    scores: list[tuple[float, ...]]

    @classmethod
    def of(cls, document: Document) -> Labelling:
        """Read each sentence of the document."""
        texts = [document.quote(sentence.span) for sentence in document.sentences]
        kind, sentences = _kind(document, texts), _told(document, texts)
        return cls(document, kind, texts, sentences, summed(texts, sentences, kind))

    def labels(self) -> tuple[LabelledSentence, ...]:
        """One label for each of the document's sentences, in order; the author's own headings win.

        A sentence under a heading has confidence 1, and its neighbours are read in its light. The confidence of the
        others is the model's own share, calibrated on stories that it had not seen.
        """
        shares = self._shares(_clamped(self.document.sentences, self.scores))
        return tuple(_labelled(*pair) for pair in zip(self.document.sentences, shares, strict=True))

    def contradicted(self) -> tuple[LabelledSentence, ...]:
        """The sentences under a heading whose words speak clearly for another section, with that section."""
        sentences = self.document.sentences
        if not any(sentence.given for sentence in sentences):
            return ()
        read = [_read(*pair) for pair in zip(sentences, self._shares(self.scores), strict=True)]
        return tuple(
            said
            for sentence, said in zip(sentences, read, strict=True)
            if sentence.given not in (None, said.label) and said.confidence > _SURE
        )

    def _shares(self, scores: Sequence[Sequence[float]]) -> list[list[float]]:
        """Each sentence's shares of the labels after both readings."""
        model = weights(self.kind)
        manners = [_manner(text) for text in self.texts]
        first = mixed(self.texts, marginals(scores, manners, model.chain))
        showing = [_showing(text, self.kind) for text in self.texts]
        seen = sights(self.sentences, [columns for columns, _ in showing], first)
        told = [weighed for _, weighed in showing]
        return [model.rereader.reread(*read) for read in zip(first, seen, told, strict=True)]


@kept
def _manner(text: str) -> int:
    return manner(told(text, opens=False).words)


@kept
def _showing(text: str, kind: Kind) -> tuple[tuple[int, ...], tuple[float, ...]]:
    """The columns of what a sentence shows, and what they weigh in the second reading."""
    found = columns(shown(text))
    return found, weights(kind).rereader.showing(found)


def _clamped(sentences: Sequence[Sentence], scores: Sequence[Sequence[float]]) -> list[Sequence[float]]:
    return [
        row if sentence.given is None else [0.0 if name == sentence.given else -math.inf for name in LABELS]
        for sentence, row in zip(sentences, scores, strict=True)
    ]


def _labelled(sentence: Sentence, shares: Sequence[float]) -> LabelledSentence:
    if sentence.given is not None:
        return LabelledSentence(sentence.span, sentence.given, 1.0, True, sentence.paragraph)
    return _read(sentence, shares)


def _read(sentence: Sentence, shares: Sequence[float]) -> LabelledSentence:
    best = max(range(len(LABELS)), key=shares.__getitem__)
    return LabelledSentence(sentence.span, LABELS[best], min(shares[best], 1.0), False, sentence.paragraph)
