"""The goal by which success was to be told."""

from __future__ import annotations

import re
from collections.abc import Iterator

from starproof.core.keeping import kept
from starproof.core.months import IN_SHORT
from starproof.core.seeking import Seldom
from starproof.core.text import Span
from starproof.parse.evened import evened
from starproof.timing.asks import detector
from starproof.timing.passage import Passage

_DUE = Seldom(
    r"\b(?:by|before|until|till|within|due|in time for)\s{1,3}(?:(?:on|the|a|an|this|that|next|first|end|of|early|late)"
    rf"\s{{1,3}}){{0,3}}(?:(?:{IN_SHORT})\b|q[1-4]|"
    r"spring|summer|autumn|fall|winter|christmas|easter|ramadan|diwali|new year|"
    r"(?:mon|tues|wednes|thurs|fri|satur|sun)day|"
    r"tonight|tomorrow|morning|evening|night|midnight|noon|week|weekend|month|quarter|year|season|launch|audit|"
    r"harvest|election|holidays?|\d|two|three|four|five|six|seven|eight|nine|ten|twelve)",
    re.IGNORECASE,
)
"""Words that say by when."""
_LIMIT = r"(?<![-=])[<>]=?|[≤≥]"
"""Signs of a bound; an arrow is none."""
_BOUND = Seldom(
    r"\b(?:below|under|down to|up to|at least|less than|more than|fewer than|no more than|at most|within|without|"
    r"(?:promis|commit|guarante)\w{0,5}|goals?|targets?|aims?|aimed|make it (?:to|in)|cut|halve|double|reach|get|"
    rf"bring|clear)\b|{_LIMIT}",
    re.IGNORECASE,
)
"""Words that make a figure of the task one to be reached."""
_DEMANDED = Seldom(r"\b(?:until|unless|had to|have to|must|needs? to|needed to|was to|were to)\b", re.IGNORECASE)
"""Words by which something is demanded, in a sentence that tells a deed."""
_IF_LATE = re.compile(r"\bif (?:(?:we|it|they) (?:are|were|is|was) )?late\b|\bon pain of\b", re.IGNORECASE)
"""Words by which a date is demanded: "by 1 July, a fine if late"."""
_FROM = re.compile(
    rf"\b(?:below|under|down to|up to|at least|at most|less than|more than|fewer than)\b|{_LIMIT}",
    re.IGNORECASE,
)
"""Words of a bound, which a figure that is demanded stands behind."""
_WOULD = r"(?:I|we)(?:[’'](?:ll|d)| will| would)"
_STOPS = r"(?:drop|stop|end|sign|give|go back|roll|fall back|pull|cancel|pay|revert|switch back|call it)"
_STOP_RULE = Seldom(
    rf"\b{_WOULD} {_STOPS}\b[^.;:!?]{{0,60}}\bif\b|\bif\b[^.;:!?]{{5,90}}\b{_WOULD} {_STOPS}\b", re.IGNORECASE
)
"""Words by which the teller says on what they would stop, or own that it failed."""
SURE = 0.5
"""Confidence from which a sentence counts as an outcome."""
LONGEST = 600
"""Code points of a sentence that are looked at."""


@detector("success-criterion", within=("situation", "task", "action"), people=False, anywhere=True)
def success_criterion(passage: Passage) -> Iterator[Span]:
    """A stated target, and what was promised or due by when, told before anything has come of it."""
    first = _outcome(passage)
    for signal in passage.signals("target"):
        if signal.sentence < first or passage.labels[signal.sentence].label != "action":
            yield signal.span
    yield from _aims(passage, first)
    yield from _tests(passage)


def _outcome(passage: Passage) -> int:
    """The first sentence that tells what came of a deed; what a story opens with comes before any."""
    labels = [one.label for one in passage.labels]
    deed = labels.index("action") if "action" in labels else 0
    told = (at for at, one in enumerate(passage.labels) if at >= deed and one.label == "result")
    return next((at for at in told if passage.labels[at].confidence >= SURE), len(labels))


def _aims(passage: Passage, first: int) -> Iterator[Span]:
    """The sentences of the task that say by when, or hold a figure to be reached."""
    figured = {passage.sentence_of(figure) for figure in passage.quantities()}
    for place, sentence in enumerate(passage.labels[:first]):
        words = evened(passage.document.quote(sentence.span, most=LONGEST)).text
        aimed = sentence.label == "task" and _is_aim(words, place in figured)
        if aimed or (sentence.label in passage.within and _is_demand(words, place in figured)):
            yield sentence.span


def _tests(passage: Passage) -> Iterator[Span]:
    """The sentences that say on what the teller would stop or give way: "if two of them did not pass, we'd go back"."""
    for sentence in passage.labels:
        if sentence.label in passage.within and _is_test(passage.document.quote(sentence.span, most=LONGEST)):
            yield sentence.span


@kept
def _is_test(words: str) -> bool:
    return "if " in words.lower() and _STOP_RULE.search(evened(words).text) is not None


@kept
def _is_aim(words: str, figured: bool) -> bool:
    return _DUE.search(words) is not None or (figured and _BOUND.search(words) is not None)


@kept
def _is_demand(words: str, figured: bool) -> bool:
    if _IF_LATE.search(words) is not None and _DUE.search(words) is not None:
        return True
    demanded = _DEMANDED.search(words)
    if demanded is None:
        return False
    due = _DUE.search(words, demanded.start())
    return due is not None or (figured and _FROM.search(words, demanded.start()) is not None)
