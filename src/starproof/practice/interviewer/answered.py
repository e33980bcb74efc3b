"""When an open point counts as answered: one test for each kind, held against any passage of any turn."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from itertools import combinations

from starproof.core.facts import Quantity
from starproof.core.text import Span
from starproof.practice.interviewer import saying
from starproof.practice.interviewer.hearing import Heard, Passage
from starproof.practice.interviewer.point import Point
from starproof.practice.interviewer.words import UNDER

BEFORE = 20
"""Code points before a deed in which it is looked for a word that makes it a side remark."""
Test = Callable[[Passage, Point], bool]


def _says(*patterns: re.Pattern[str], kinds: tuple[str, ...] = (), labels: tuple[str, ...] = ()) -> Test:
    """A test by words, by signals, or by the section that a sentence belongs to."""

    def test(passage: Passage, point: Point) -> bool:
        del point
        return (
            any(pattern.search(passage.plain) for pattern in patterns)
            or not passage.kinds.isdisjoint(kinds)
            or not passage.labels.isdisjoint(labels)
        )

    return test


def _baseline(passage: Passage, point: Point) -> bool:
    """From A to B, a second figure like this one, two amounts of one sort, or an amount from before."""
    others = [figure for figure in passage.figures if not _same(figure, point.figure)]
    if saying.FROM_TO.search(passage.plain) or any(_like(one, other) for one, other in combinations(others[:40], 2)):
        return True
    if point.figure is not None and any(_like(figure, point.figure) for figure in others):
        return True
    return bool(others or saying.NUMERAL.search(passage.plain)) and saying.BEFORE.search(passage.plain) is not None


def _whole(passage: Passage, point: Point) -> bool:
    """A count or an amount beside the share."""
    return any(f.kind in ("count", "money") for f in passage.figures if not _same(f, point.figure))


def _amount(passage: Passage, point: Point) -> bool:
    del point
    return any(figure.kind != "count" or figure.value > 1 for figure in passage.figures) or numbered(passage)


def _period(passage: Passage, point: Point) -> bool:
    """A length of time, a date, or a rate."""
    others = [figure for figure in passage.figures if not _same(figure, point.figure)]
    return any(f.kind == "duration" or "/" in f.unit for f in others) or saying.WHEN.search(passage.plain) is not None


def _date(passage: Passage, point: Point) -> bool:
    del point
    return "lasted" in passage.kinds or saying.DATE.search(passage.plain) is not None


def _sum(passage: Passage, point: Point) -> bool:
    """Another figure, or words that take one of the two back or make them agree."""
    return bool(passage.figures) or saying.CORRECTED.search(passage.plain) is not None


def _same(figure: Quantity, other: Quantity | None) -> bool:
    return other is not None and figure.kind == other.kind and figure.value == other.value and figure.unit == other.unit


def _like(figure: Quantity, other: Quantity) -> bool:
    return figure.kind == other.kind and figure.unit == other.unit and figure.value != other.value


_ACTED = ("managing", "doing", "mechanism", "delegation", "coordination", "decision")
_DID = _says(saying.OWN)


def _set_right(passage: Passage, point: Point) -> bool:
    """Somebody did something about it."""
    del point
    return not passage.kinds.isdisjoint((*_ACTED, "mistake", "lesson")) or saying.DONE.search(passage.plain) is not None


_TESTS: Mapping[str, Test] = {
    "sum": _sum,
    "baseline": _baseline,
    "whole": _whole,
    "amount": _amount,
    "period": _period,
    "measurer": _says(saying.SOURCE),
    "else": _says(saying.ELSE),
    "own-part": _DID,
    "one-line": _DID,
    "rambling": _DID,
    "evasive": _DID,
    "example": _DID,
    "beside": _DID,
    "reason": _says(saying.REASON),
    "alternative": _says(saying.OTHER_WAY, kinds=("trade-off",)),
    "cost": _says(saying.COST, kinds=("trade-off", "unpopular", "disagreement", "risk", "conflict")),
    "resolution": _says(saying.RESOLVED, kinds=("coordination", "trade-off", "reaction", "mechanism")),
    "setback": _set_right,
    "result": _says(kinds=("adoption", "business-effect", "lasted", "reaction", "vague-amount"), labels=("result",)),
    "date": _date,
    "lesson": _says(saying.LESSON, kinds=("lesson", "mistake"), labels=("reflection",)),
    "stakes": _says(saying.STAKES, kinds=("stakes", "business-effect", "constraint")),
    "affected": _says(saying.PEOPLE, kinds=("customers", "peers", "stakeholder", "bosses", "reports", "adoption")),
    "scope": _says(saying.SCOPE, kinds=("accountability", "reports")),
    "why": _says(saying.REASON),
    "otherwise": _says(saying.words("would have|otherwise|without (?:me|that|it|us)|if i (?:had|hadn't|did)")),
    "differently": _says(saying.LESSON, kinds=("lesson", "mistake"), labels=("reflection",)),
    "argument": _says(saying.ARGUMENT),
    "signs": _says(saying.SIGNS),
    "lasted": _says(saying.HELD, kinds=("lasted", "spread", "built-on")),
    "used": _says(saying.USED),
    "doubt": _says(saying.DOUBT),
}
"""By kind of point. What a session presses on (``pressed``, ``unknown``) has no test: it is asked right away."""


def answers(passage: Passage, point: Point) -> bool:
    """Whether a passage says what the point asks for. In doubt it does: nothing is asked that may have been said."""
    test = _TESTS.get(point.kind)
    return test is not None and bool(passage.places) and test(passage, point)


def acted(passage: Passage) -> bool:
    """Whether the speaker says that they themselves did something; what they would do is nothing done."""
    if saying.OWN.search(passage.plain) is not None:
        return True
    facts, places = passage.heard.context.facts, passage.places
    deeds = (signal for signal in facts.of("managing", "doing", "delegation") if signal.sentence in places)
    return any(
        saying.MINE.search(words) and not saying.WOULD.search(words)
        for words in (d.span.of(passage.heard.plain) for d in deeds)
    )


def own_deed(heard: Heard, within: Span) -> Span | None:
    """Where in these words the speaker says, in a main clause, that they themselves did something."""
    for found in saying.SELF.finditer(heard.plain, within.start, within.end):
        before = heard.plain[max(within.start, found.start() - BEFORE) : found.start()]
        if UNDER.search(before) is None and not found.group().casefold().endswith(saying.SLIGHT):
            return Span(*found.span())
    return None


def numbered(passage: Passage) -> bool:
    """Whether there is any number in it at all, in figures or words; "one" alone is none."""
    return saying.NUMERAL.search(passage.plain) is not None


def does(words: str) -> bool:
    """Whether these words begin with somebody who did something, as "we rebuilt" does and "we were" does not."""
    return saying.DONE.match(words) is not None
