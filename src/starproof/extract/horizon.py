"""The longest stretch that the work or its effect is said to cover."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet
from itertools import pairwise

from starproof.core.facts import Measure
from starproof.core.keeping import kept
from starproof.core.text import Span
from starproof.extract.counted import Counted
from starproof.extract.rows import Row
from starproof.extract.words import ordered, words
from starproof.parse.words import said

DAY = 86400.0
YEAR = 365.0
LEAST_DAYS = 7.0
"""A shorter stretch is part of the doing, not a horizon."""
MOST_DAYS = 15 * YEAR
"""A longer one is a history, not a horizon."""
_CUE_REACH = 4
_GIVEN = frozenset(["asked", "gave", "give", "given", "mandate", "entrusted", "promise", "promised", "goal", "target"])
_GIVEN_REACH = 20
_THEY = frozenset("they he she they'd he'd she'd their his her".split(" "))
_WE = frozenset("i i'd i'm i've we we'd we've".split(" "))
_HELD_REACH = 5
_SIGNED_REACH = 8
_STAYED_REACH = 5
_THERE = frozenset(["there", "here"])
_UNTIL = frozenset(["before", "time", "when"])
_CAME = frozenset(["became", "took", "joined", "came", "arrived", "started", "inherited"])
_FROM_TO = frozenset(["from", "by", "took", "until"])
"""Beside several years in one sentence: it tells of a stretch of work, and no row of data."""
_LATTER = frozenset(["last", "past", "previous"])
_PERFECT = frozenset(["had", "hadn't", "i'd", "he'd", "she'd", "they'd", "we'd", "it'd"])
_WISHED = frozenset(["wanted", "wants", "want", "demanded", "quoted"])
"""Right after these a stretch is what somebody would have liked, not what the work took."""
_STANDING = frozenset(["its", "their", "the", "a", "his", "her", "our"])
_OLDER = frozenset(["since", "written", "built", "founded", "bought", "from", "version"])
_SERVING = frozenset(["was", "am", "work", "worked", "been", "served"])
_EARLIEST, _LATEST = 1950, 2100


def horizon(row: Row, durations: Sequence[Counted]) -> Measure | None:
    """The longest of: a stretch told as a length, a standing number of years, the span between dates told."""
    told = [duration for duration in durations if _covers(duration)]
    return _longest([*_lengths(told), *_ordinals(row), *_between_dates(row)])


def planned(row: Row, durations: Sequence[Counted]) -> Measure | None:
    """The longest stretch that the work was given or took; how long its outcome has held, or will bind, is none."""
    told = [duration for duration in durations if _covers(duration) and not _outcome(duration)]
    return _longest([*_lengths(told), *_between_dates(row, ours=True)])


def _longest(found: Sequence[Measure]) -> Measure | None:
    fits = [m for m in found if LEAST_DAYS <= m.value <= MOST_DAYS]
    return max(fits, key=lambda m: (m.value, -m.span.start), default=None)


def _lengths(durations: Sequence[Counted]) -> Iterator[Measure]:
    for duration in durations:
        yield Measure(duration.value / DAY, duration.span)


def _outcome(duration: Counted) -> bool:
    """Whether it tells how long something has held, binds somebody, or how long somebody was there."""
    return _held(duration) or _signed(duration) or _stayed(duration)


def _stayed(duration: Counted) -> bool:
    """How long others stayed or were kept: "two of them left within seven months", "his pay was kept for a year"."""
    last = duration.near(_STAYED_REACH)
    return bool(set(last) & words("horizon", "staying")) and _WE.isdisjoint(last)


def _held(duration: Counted) -> bool:
    """Whether it is the outcome's own age: "two years later it still runs", "it has run for two years"."""
    if set(duration.next(2)) & words("horizon", "held") and not _place(duration):
        return True
    if duration.near(1) == ("it's",):  # "it's three years" tells what it takes, "it's been three years" how it held
        return False
    return bool(set(duration.near(_HELD_REACH)) & words("horizon", "holding")) or _since(duration)


def _signed(duration: Counted) -> bool:
    """How long somebody else has bound themselves, which is an outcome: "the customer renewed for three years"."""
    last = set(duration.near(_SIGNED_REACH))
    if set(duration.next(1)) & words("horizon", "bonds") or (
        "for" in duration.near(1) and last & words("horizon", "bonds")
    ):
        return True
    return bool({"for", "by", "another", "further"} & set(duration.near(2))) and bool(last & words("horizon", "signed"))


def _covers(duration: Counted) -> bool:
    """Whether a length is that of the work or its effect: "fourteen months on", "over three years"."""
    if {"hour", "hours", "minute", "minutes"} & set(duration.inside) or _of_material(duration):
        return False
    if _history(duration) or _bought(duration) or _theirs(duration):
        return False
    if set(duration.next(1)) & words("horizon", "past") or set(duration.next(2)) & {"experience", "old"}:
        return _since(duration)
    if set(duration.next(2)) & words("horizon", "after") and not _place(duration):
        return True
    if set(duration.near(_CUE_REACH)) & words("horizon", "before"):
        return True
    return bool(set(duration.near(_GIVEN_REACH)) & _GIVEN)


def _history(duration: Counted) -> bool:
    """What was before the work or beside it: a wish, service, a state in the past perfect, "had stood for years"."""
    last = duration.near(8)
    if last[-1:] and last[-1] in _WISHED:
        return True
    if set(last[-_CUE_REACH:]) & words("horizon", "service") or last[-1:] == ("from",) or _before_me(duration):
        return True
    if {"for", "since"} & set(last[-2:]) and any(one == "i" and two in _SERVING for one, two in pairwise(last)):
        return True
    if last[-1:] and last[-1] in _THERE and {"been", "worked"} & set(last[-4:]):
        return True
    if last[-1:] == ("for",) and ("had", "been") in pairwise(duration.before):
        return True
    perfect = bool(_PERFECT & {*last, *duration.next(2)})
    return perfect and bool({"for", "in", "over"} & set(last[-2:]))


def _before_me(duration: Counted) -> bool:
    """What was so when the speaker came: "by the time I took over he had lost three people within a year"."""
    return any(
        one in _UNTIL and two == "i" and three in _CAME
        for row in (duration.before, duration.after)
        for one, two, three in zip(row, row[1:], row[2:], strict=False)
    )


def _of_material(duration: Counted) -> bool:
    """How much there was to look at: "two years of visits", "the comments of two years"."""
    if duration.near(3)[:2] == ("of", "the") and duration.near(1)[0] in _LATTER:
        return True
    if duration.near(1) == ("of",):
        return not set(duration.near(3)) & (words("horizon", "after") | words("horizon", "spans"))
    following = duration.next(2)
    if following[:1] != ("of",) or len(following) < 2:
        return False
    return following[1] not in words("horizon", "work") and not following[1].endswith("ing")


def _theirs(duration: Counted) -> bool:
    """What others meant to do: "the architects, they had a plan, a three-year plan"."""
    if not set(duration.next(1)) & words("horizon", "meant"):
        return False
    who = next((word for word in reversed(duration.before) if word in _WE or word in _THEY), "")
    return who in _THEY


def _bought(duration: Counted) -> bool:
    """How long somebody is bound to what they buy: "the contract was to be renewed for another five years"."""
    if not {"for", "by", "another", "further"} & set(duration.near(2)):
        return False
    last = set(duration.before)
    return bool(last & words("horizon", "bought")) and bool(last & words("horizon", "binding"))


def _place(duration: Counted) -> bool:
    """Where the time was spent: "eight years on the floor"."""
    following = duration.next(3)
    return len(following) == 3 and following[0] == "on" and following[2] in words("horizon", "places")


def _since(duration: Counted) -> bool:
    """The outcome's own age: "that was two years ago now"."""
    recent = duration.value <= 5 * YEAR * DAY
    return recent and duration.next(1) == ("ago",) and bool({"that's", "that", "it's", "this"} & set(duration.near(3)))


def _ordinals(row: Row) -> Iterator[Measure]:
    """Standing years: "in its fourth year" says that three have passed."""
    rank = {word: place for place, word in enumerate(ordered("horizon", "ordinals"), start=1)}
    for place in row.places(_standing_years):
        first = row.words[place - 1] if place else ""
        if first in rank and set(row.before(place - 1, 1)) & _STANDING:
            yield Measure(rank[first] * YEAR, Span(row.starts[place - 1], row.ends[place]))


@kept
def _standing_years(sentence: str) -> tuple[int, ...]:
    """The places of words for years."""
    years = words("horizon", "years")
    return tuple([place for place, token in enumerate(said(sentence)) if token.word in years])


def _between_dates(row: Row, *, ours: bool = False) -> Iterator[Measure]:
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
    return _WE.isdisjoint(told) and (several or not told.isdisjoint(words("horizon", "elsewhere")))


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
