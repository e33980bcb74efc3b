"""Which section of the answer each sentence belongs to."""

from __future__ import annotations

import math
from collections.abc import Sequence

from starproof.core.document import LABELS, Document, LabelledSentence, Sentence
from starproof.understand.crf import marginals
from starproof.understand.features import Told, features, told
from starproof.understand.model import Weights, fingerprint, weights
from starproof.understand.rereading import sights

MODEL = fingerprint()
"""Fingerprint of the labeller: another fingerprint may label the same text in another way."""
_ENDS = (".", "!", "?", "…", ":", ";", ")", '"', "”", "。", "！", "？")
_SURE = 0.95
"""From this share on the text speaks against a heading."""


def label(document: Document) -> tuple[LabelledSentence, ...]:
    """One label for each of the document's sentences, in order; the author's own headings win.

    A sentence under a heading has confidence 1, and its neighbours are read in its light. The confidence of the
    others is the model's own share, calibrated on stories that it had not seen.
    """
    shares = _shares(document, headed=True)
    return tuple(_labelled(*pair) for pair in zip(document.sentences, shares, strict=True))


def contradicted(document: Document) -> tuple[LabelledSentence, ...]:
    """The sentences under a heading whose words speak clearly for another section, with that section."""
    if not any(sentence.given for sentence in document.sentences):
        return ()
    free = _shares(document, headed=False)
    read = [_read(*pair) for pair in zip(document.sentences, free, strict=True)]
    return tuple(
        said
        for sentence, said in zip(document.sentences, read, strict=True)
        if sentence.given not in (None, said.label) and said.confidence > _SURE
    )


def read(document: Document) -> list[Told]:
    """The document's sentences as the labeller sees them."""
    opened, before = [], -1
    for sentence in document.sentences:
        opened.append(told(document.quote(sentence.span), opens=sentence.paragraph != before))
        before = sentence.paragraph
    return opened


def _model(document: Document) -> Weights:
    """The weights for this text: those for speech where most of its sentences end without a mark."""
    prose = [document.quote(sentence.span) for sentence in document.sentences if not sentence.bullet]
    bare = sum(not text.endswith(_ENDS) for text in prose)
    return weights("speech" if 2 * bare > max(len(document.sentences), 3) else "prose")


def _shares(document: Document, *, headed: bool) -> list[list[float]]:
    """Each sentence's shares of the labels after both readings; ``headed`` holds headings to be right."""
    model, sentences = _model(document), read(document)
    names = features(sentences)
    scores = [model.scores(row, sentence.words) for row, sentence in zip(names, sentences, strict=True)]
    first = marginals(_clamped(document.sentences, scores) if headed else scores, model.chain)
    return [model.rereader.reread(*pair) for pair in zip(first, sights(sentences, names, first), strict=True)]


def _clamped(sentences: Sequence[Sentence], scores: Sequence[list[float]]) -> list[list[float]]:
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
