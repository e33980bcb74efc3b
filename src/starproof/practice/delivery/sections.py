"""Seconds, voice and words of each section, and the sections against a framework's plan."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence

from starproof.core.document import LABELS, Document, Label, LabelledSentence, TimedSpan
from starproof.core.guide import Framework, Guide
from starproof.core.speech import Stretch
from starproof.practice.delivery.shapes import Pace, Plan, PlannedSection, SectionDelivery
from starproof.practice.delivery.voice import voiced_between
from starproof.timing.clock import by_label, sentence_seconds
from starproof.timing.story import counted


def sections(
    text: str, words: Sequence[TimedSpan], labels: Sequence[LabelledSentence], voiced: Sequence[Stretch]
) -> tuple[SectionDelivery, ...]:
    """All six sections in the order of ``LABELS``; what no sentence covers, such as a heading, counts as ``other``."""
    seconds = dict(by_label(labels, sentence_seconds(_told(text, words), labels, words_per_minute=1.0)))
    seconds["other"] += max(words[-1].end - words[0].start - sum(seconds.values()), 0.0)
    spoken: dict[Label, float] = dict.fromkeys(LABELS, 0.0)
    counts = dict.fromkeys(LABELS, 0)
    for label, start, end in _labelled(words, labels):
        spoken[label] += voiced_between(voiced, start, end)
        counts[label] += 1
    return tuple(_section(name, seconds[name], spoken[name] if voiced else None, counts[name]) for name in LABELS)


def _told(text: str, words: Sequence[TimedSpan]) -> Document:
    """As much of a document as the clock looks at."""
    return Document(text, (), (), (), "spoken", len(words), timed=tuple(words))


def _labelled(words: Sequence[TimedSpan], labels: Sequence[LabelledSentence]) -> Iterator[tuple[Label, float, float]]:
    """Each word's section, and its time up to the next word."""
    opens = [sentence.span.start for sentence in labels]
    ends = [*(word.start for word in words[1:]), words[-1].end]
    for word, end in zip(words, ends, strict=True):
        place = bisect_right(opens, word.span.start) - 1
        inside = place >= 0 and labels[place].span.overlaps(word.span)
        yield labels[place].label if inside else "other", word.start, end


def _section(name: Label, seconds: float, speaking: float | None, words: int) -> SectionDelivery:
    return SectionDelivery(name, seconds, speaking, pace(words, seconds, speaking))


def pace(words: int, seconds: float, speaking: float | None) -> Pace | None:
    """Words a minute, or ``None`` where there are no words or no time passed."""
    if not words or seconds <= 0:
        return None
    return Pace(words, 60 * words / seconds, 60 * words / speaking if speaking else None)


def plan(told: Sequence[SectionDelivery], framework: Framework | Guide | None) -> Plan | None:
    """The sections against a framework; of a guide, the one whose plan is nearest in length."""
    seconds = sum(section.seconds for section in told)
    if isinstance(framework, Guide):
        framework = min(framework.frameworks, key=lambda one: abs(one.planned - seconds), default=None)
    if framework is None:
        return None
    planned = {section.section: section.seconds for section in framework.sections}
    spent = counted({section.section: section.seconds for section in told}, planned)
    rows = tuple(PlannedSection(name, length, spent[name]) for name, length in planned.items())
    return Plan(framework.id, framework.planned, rows)
