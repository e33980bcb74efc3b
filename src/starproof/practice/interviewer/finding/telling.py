"""How an answer fails as an answer: one line, round the question, no example of one's own, or all background."""

from __future__ import annotations

from collections.abc import Iterator

from starproof.core.text import Span
from starproof.practice.interviewer.answered import acted
from starproof.practice.interviewer.evading import LONG, SHORT, SLIGHT, round_about
from starproof.practice.interviewer.hearing import Heard
from starproof.practice.interviewer.point import Point
from starproof.understand.answering import answer_of

_NO_EXAMPLE = ("opinion", "hypothetical", "plan", "instruction")


def telling(heard: Heard) -> Iterator[Point]:
    """At most one point about the answer as such; before it is settled nothing else is worth asking."""
    genre = heard.context.facts.genre
    if not heard.legible or genre.genre == "copied":
        return
    if genre.genre in _NO_EXAMPLE and not acted(heard.whole):
        yield _point(heard, "example", genre.evidence[0] if genre.evidence else None)
    elif (round_words := round_about(heard)) is not None and not acted(heard.whole):
        yield _point(heard, "evasive", round_words)
    elif heard.words < SHORT:
        yield _point(heard, "one-line", None)
    elif heard.words >= LONG and not acted(heard.whole):
        yield _point(heard, "rambling", heard.context.labels[-1].span)
    elif SHORT <= heard.words <= SLIGHT and genre.genre == "fragment":
        yield _point(heard, "one-line", None)


def beside(heard: Heard) -> Iterator[Point]:
    """One point where the answer is a story that plainly tells of something else than was asked."""
    context, answer = heard.context, answer_of(heard.context)
    if answer is not None and answer.plainly:
        yield _point(heard, "beside", next(iter(context.labelled("action")), context.labels[0]).span)


def _point(heard: Heard, kind: str, span: Span | None) -> Point:
    focus = _opening(heard, span or heard.context.labels[0].span)
    return Point(kind, focus, heard.context.sentence_at(focus.start) or 0)


def _opening(heard: Heard, span: Span) -> Span:
    """The first word of a stretch, around which it is quoted; a short stretch whole."""
    words = span.of(heard.text).split()
    return span if len(words) <= 6 else Span(span.start, span.start + len(words[0]))
