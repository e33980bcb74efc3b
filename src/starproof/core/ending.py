"""Where a story ends: outcomes told on the way take the action's time, only those at the end the result's."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import groupby

from starproof.core.document import Label, LabelledSentence

_OUTCOME: frozenset[Label] = frozenset(["result", "reflection"])


def told_as(labels: Sequence[LabelledSentence]) -> tuple[Label, ...]:
    """The section in which a listener hears each sentence.

    A setback or an answer between two deeds is a result by its label, and is heard as part of the action. The ending
    is the longest run of outcomes after the first deed; whatever stands before any deed stays what it is.
    """
    first = next((index for index, one in enumerate(labels) if one.label == "action"), len(labels))
    start = _ending(labels, first)
    return tuple(
        "action" if first < index < start and one.label in _OUTCOME else one.label for index, one in enumerate(labels)
    )


def as_heard(labels: Sequence[LabelledSentence]) -> tuple[LabelledSentence, ...]:
    """The sentences, each labelled with the section in which a listener hears it."""
    homes = told_as(labels)
    return tuple(
        one if one.label == home else replace(one, label=home) for one, home in zip(labels, homes, strict=True)
    )


def _ending(labels: Sequence[LabelledSentence], first: int) -> int:
    """The sentence with which the longest run of outcomes begins; of two, the later."""
    best, start = 0, len(labels)
    for outcome, run in groupby(range(first, len(labels)), key=lambda index: labels[index].label in _OUTCOME):
        places = list(run)
        length = sum(len(labels[index].span) for index in places)
        if outcome and length >= best and any(labels[index].label == "result" for index in places):
            best, start = length, places[0]
    return start if best else first
