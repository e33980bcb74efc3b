"""Choices without a reason, another way or a price; disagreements and setbacks without their end; "we" without "I"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

from starproof.core.facts import Signal
from starproof.practice.interviewer.answered import acted, answers
from starproof.practice.interviewer.hearing import MOST_LOOKED_AT, Heard, around
from starproof.practice.interviewer.point import Point
from starproof.probes.candidate import clause

LEAST_WE = 3
"""Sentences of action in which only "we" acts, before it is asked whose work it was."""
_OURS = re.compile(r"\b(?:i|we)(?:'ve|'d)?\s+(?!\w+\s+(?:whether|if)\b)", re.IGNORECASE)
_ASKED = re.compile(r"\b(?:do|did|should|shall|can|could|would|whether|if|had) (?:i|we)\b|\?", re.IGNORECASE)
"""Words that weigh a choice and do not make it."""
_SOMEBODY = re.compile(r"\b(?:he|she|they|him|her|them|his|their|nobody|everybody|everyone)\b", re.IGNORECASE)
_PEOPLE = ("peers", "bosses", "stakeholder", "reports", "customers")
STRONG = 5.0
"""What a choice that hurt somebody adds to a point's weight."""


def choices(heard: Heard, *, first: bool) -> Iterator[Point]:
    """The open points about what was chosen and who stood against it."""
    for signal in _told(heard, "decision"):
        yield from _choice(heard, signal)
    for signal in _told(heard, "disagreement", "conflict"):
        if not _between_people(heard, signal):
            continue
        point = Point("resolution", signal.span, signal.sentence)
        near = around(heard, signal.sentence, before=0, after=3)
        deeper = Point("argument", signal.span, signal.sentence)
        if not answers(near, point):
            yield point
        elif not answers(around(heard, signal.sentence, before=2, after=3), deeper):
            yield deeper
    for signal in _told(heard, "setback"):
        point = Point("setback", signal.span, signal.sentence)
        if not answers(around(heard, signal.sentence, before=0, after=3), point):
            yield point
    for signal in _told(heard, "mistake"):
        point = Point("signs", signal.span, signal.sentence)
        if not answers(heard.whole, point):
            yield point
    if first:
        yield from _ours(heard)


def _told(heard: Heard, *kinds: str) -> Iterator[Signal]:
    return islice(heard.context.facts.of(*kinds), MOST_LOOKED_AT)


def _made(heard: Heard, signal: Signal) -> bool:
    """Whether the speaker, or they with others, made the choice in these very words."""
    words = clause(heard.context, signal.span).of(heard.plain)
    return _OURS.search(words) is not None and not _ASKED.search(words)


def _between_people(heard: Heard, signal: Signal) -> bool:
    """Whether somebody is there to disagree: a person or a role in the sentence."""
    here = heard.context.labels[signal.sentence].span
    words = heard.plain[max(here.start, signal.span.start - 200) : min(here.end, signal.span.end + 200)]
    return not heard.sight.kinds[signal.sentence].isdisjoint(_PEOPLE) or _SOMEBODY.search(words) is not None


def _choice(heard: Heard, signal: Signal) -> Iterator[Point]:
    """The first of reason, other way and price that is missing: one choice is not asked about three times over."""
    if heard.context.labels[signal.sentence].label not in ("action", "task", "result") or not _made(heard, signal):
        return
    near = around(heard, signal.sentence)
    hard = STRONG if "unpopular" in near.kinds else 0.0
    for kind in ("reason", "alternative", "cost"):
        point = Point(kind, signal.span, signal.sentence, weight=hard)
        if not answers(near, point):
            yield point
            return


def _ours(heard: Heard) -> Iterator[Point]:
    """Actions told by "we" alone."""
    acting = [n for n, sentence in enumerate(heard.context.labels) if sentence.label == "action"]
    mine = {n for n in acting if acted(around(heard, n, before=0, after=0))}
    group = [s for s in heard.context.facts.of("group") if s.sentence in set(acting) - mine]
    if group and len({s.sentence for s in group}) >= min(LEAST_WE, len(acting)) and len(mine) * 3 <= len(acting):
        best = max(group, key=lambda s: ("decision" in heard.sight.kinds[s.sentence], -s.span.start))
        yield Point("own-part", best.span, best.sentence)
