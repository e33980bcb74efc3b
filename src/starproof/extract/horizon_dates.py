"""Stretches that are told by dates and by standing years: "March 2022 ... autumn 2023", "in its fourth year"."""

from __future__ import annotations

from collections.abc import Iterator
from collections.abc import Set as AbstractSet

from starproof.core.facts import Measure
from starproof.core.keeping import kept
from starproof.core.text import Span
from starproof.extract.rows import Row
from starproof.extract.words import ordered, words
from starproof.parse.words import said

YEAR = 365.0
WE = frozenset("i i'd i'm i've we we'd we've".split(" "))
_FROM_TO = frozenset(["from", "by", "took", "until"])
"""Beside several years in one sentence: it tells of a stretch of work, and no row of data."""
_STANDING = frozenset(["its", "their", "the", "a", "his", "her", "our"])
_OLDER = frozenset(["since", "written", "built", "founded", "bought", "from", "version"])
_EARLIEST, _LATEST = 1950, 2100


def standing_years(row: Row) -> Iterator[Measure]:
    """Standing years: "in its fourth year" says that three have passed."""
    rank = {word: place for place, word in enumerate(ordered("horizon", "ordinals"), start=1)}
    for place in row.places(_year_words):
        first = row.words[place - 1] if place else ""
        if first in rank and set(row.before(place - 1, 1)) & _STANDING:
            yield Measure(rank[first] * YEAR, Span(row.starts[place - 1], row.ends[place]))


@kept
def _year_words(sentence: str) -> tuple[int, ...]:
    """The places of words for years."""
    years = words("horizon", "years")
    return tuple([place for place, token in enumerate(said(sentence)) if token.word in years])


def between_dates(row: Row, *, ours: bool = False) -> Iterator[Measure]:
    """From the first date told to the last: "March 2022 ... autumn 2023"; of ours, none on which others followed."""
    found = [date for date in _dates(row) if not (ours and _others_followed(row, date[1]))]
    dates = sorted(found, key=lambda date: (date[0], date[1].start))
    if len(dates) > 1:
        yield Measure(round((dates[-1][0] - dates[0][0]) * YEAR), dates[-1][1])


def _others_followed(row: Row, date: Span) -> bool:
    """Whether a date is no part of the speaker's doing: what came of it elsewhere or stands since, a row of data."""
    place = row.covered(date)[0]
    number = row.sentence[place]
    start, end = row.last[number - 1] if number else 0, row.last[number]
    told = frozenset(row.words[start:end])
    if "since" in told or _of_data({*row.before(place, 1), *row.words[place + 1 : min(end, place + 2)]}):
        return True
    several = sum(_is_year(word) for word in row.words[start:end] if len(word) == 4) > 1 and _FROM_TO.isdisjoint(told)
    return WE.isdisjoint(told) and (several or not told.isdisjoint(words("horizon", "elsewhere")))


def _of_data(beside: AbstractSet[str]) -> bool:
    """Whether a year names what was harvested or sold in it: "the 2022 harvest"."""
    return not beside.isdisjoint(words("horizon", "crops"))


def _dates(row: Row) -> Iterator[tuple[float, Span]]:
    """Years told, as decimal years; those that date something older than the story are left out."""
    months = {name: place / 12 for place, name in enumerate(ordered("months", "names"))}
    for place in row.places(_years):
        last = row.before(place, 3)
        if not _OLDER & set(last):
            year = int(row.words[place]) + (months.get(last[-1], 0.5) if last else 0.5)
            yield year, Span(row.starts[place], row.ends[place])


@kept
def _years(sentence: str) -> tuple[int, ...]:
    """The places of years in digits."""
    return tuple([place for place, token in enumerate(said(sentence)) if len(token.word) == 4 and _is_year(token.word)])


def _is_year(word: str) -> bool:
    """Whether a word of four signs is a year that may date a story."""
    return word.isascii() and word.isdecimal() and _EARLIEST <= int(word) <= _LATEST
