"""How many people the speaker's side hired, by year where the story says over what time."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from starproof.core.document import Document
from starproof.core.facts import Measure, Quantity
from starproof.core.text import Span
from starproof.extract.people.firms import is_firm
from starproof.extract.text.counted import Counted, counted
from starproof.extract.text.rows import Row, row_of
from starproof.extract.text.words import words

MOST_HIRES = 500
"""More in a year is a firm that recruits, not a manager who does."""
_DAY, _YEAR = 86400.0, 365.0
_FRESH = 31.0
"""A stretch of fewer days says nothing of a year."""
_REACH, _FAR, _SHARE = 6, 12, 4
"""How many words before the verb, and before "hires", may say who hired; before "hires", how many of them."""


@dataclass(frozen=True, slots=True)
class Hires:
    """Hires as told; each is ``None`` where the story does not say."""

    yearly: Measure | None = None
    """The most hired within a year."""
    undated: Measure | None = None
    """The most hired, over a time that is not told."""


def hires(document: Document, figures: Sequence[Quantity]) -> Hires:
    """How many people the speaker's side hired. A goal, a plan and other people's hires do not count."""
    row = row_of(document)
    people = [count for count in counted(row, figures, "count") if _hired(count)]
    lengths = tuple(counted(row, figures, "duration"))
    dated, undated = [], []
    for count in people:
        among = _among(count)
        rate = None if among else _yearly(row, count, lengths)
        if rate is not None:
            dated.append(rate)
        elif among or not _within(row, count.span, lengths):
            undated.append(Measure(count.value, count.span))
    return Hires(_most(dated), _most(undated))


def _most(found: Sequence[Measure]) -> Measure | None:
    fits = [m for m in found if m.value <= MOST_HIRES]
    return max(fits, key=lambda m: (m.value, -m.span.start), default=None)


def _hired(count: Counted) -> bool:
    """Whether these people were hired, by the speaker or the speaker's side."""
    if count.value < 1 or is_firm(count) or {*count.inside, *count.next(2)} & words("hired", "outside"):
        return False
    if count.noun == "hire":
        return _made(count)
    if count.noun not in words("nouns", "builders") | words("nouns", "people") | words("nouns", "leaders") | {""}:
        return False
    return _before(count) or _after(count)


def _made(count: Counted) -> bool:
    """Told as hires: "we made 12 hires", and not hoped for or anybody else's."""
    said = set(count.near(_FAR))
    if {*count.near(_REACH), *count.next(2)} & words("hired", "hoped") or said & words("hired", "theirs"):
        return False
    return not said or bool(said & words("hired", "ours"))


def _before(count: Counted) -> bool:
    """The verb stands before the figure: "we hired nine engineers"."""
    last = count.near(4)
    for place in range(len(last) - 1, -1, -1):
        if last[place] in words("hired", "verbs"):
            cut = len(count.before) - len(last) + place
            return _ours(count.before[max(0, cut - _REACH) : cut]) and not set(last[place:]) & {"of", "from", "by"}
    return False


def _ours(row: Sequence[str]) -> bool:
    """Whether the nearest of those who may have hired is the speaker's side; nobody at all is the speaker's too."""
    if set(row) & words("hired", "denied") or set(row[-2:]) & words("hired", "suffered"):
        return False
    for word in reversed(row):
        if word in words("hired", "ours"):
            return True
        if word in words("hired", "theirs"):
            return False
    return not row


def _after(count: Counted) -> bool:
    """The verb stands after the figure: "nine engineers were hired that year"."""
    following = count.next(4)
    at = next((place for place, word in enumerate(following) if word in words("hired", "verbs")), None)
    if at is None or set(count.near(_REACH)) & (words("hired", "denied") | words("hired", "theirs")):
        return False
    said = set(following[:at])
    return bool(said & {"were", "was", "got", "we", "i", "we'd", "i'd", "i've", "we've"}) and not said & {"not", "who"}


def _among(count: Counted) -> bool:
    """Told with what some of them did: "two of my last five hires left within a year" says how long those two stayed,
    and not over what time the five were hired."""
    some = words("hired", "some") | words("numbers", "words")
    if any(two == "of" and (one in some or one.isdigit()) for one, two in pairwise(count.near(_SHARE))):
        return True
    return count.noun == "hire" and count.next(1) == ("of",)


def _yearly(row: Row, count: Counted, lengths: Sequence[Counted]) -> Measure | None:
    """As many as came within a year; several years are divided, a rate is multiplied."""
    worded = _in_words(row, count.span)
    if worded is not None:
        return Measure(count.value * worded, count.span)
    told = _within(row, count.span, lengths)
    if not told:
        return None
    days = min(told, key=lambda d: (abs(d.span.start - count.span.end), d.span.start)).value / _DAY
    if days < _FRESH:
        return None
    years = max(1.0, round(days / _YEAR, 1))
    return Measure(round(count.value / years, 1), count.span)


def _within(row: Row, span: Span, lengths: Sequence[Counted]) -> list[Counted]:
    """The stretches of the same sentence in which something was done."""
    low, high = _sentence(row, span)
    return [
        length
        for length in lengths
        if low <= length.span.start < high and set(length.near(3)) & words("hired", "within") and length.value > 0
    ]


def _in_words(row: Row, span: Span) -> float | None:
    """By how much to multiply for a year where the sentence names a year or a rate; ``None`` where it does not."""
    low, high = _sentence(row, span)
    first, last = row.covered(Span(low, high))
    said = row.words[first:last]
    for one, two in pairwise(said):
        if two == "quarter" and one in words("hired", "each"):
            return 4.0
        if two == "year" and one in words("hired", "each") | words("hired", "this"):
            return 1.0
        if two.isascii() and two.isdecimal() and len(two) == 4 and one in {"in", "during"} and "19" <= two[:2] <= "20":
            return 1.0
    return 1.0 if {"annually", "yearly"} & set(said) else None


def _sentence(row: Row, span: Span) -> tuple[int, int]:
    """Where the sentence around a figure starts and ends, in code points."""
    low, _ = row.covered(span)
    number = row.sentence[low]
    end = row.last[number]
    start = row.last[number - 1] if number else 0
    return row.starts[start], row.ends[end - 1]
