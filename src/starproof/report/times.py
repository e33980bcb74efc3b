"""The time of a story and of each plan, as rows of segments on one scale."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from starproof.core.document import LABELS, Label
from starproof.core.ending import told_as
from starproof.core.results import FrameworkFit, Review
from starproof.report.words import Names
from starproof.timing.clock import sentence_seconds

_LONGEST = 2.0
"""A story longer than this many times the longest plan is cut off in the picture, so that the plans stay legible."""


@dataclass(frozen=True, slots=True)
class Segment:
    """One section's seconds."""

    section: Label
    seconds: float
    share: float
    """Of the scale, 0 to 1."""


@dataclass(frozen=True, slots=True)
class TimeRow:
    """The story as it is told, or a framework's plan."""

    name: str
    seconds: float
    segments: tuple[Segment, ...]
    fit: FrameworkFit | None = None
    cut: bool = False
    """Whether the row is longer than the picture."""


def time_rows(review: Review, names: Names) -> tuple[TimeRow, ...]:
    """What was told first, then each plan, all to the same scale."""
    plans = review.timing.frameworks
    longest = max((sum(plan.sections.values()) for plan in plans), default=0.0)
    told = review.timing.seconds
    scale = max(longest, min(told, longest * _LONGEST) if longest else told) or 1.0
    seconds = heard(review)
    ordered = [(label, seconds.get(label, 0.0)) for label in LABELS]
    rows = [TimeRow("told", told, _segments(ordered, scale), cut=told > scale)]
    rows += [
        TimeRow(names.framework(plan.id), plan.budget, _segments(plan.sections.items(), scale), plan) for plan in plans
    ]
    return tuple(rows)


def heard(review: Review) -> Mapping[Label, float]:
    """Seconds by the section in which they are heard, as the plans count them: outcomes on the way are the action's."""
    found = dict(review.timing.sections)
    pace = review.timing.words_per_minute
    each = sentence_seconds(review.document, review.sentences, words_per_minute=pace) if pace > 0 else ()
    for sentence, home, length in zip(review.sentences, told_as(review.sentences), each, strict=False):
        if home != sentence.label:
            found[sentence.label] = round(max(found.get(sentence.label, 0.0) - length, 0.0), 1)
            found[home] = round(found.get(home, 0.0) + length, 1)
    return found


def _segments(seconds: Iterable[tuple[str, float]], scale: float) -> tuple[Segment, ...]:
    found: list[Segment] = []
    room = scale
    for section, value in seconds:
        shown = min(value, room)
        if shown > 0:
            label: Label = next((name for name in LABELS if name == section), "other")
            found.append(Segment(label, value, shown / scale))
        room -= shown
    return tuple(found)
