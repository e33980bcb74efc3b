"""What comes of the last answer: dig into what was just said, insist, ask for a guess, or leave it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from starproof.core.facts import Quantity
from starproof.core.practice import Asked
from starproof.core.text import Span
from starproof.extract.baselines.passing import DAY
from starproof.extract.text.around import clause
from starproof.practice.interviewer.answered import acted, answers, numbered, own_deed
from starproof.practice.interviewer.evading import round_about, secret, unknowing
from starproof.practice.interviewer.hearing import Heard, earlier
from starproof.practice.interviewer.manners import Conduct
from starproof.practice.interviewer.point import Point

_DEED = ("otherwise", "differently")
LADDERS: Mapping[str, tuple[str, ...]] = {
    "sum": ("measurer",),
    "baseline": ("measurer",),
    "whole": ("measurer",),
    "amount": ("measurer",),
    "period": ("lasted",),
    "measurer": ("doubt", "else"),
    "else": ("doubt",),
    "result": ("measurer", "lasted"),
    "date": ("lasted",),
    "own-part": ("why", *_DEED),
    "one-line": ("why", *_DEED),
    "rambling": ("why", *_DEED),
    "evasive": ("why", *_DEED),
    "example": ("why", *_DEED),
    "beside": ("why", *_DEED),
    "pressed": ("why", *_DEED),
    "reason": _DEED,
    "alternative": _DEED,
    "cost": ("differently",),
    "resolution": ("argument", "differently"),
    "setback": ("signs", "differently"),
    "lesson": ("used",),
    "why": _DEED,
    "otherwise": ("differently",),
    "signs": ("differently",),
}
"""By kind of the last question, what may be dug for in the answer to it, in this order."""
ENOUGH = 6
"""Words of an answer that there is something in to dig for."""
A_HANDFUL = 10
"""A count below this is known and not measured."""
_ON_FIGURES = frozenset(("measurer", "else", "doubt"))
_GUESSABLE = frozenset(("baseline", "whole", "amount", "period", "else", "otherwise"))
_WANTS_NUMBER = frozenset(("baseline", "amount", "whole", "sum"))
_WANTS_DEED = frozenset(("own-part", "one-line", "evasive", "example", "beside"))


def after(turns: Sequence[Heard], thread: Sequence[Asked], conduct: Conduct) -> Iterator[Point]:
    """What the last answer calls for at once, in order of preference; nothing where the next point is due."""
    last, asked = turns[-1], thread[-1]
    if not last.context.labels or secret(last):
        return
    point, deeper = Point(asked.kind, Span(0, 0), 0), asked.depth < conduct.deepest
    if not answers(last.whole, point) or asked.kind in ("pressed", "unknown"):
        if (words := unknowing(last)) is not None:
            if deeper and conduct.guesses and asked.kind in _GUESSABLE and not _asked(thread, "unknown"):
                yield Point("unknown", words, _place(last, words))
            return
        if (words := _missed(last, asked.kind)) is not None:
            if deeper and _asked(thread, "pressed") < conduct.presses and asked.kind not in ("pressed", "unknown"):
                yield Point("pressed", words, _place(last, words), detail=asked.kind)
            return
    if deeper and sum(a.depth > 1 for a in thread) < conduct.digs and last.words >= ENOUGH:
        yield from _rungs(turns, asked)


def _asked(thread: Sequence[Asked], kind: str) -> int:
    return sum(asked.kind == kind for asked in thread)


def _place(heard: Heard, words: Span) -> int:
    return heard.context.sentence_at(words.start) or 0


def _missed(heard: Heard, kind: str) -> Span | None:
    """The words that go round the question; told only where the turn plainly has nothing of what was asked."""
    words = round_about(heard)
    if words is not None:
        return words
    first = heard.context.labels[0].span
    opening = Span(first.start, first.start + len(heard.text[first.start : first.end].split()[0]))
    if kind in _WANTS_NUMBER and not numbered(heard.whole):
        return opening
    if kind in _WANTS_DEED and not acted(heard.whole) and "speaker" not in heard.whole.kinds:
        return opening
    return None


def _rungs(turns: Sequence[Heard], asked: Asked) -> Iterator[Point]:
    """The rungs below the last question that no turn has answered and that this turn has words for."""
    for kind in LADDERS.get(asked.kind, ()):
        focus = _focus(turns, kind)
        if focus is None:
            continue
        point = Point(kind, focus, _place(turns[-1], focus))
        if not any(answers(turn.whole, point) for turn in turns):
            yield point


def _focus(turns: Sequence[Heard], kind: str) -> Span | None:
    """The words of the last turn that a rung is tied to: a new figure, or something the speaker did."""
    last = turns[-1]
    if kind in _ON_FIGURES:
        figures = (figure for figure in last.whole.figures if _weighty(figure))
        return next((figure.span for figure in figures if not earlier(turns[:-1], figure)), None)
    if kind == "used":
        lessons = last.context.facts.of("lesson", "mistake")
        return lessons[0].span if lessons else None
    if kind in ("signs", "argument"):
        against = (
            last.context.facts.of("setback", "mistake") if kind == "signs" else last.context.facts.of("disagreement")
        )
        return against[0].span if against else None
    return _deed(last)


def _deed(heard: Heard) -> Span | None:
    """Something that the speaker decided or did themselves; what they merely were is nothing to dig into."""
    told = heard.context.facts.of("decision", "mechanism", "managing", "doing", "delegation", "lesson")
    deeds = (own_deed(heard, clause(heard.context, signal.span)) for signal in told)
    return next((deed for deed in deeds if deed is not None), None) or own_deed(heard, Span(0, len(heard.text)))


def _weighty(figure: Quantity) -> bool:
    """A figure that somebody has measured, and not a date, a handful or a length of time in passing."""
    if figure.kind == "count":
        return figure.value >= A_HANDFUL
    return figure.kind != "duration" or figure.value < DAY
