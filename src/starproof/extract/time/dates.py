"""Stretches that are told by dates and by standing years: "March 2022 ... autumn 2023", "in its fourth year"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from itertools import pairwise

from starproof.core.facts import Measure
from starproof.core.keeping import kept
from starproof.core.months import MONTHS, SHORT
from starproof.core.text import Span
from starproof.extract.text.rows import Row
from starproof.extract.text.words import ordered, words
from starproof.parse.words import said

YEAR = 365.0
WE = frozenset("i i'd i'm i've we we'd we've".split(" "))
_TO = frozenset(["to", "until", "till", "through"])
_FROM_TO = frozenset(["from", "by", "until"])
"""Before a date, beside several years in one sentence: it tells of a stretch of work, and no row of data."""
_PARTS = frozenset("early late mid spring summer autumn fall winter the".split(" "))
_CAME_IN = (("it",), ("that",), ("alone",))
_STANDING = frozenset(["its", "their", "the", "a", "his", "her", "our"])
_PARTICIPLES = ("ed", "en", "wn", "ught", "let", "put", "lost", "left", "built", "met", "held", "made", "gone", "done")
"""Ends of words behind "had" that make it a time before; "we had one in 2022" tells of that year."""
_HAD, _HAD_REACH = frozenset(["had", "we'd", "they'd", "he'd", "she'd", "hadn't"]), 7
_STANDS = frozenset(["still", "today"])
_OLDER = frozenset(["since", "written", "built", "founded", "bought", "from", "version"])
_EARLIEST, _LATEST = 1950, 2100
_MIDDLE, _END = 0.5, 11 / 12
"""Where in its year a date without a month is taken to lie, and where its last month begins."""


_PASSED = {name: place / 12 for names in (MONTHS, SHORT) for place, name in enumerate(names)} | {"sept": 8 / 12}
"""What part of a year has passed when a month begins."""


@dataclass(frozen=True, slots=True)
class _Date:
    """A date told: the year, with the part of it that had passed by then."""

    year: float
    has_month: bool
    span: Span


def standing_years(row: Row) -> Iterator[Measure]:
    """Standing years: "in its fourth year" says that three have passed."""
    rank = {word: place for place, word in enumerate(ordered("horizon", "ordinals"), start=1)}
    for place in row.places(_year_words):
        first = row.words[place - 1] if place else ""
        if first == "first" and _came_in(row, place):
            yield Measure(YEAR, Span(row.starts[place - 1], row.ends[place]))
        if first in rank and set(row.before(place - 1, 1)) & _STANDING:
            yield Measure(rank[first] * YEAR, Span(row.starts[place - 1], row.ends[place]))


def _came_in(row: Row, place: int) -> bool:
    """Whether it is told what came in the first year: "in the first year it was 1.6", not "the first year was slow"."""
    return row.before(place - 1, 2) == ("in", "the") and tuple(row.words[place + 1 : place + 2]) in _CAME_IN


@kept
def _year_words(sentence: str) -> tuple[int, ...]:
    """The places of words for years."""
    years = words("horizon", "years")
    return tuple([place for place, token in enumerate(said(sentence)) if token.word in years])


def between_dates(row: Row, *, ours: bool = False) -> Iterator[Measure]:
    """From the first date told to the last: "March 2022 ... autumn 2023"; of ours, none on which others followed."""
    told = list(_dates(row))
    first = min(told, key=lambda date: (date.year, date.span.start), default=None)
    found = [one for one in told if not (ours and others_followed(row, one.span, begins=one is first))]
    dates = sorted(found, key=lambda date: (date.year, date.span.start))
    if len(dates) > 1:
        yield Measure(round(_apart(dates[0], dates[-1], ours=ours) * YEAR), dates[-1].span)


def _apart(first: _Date, last: _Date, *, ours: bool) -> float:
    """Years between two dates; of ours, a year without a month beside one with it counts from its nearer end."""
    if not ours or first.has_month == last.has_month:
        return last.year - first.year
    return last.year - _END - int(first.year) if last.has_month else int(last.year) - first.year


def others_followed(row: Row, date: Span, *, begins: bool = False) -> bool:
    """Whether a date is no part of the speaker's doing: what came of it elsewhere or stands since, a row of data.

    Where the story begins nothing has come of it yet: "in 2022 each of the three banks still had a ledger of its own".
    """
    place = row.covered(date)[0]
    number = row.sentence[place]
    start, end = row.last[number - 1] if number else 0, row.last[number]
    sentence = row.words[start:end]
    told = frozenset(sentence)
    if "since" in told or _of_data({*row.before(place, 1), *row.words[place + 1 : min(end, place + 2)]}):
        return True
    if WE.isdisjoint(told) and _in_heading(row, place, end):
        return True
    several = sum(map(_is_year, sentence)) > 1 and not _from_to(sentence)
    elsewhere = words("horizon", "elsewhere") - (_STANDS if begins else frozenset())
    return WE.isdisjoint(told) and (several or not told.isdisjoint(elsewhere))


def _in_heading(row: Row, place: int, end: int) -> bool:
    """Whether it is the first of two years of a season or a programme: "supplier register, 2023-24"."""
    following = tuple(row.words[place + 1 : min(end, place + 2)])
    return _is_year(row.words[place]) and following == (f"{(int(row.words[place]) + 1) % 100:02}",)


def _from_to(sentence: Sequence[str]) -> bool:
    """Whether it tells from when to when, and no change "from $2M in 2022 to $1M in 2024"."""
    dated = frozenset(MONTHS) | _PARTS
    led = (one in _FROM_TO and (two in dated or _is_year(two)) for one, two in pairwise(sentence))
    return "took" in sentence or any(led)


def _of_data(beside: AbstractSet[str]) -> bool:
    """Whether a year names what was harvested or sold in it: "the 2022 harvest"."""
    return not beside.isdisjoint(words("horizon", "crops"))


def _dates(row: Row) -> Iterator[_Date]:
    """Years told; those that date something older than the story are left out."""
    for place in row.places(_years):
        last = row.before(place, 3)
        if _had_been(row, place):
            continue
        if not _OLDER & set(last) or _begins(row, place):
            passed = _PASSED.get(last[-1]) if last else None
            year = int(row.words[place]) + (_MIDDLE if passed is None else passed)
            yield _Date(year, passed is not None, Span(row.starts[place], row.ends[place]))


def _had_been(row: Row, place: int) -> bool:
    """Whether a date tells what had been before the story: "because we had let them down in 2018"."""
    last = row.before(place, _HAD_REACH)
    return last[-1:] == ("in",) and any(one in _HAD and two.endswith(_PARTICIPLES) for one, two in pairwise(last))


def _begins(row: Row, place: int) -> bool:
    """Whether a stretch begins with this year: "from January 2022 to October 2022"."""
    return "from" in row.before(place, 3) and not _TO.isdisjoint(row.words[place + 1 : place + 2])


@kept
def _years(sentence: str) -> tuple[int, ...]:
    """The places of years in digits."""
    return tuple([place for place, token in enumerate(said(sentence)) if _is_year(token.word)])


def _is_year(word: str) -> bool:
    """Whether a word of four signs is a year that may date a story."""
    return len(word) == 4 and word.isascii() and word.isdecimal() and _EARLIEST <= int(word) <= _LATEST
