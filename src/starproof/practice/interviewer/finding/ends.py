"""What the answer as a whole does not have: outcome, date, lesson, stakes, people, scope."""

from __future__ import annotations

from collections.abc import Iterator

from starproof.core.document import Label
from starproof.core.text import Span
from starproof.extract.text.around import clause
from starproof.practice.interviewer.answered import answers, own_deed
from starproof.practice.interviewer.hearing import Heard, around
from starproof.practice.interviewer.point import Point
from starproof.practice.interviewer.words import MOVED

AFTER: tuple[tuple[str, tuple[Label, ...], bool], ...] = (
    ("result", ("action", "task", "situation"), True),
    ("date", ("result", "action"), True),
    ("lesson", ("result", "action"), True),
    ("lasted", ("result",), True),
    ("stakes", ("task", "situation"), False),
    ("affected", ("result", "action"), True),
    ("scope", ("task", "situation", "action"), False),
)
"""Each kind with the sections whose words the question is tied to, and whether to their end or their beginning."""
_HOLDS = ("mechanism", "adoption")
"""Signals of sentences that tell something which can hold, or not."""
MOST_ANCHORS = 6
LEAST = 4
"""Words of a sentence that can be quoted for what is missing after it."""


def ends(heard: Heard) -> Iterator[Point]:
    """One point for each thing that no sentence of the answer gives."""
    for kind, after, last in AFTER:
        places = _anchors(heard, after, last=last)
        if kind == "lasted":
            places = [place for place in places if _can_hold(heard, place)]
        if not places:
            continue
        first, *others = [_focus(heard, place, last=last) for place in places]
        point = Point(kind, first, places[0], others=tuple(others))
        if not answers(heard.whole, point):
            yield point
    yield from _main_deed(heard)


def _main_deed(heard: Heard) -> Iterator[Point]:
    """What would have come without the speaker, asked of the first thing that they decided or had done."""
    facts = heard.context.facts
    for signal in (*facts.of("decision"), *facts.of("managing", "mechanism")):
        deed = own_deed(heard, clause(heard.context, signal.span))
        if heard.context.labels[signal.sentence].label == "action" and deed is not None:
            point = Point("otherwise", deed, signal.sentence)
            if not answers(heard.whole, point):
                yield point
            return


def _anchors(heard: Heard, labels: tuple[Label, ...], *, last: bool) -> list[int]:
    """Sentences of these sections with enough words, the most fitting first."""
    context = heard.context
    places = [n for n, s in enumerate(context.labels) if len(context.document.quote(s.span).split()) >= LEAST]
    found: list[int] = []
    for label in labels:
        here = [n for n in places if context.labels[n].label == label]
        found += here[::-1] if last else here
    return found[:MOST_ANCHORS]


def _can_hold(heard: Heard, place: int) -> bool:
    """Whether a sentence tells something that can hold: a rule, its uptake, or a change for the better."""
    here = around(heard, place, before=0, after=0)
    return not here.kinds.isdisjoint(_HOLDS) or (
        "business-effect" in here.kinds and MOVED.search(here.plain) is not None
    )


def _focus(heard: Heard, place: int, *, last: bool) -> Span:
    """The word of the sentence around which it is quoted: a figure or something done, where it has one."""
    context = heard.context
    sentence = context.labels[place].span
    found = [context.facts.quantities[index].span for index in heard.sight.figures[place]]
    if found and last:
        return found[-1]
    words = next(iter(context.document.quote(sentence).split()), "")
    return Span(sentence.start, sentence.start + len(words))
