"""Choices without a reason, another way or a price; disagreements and setbacks without their end; "we" without "I"."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from starproof.core.facts import Signal
from starproof.extract.text.around import clause
from starproof.practice.interviewer.answered import acted, answers, does
from starproof.practice.interviewer.hearing import MOST_LOOKED_AT, Heard, around
from starproof.practice.interviewer.point import Point
from starproof.practice.interviewer.words import (
    ALONG,
    ASKED,
    BROKE,
    CHOSE,
    DENIED,
    ERRED,
    FOUGHT,
    NOBODY,
    OBJECTED,
    OURS,
    SOMEBODY,
    SUPPOSED,
    UNDER,
)

FEW_SENTENCES = 8
"""Sentences of an answer so short that a reason may stand two of them away."""
FEW_MINE = 3
"""Sentences of "we" to one of "I" from which it is asked."""
MOST_OTHERS = 6
REACH = 60
"""Code points after "we" in which it is looked for what was done."""
LEAST_WE = 3
"""Sentences of action in which only "we" acts, before it is asked whose work it was."""
_PEOPLE = ("peers", "bosses", "stakeholder", "reports", "customers")
STRONG = 5.0
"""What a choice that hurt somebody adds to a point's weight."""


def choices(heard: Heard, *, first: bool) -> Iterator[Point]:
    """The open points about what was chosen and who stood against it."""
    for signal in _told(heard, "decision"):
        yield from _choice(heard, signal)
    for signal in _told(heard, "disagreement", "conflict"):
        if _between_people(heard, signal):
            yield from _against(heard, signal)
    for signal in _told(heard, "setback"):
        words = clause(heard.context, signal.span).of(heard.plain)
        if not BROKE.search(words) or DENIED.search(words):
            continue
        yield from _unless(heard, "setback", signal)
    if first:
        yield from _ours(heard)
        for signal in _told(heard, "mistake"):
            words = clause(heard.context, signal.span).of(heard.plain)
            if not ERRED.search(words) or SUPPOSED.search(words):
                continue
            yield from _unless(heard, "signs", signal)


def _unless(heard: Heard, kind: str, signal: Signal) -> Iterator[Point]:
    """The point, unless its sentence or the three after it answer it."""
    point = Point(kind, signal.span, signal.sentence)
    if not answers(around(heard, signal.sentence, before=0, after=3), point):
        yield point


def _against(heard: Heard, signal: Signal) -> Iterator[Point]:
    """How it ended; where that is told, what the other side had to say."""
    words = clause(heard.context, signal.span).of(heard.plain)
    objected = OBJECTED.search(words) is not None and NOBODY.search(words) is None
    ended = Point("resolution", signal.span, signal.sentence)
    argued = Point("argument", signal.span, signal.sentence)
    if not answers(around(heard, signal.sentence, before=0, after=3), ended):
        if objected or FOUGHT.search(words):
            yield ended
    elif objected and not answers(around(heard, signal.sentence, before=2, after=3), argued):
        yield argued


def _told(heard: Heard, *kinds: str) -> Iterator[Signal]:
    return islice(heard.context.facts.of(*kinds), MOST_LOOKED_AT)


def _made(heard: Heard, signal: Signal) -> bool:
    """Whether the speaker, or they with others, made the choice in these very words, told as a main clause."""
    around_it = clause(heard.context, signal.span)
    words = around_it.of(heard.plain)
    if ASKED.search(words) or ALONG.search(words):
        return False
    return CHOSE.match(words) is not None or (
        OURS.match(signal.span.of(heard.plain)) is not None
        and UNDER.search(heard.plain[around_it.start : signal.span.start]) is None
    )


def _between_people(heard: Heard, signal: Signal) -> bool:
    """Whether somebody is there to disagree: a person or a role in the sentence."""
    here = heard.context.labels[signal.sentence].span
    words = heard.plain[max(here.start, signal.span.start - 200) : min(here.end, signal.span.end + 200)]
    return not heard.sight.kinds[signal.sentence].isdisjoint(_PEOPLE) or SOMEBODY.search(words) is not None


def _choice(heard: Heard, signal: Signal) -> Iterator[Point]:
    """The first of reason, other way and price that is missing: one choice is not asked about three times over."""
    if heard.context.labels[signal.sentence].label not in ("action", "task", "result") or not _made(heard, signal):
        return
    near = around(heard, signal.sentence, after=2 if len(heard.context.labels) <= FEW_SENTENCES else 1)
    hard = STRONG if "unpopular" in near.kinds else 0.0
    for kind in ("reason", "alternative", "cost"):
        point = Point(kind, signal.span, signal.sentence, weight=hard)
        if not answers(near, point):
            yield point
            return


def _ours(heard: Heard) -> Iterator[Point]:
    """Actions told by "we" alone, tied to a "we" that no "I" follows."""
    mine = {n for n in range(len(heard.context.labels)) if acted(around(heard, n, before=0, after=0))}
    acting = {n for n, sentence in enumerate(heard.context.labels) if sentence.label == "action"} - mine
    group = [s for s in heard.context.facts.of("group") if s.sentence in acting and s.sentence + 1 not in mine]
    if group and len({s.sentence for s in group}) >= min(LEAST_WE, len(acting)) and len(mine) * FEW_MINE < len(acting):
        ranked = sorted(group, key=lambda s: (not does(heard.plain[s.span.start : s.span.start + REACH]), s.span.start))
        best, *others = ranked[: MOST_OTHERS + 1]
        yield Point("own-part", best.span, best.sentence, others=tuple(other.span for other in others))
