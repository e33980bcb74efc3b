"""The stretch between months that are told without a year: "in October … we switched in March" are five months.

A story told without years goes forward from month to month; a step of more than half a year is rather one back, to
something earlier. Where a month is only wished for or was asked for, it is left out; where they would go round the year
more than once, nothing is said.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from starproof.core.facts import Measure
from starproof.core.keeping import kept
from starproof.core.months import MONTHS
from starproof.core.text import Span
from starproof.extract.text.rows import Row
from starproof.extract.time.dates import YEAR, others_followed
from starproof.parse.words import said

_BEFORE = frozenset("in by till since from into of early late mid".split())
"""Straight before a month: it says when; "march" and "may" are verbs as well."""
_WISHED = frozenset("should could would might if".split())
"""In the sentence of a month: it was not so."""
_GOAL = frozenset("asked wanted want goal target deadline due promised".split())
"""There, where "by" stands before the month: it was to be by then."""
_BY_REACH = 4
_YEAR_ROUND = 12
_LEAST = 3
"""Months from which a stretch is told by them: what lies between two of them is at least so long, and may be longer."""
_FORWARD = 6
"""The months of the longest step forward that is told without a year."""


@dataclass(frozen=True, slots=True)
class _Month:
    place: int
    """In the year, from 0."""
    span: Span


def between_months(row: Row, *, ours: bool = False) -> Iterator[Measure]:
    """From the first month told to the last, going forward; of ours, none on which others followed."""
    passed, now = 0, None
    for one in _months(row):
        step = 0 if now is None else (one.place - now.place) % _YEAR_ROUND
        if step > _FORWARD or (ours and others_followed(row, one.span)):
            continue
        passed, now = passed + step, one
    if now is not None and _LEAST <= passed <= _YEAR_ROUND:
        yield Measure(round(passed * YEAR / _YEAR_ROUND), now.span)


def _months(row: Row) -> Iterator[_Month]:
    names = {name: place for place, name in enumerate(MONTHS)}
    for place in row.places(_named):
        number = row.sentence[place]
        start, end = row.last[number - 1] if number else 0, row.last[number]
        told = row.words[start:end]
        goal = "by" in row.before(place, _BY_REACH) and not _GOAL.isdisjoint(told)
        if _WISHED.isdisjoint(told) and not goal:
            yield _Month(names[row.words[place]], Span(row.starts[place], row.ends[place]))


@kept
def _named(sentence: str) -> tuple[int, ...]:
    """The places of months that say when something was."""
    words, names = [token.word for token in said(sentence)], frozenset(MONTHS)
    return tuple(
        [
            place
            for place, word in enumerate(words)
            if word in names and place and (words[place - 1] in _BEFORE or words[place - 1].isdecimal())
        ]
    )
