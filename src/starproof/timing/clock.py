"""Seconds of a story and of each sentence: from a recording's times, else from words at a pace."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise

from starproof.core.document import LABELS, Document, Label, LabelledSentence, TimedSpan
from starproof.core.text import Span
from starproof.parse.words import words_in


def sentence_seconds(
    document: Document, labels: Sequence[LabelledSentence], *, words_per_minute: float
) -> tuple[float, ...]:
    """Seconds of each sentence, in order.

    A transcript's own times are shared out by letters. Text without times is shared out by words, so that
    the sentences add up to ``document.words`` at the pace.
    """
    if document.timed:
        return _from_times(document.timed, labels)
    counts = [words_in(document.quote(sentence.span)) for sentence in labels]
    scale = 60.0 / words_per_minute * (document.words / sum(counts) if sum(counts) else 0.0)
    return tuple(count * scale for count in counts)


def _from_times(timed: Sequence[TimedSpan], labels: Sequence[LabelledSentence]) -> tuple[float, ...]:
    seconds = [0.0] * len(labels)
    first = 0
    for span, length in _lengths(timed):
        while first < len(labels) and labels[first].span.end <= span.start:
            first += 1
        shares = list(_shares(span, labels, first))
        covered = sum(share for _, share in shares)
        for index, share in shares:
            seconds[index] += length * share / covered
    return tuple(seconds)


def _lengths(timed: Sequence[TimedSpan]) -> Iterable[tuple[Span, float]]:
    """Each stretch with its seconds; a pause belongs to the words before it."""
    ordered = sorted(timed, key=lambda one: (one.span.start, one.start))
    for here, after in pairwise(ordered):
        yield here.span, max(after.start - here.start, 0.0)
    yield ordered[-1].span, max(ordered[-1].end - ordered[-1].start, 0.0)


def _shares(span: Span, labels: Sequence[LabelledSentence], first: int) -> Iterable[tuple[int, int]]:
    """The sentences that a stretch covers, each with how many code points of it they share."""
    for index in range(first, len(labels)):
        sentence = labels[index].span
        if sentence.start >= span.end:
            return
        shared = min(sentence.end, span.end) - max(sentence.start, span.start)
        if shared > 0:
            yield index, shared


def total_seconds(document: Document, *, words_per_minute: float) -> float:
    """Seconds from the first word to the last."""
    if document.timed:
        last = max(one.end for one in document.timed)
        return max(last - min(one.start for one in document.timed), 0.0)
    return document.words * 60.0 / words_per_minute


def by_label(labels: Sequence[LabelledSentence], seconds: Sequence[float]) -> Mapping[Label, float]:
    """Seconds by label, all six in the order of ``LABELS``."""
    found: dict[Label, float] = dict.fromkeys(LABELS, 0.0)
    for sentence, length in zip(labels, seconds, strict=True):
        found[sentence.label] += length
    return found
