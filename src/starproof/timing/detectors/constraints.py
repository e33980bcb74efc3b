"""What limited the speaker."""

from __future__ import annotations

import re
from collections.abc import Iterator

from starproof.core.keeping import kept
from starproof.core.months import IN_FULL
from starproof.core.seeking import Seldom
from starproof.core.text import Span
from starproof.timing.asks import detector
from starproof.timing.passage import Passage

REACH = 48
"""Code points before a time or an amount in which it may be said that it was given to the speaker."""
_GIVEN = Seldom(
    r"\b(?:g[ai]ve[ns]?|grant\w{0,3}|allow\w{0,3}|left|allotted) (?:me|us|my \w{2,12}|our \w{2,12})\b[^.;:!?]*$|"
    r"\b(?:I|we) (?:was|were|had been) (?:given|granted|allowed|left with)\b[^.;:!?]*$|"
    r"\b(?:I|we)(?: only| just)? (?:had|have got|[’']d got)"
    r"(?: (?:about|around|roughly|only|just|exactly|all of|a budget of|another|under|less than|barely|no more than))?"
    r"(?: [^.;:!?,]{1,24} and)? $",
    re.IGNORECASE,
)
"""Somebody gives the speaker so much, or the speaker has so much, and no more."""
_BOUNDED = Seldom(
    r"\bwithout (?:a |an |any |the |one |our )?(?:\w{3,10} )?(?:drop|loss|downtime|outage|stop|break|delay|extra|"
    r"new|more|stopping|losing|closing|hiring|missing|touching|raising)\b|\bcut[- ]?off\b|"
    r"\b(?:no|without|out of) (?:\w{3,10} )?(?:budget|money|headcount|spare|authority|mandate|time to spare)\b|"
    r"\b(?:I|we) (?:could(?: not|n[’']t)|was(?: not|n[’']t) allowed to|were(?: not|n[’']t) allowed to|had no right to) "
    r"(?:hire|add|stop|change|touch|close|spend|buy|pay|move|replace|order|take|fire|raise)\b",
    re.IGNORECASE,
)
"""A bound on what may be lost, spent or changed."""
_DUE = re.compile(
    r"\b(?:by|before|until|till|within) (?:the )?(?:end of |start of |first of |next |this )?(?:the )?"
    rf"(?:fiscal |financial |calendar )?(?:year|quarter|month|season|{IN_FULL}|"
    r"christmas|easter|ramadan|summer|winter|spring|autumn)\b",
    re.IGNORECASE,
)
"""A date by which the task is due."""
LONGEST = 600
"""Code points of a sentence that are looked at."""


@detector("constraints", within=("situation", "task", "action"), anywhere=True)
def constraints(passage: Passage) -> Iterator[Span]:
    """Limits of money, people, time or mandate, and the time or the money that was given, before anything came of it.

    In the midst of the deeds only what was given counts.
    """
    scene = passage if "result" in passage.within else passage.narrowed("situation", "task")
    yield from (signal.span for signal in scene.signals("constraint"))
    yield from _bounds(scene)
    first = next((one.span.start for one in passage.labels if one.label == "result"), None)
    for figure in passage.quantities("duration", "money"):
        before = passage.document.text[max(0, figure.span.start - REACH) : figure.span.start]
        if (first is None or figure.span.start < first) and _GIVEN.search(before):
            yield figure.span


def _bounds(scene: Passage) -> Iterator[Span]:
    """The sentences of the scene that say within what bounds the work had to be done."""
    for sentence in scene.sentences():
        words = scene.document.quote(sentence.span, most=LONGEST)
        due = sentence.label == "task" and _is_due(words)
        if due or (sentence.label in ("situation", "task") and _is_bounded(words)):
            yield sentence.span


@kept
def _is_due(words: str) -> bool:
    return _DUE.search(words) is not None


@kept
def _is_bounded(words: str) -> bool:
    return _BOUNDED.search(words) is not None
