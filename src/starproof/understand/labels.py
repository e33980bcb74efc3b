"""Which section of the answer each sentence belongs to."""
# ruff: noqa: E501

from __future__ import annotations

import math
import re

from starproof.core.document import LABELS, Document, Label, LabelledSentence, Sentence

_CUES: tuple[tuple[Label, float, re.Pattern[str]], ...] = (
    ("task", 2.6, re.compile(r"\b(?:responsible for|my (?:job|task|goal|brief|target|remit)|was asked to|had to|needed to|in charge of|accountable|i (?:ran|run|led|lead|managed?|owned|own)|i was the)\b")),
    ("action", 1.6, re.compile(r"\b(?:i|we|so i|so we)\s+(?:\w+ly\s+|then\s+|also\s+)?(?:\w+ed|went|said|told|sat|put|made|took|wrote|brought|gave|held|set|cut|let|got|did|spoke|met|built|chose)\b")),
    ("action", 0.8, re.compile(r"\b(?:first|then|next|instead|asked|decided|argued|agreed|offered|said|told)\b")),
    ("result", 2.2, re.compile(r"\b(?:as a result|in the end|fell|dropped|rose|went (?:from|down|up)|came down|saved?|saves|grew|increased|reduced|decreased|improved|since then|today|still|adopted|by the end|a year (?:later|on|after)|months (?:later|on|after))\b")),
    ("result", 0.7, re.compile(r"%|percent|per cent|\$|€|£|\ba (?:year|month)\b")),
    ("reflection", 3.2, re.compile(r"\b(?:learned|learnt|lesson|looking back|in hindsight|would do|i'd do|differently|taught me|i should have|i should've|my mistake|i now|these days i|since then i|regret)\b")),
    ("situation", 1.2, re.compile(r"\b(?:was|were|is|are|had been|used to|at the time|back then|in 20\d\d)\b")),
    ("other", 3.0, re.compile(r"\b(?:shall i|can i|is that (?:ok|okay|alright)|does that|that's (?:it|the story|my story)|happy to|good question|thank you|thanks|i'll (?:tell|give|talk)|let me think)\b")),
)  # fmt: skip
_CENTRES: dict[Label, tuple[float, float, float]] = {
    "situation": (0.10, 0.16, 1.2), "task": (0.20, 0.12, 0.4), "action": (0.48, 0.22, 1.6),
    "result": (0.80, 0.16, 1.3), "reflection": (0.97, 0.09, 0.7), "other": (0.0, 0.04, 0.3),
}  # fmt: skip
MODEL = "cues-1"
"""Fingerprint of the labeller: another fingerprint may label the same text in another way."""


def label(document: Document) -> tuple[LabelledSentence, ...]:
    """One label for each of the document's sentences, in order; the author's own headings win."""
    last = max(len(document.sentences) - 1, 1)
    return tuple(
        _labelled(document, sentence, index / last) for index, sentence in enumerate(document.sentences)
    )


def _labelled(document: Document, sentence: Sentence, position: float) -> LabelledSentence:
    if sentence.given is not None:
        return LabelledSentence(sentence.span, sentence.given, 1.0, True, sentence.paragraph)
    shares = _shares(document.quote(sentence.span).lower(), position)
    best = max(LABELS, key=lambda name: shares[name])
    return LabelledSentence(sentence.span, best, shares[best], False, sentence.paragraph)


def _shares(text: str, position: float) -> dict[Label, float]:
    scores: dict[Label, float] = {
        name: height - ((position - centre) / width) ** 2 / 2
        for name, (centre, width, height) in _CENTRES.items()
    }
    for name, weight, cue in _CUES:
        if cue.search(text):
            scores[name] += weight
    total = sum(math.exp(score) for score in scores.values())
    return {name: math.exp(scores[name]) / total for name in LABELS}
