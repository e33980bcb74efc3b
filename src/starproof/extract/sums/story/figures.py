"""The figures of a story with the words around them: what every kind of sum looks at."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from functools import wraps

from starproof.core.facts import Quantity
from starproof.core.keeping import Shelf
from starproof.core.records import record
from starproof.core.text import Span
from starproof.extract.sums.story.links import Link
from starproof.extract.sums.story.looks import look
from starproof.extract.sums.story.rows import REACH, Around, Row, around, spaced, words_of

_NEARLY = frozenset(("nearly", "almost", "roughly", "approximately", "ish", "thereabouts"))
_ENDS = frozenset(", . ; : ¶ ( ) ! ? and but so".split(" "))
_OR_SO = (("or", "so"), ("or", "thereabouts"), ("give", "or"), ("more", "or"))
_IN_POINTS = ("in", "percentage", "points")
WINDOW = 24
"""How many earlier figures are ever compared with a figure: keeps the work linear."""
_CORRECTION = re.compile(
    r" (?:(?:[a-z]+ ){0,2}?[,;—–-]? ?(?:no|sorry|wait|rather|correction|scratch that|make that)|"
    r"(?:[a-z]+ ){0,3}?[.,;—–-] i mean)"
    r"(?: [,;]| no| sorry| wait| make that| it's| it was| i mean| perd| n| exactly| that's| the| actually){0,6} "
)


@record
class Figure:
    """One quantity, its place, and the words between it and its neighbours."""

    start: int
    """Where it begins in the text; a figure that it takes back belongs to it."""
    place: int
    """Position among the story's figures."""
    index: int
    """Position among the quantities as they were given."""
    quantity: Quantity
    sentence: int
    own: tuple[str, ...]
    """Its own words."""
    before: tuple[str, ...]
    """Words since the figure before, at most ``REACH`` code points, punctuation included."""
    after: tuple[str, ...]
    """Words up to the next figure."""
    tied: Link
    """How it hangs on the words before it."""
    lead: str
    """The words before, other figures included, as one string with a space at both ends."""
    tail: str
    """The figure's own words and those that follow, other figures included."""
    end: int
    """Where it ends in the text."""
    value: float
    """The value in the unit's base."""
    kind: str
    """The quantity's kind."""
    noun: str
    """What a count counts, where its words say so; else nothing."""
    bare: bool
    """Whether its own words are a number alone, so that a neighbour may give it its unit."""
    often: str
    """How often an amount recurs, by its unit or by the words right after it: "month"; else nothing."""
    a_year: bool
    """Whether the words next to it say that it is by the year."""
    horizon: bool
    """Whether this only says how long something took or when: "in six weeks", "two years later"."""
    per: float
    """Of how many it is told, as 6 is of 1,000 in "6 slips per thousand lines"; else nothing."""
    every: bool
    """Whether it is what something is told of, as "of every ten" is."""
    number: object = field(compare=False, repr=False)
    """Stands for all that the figure says by itself, wherever it is told."""
    wording: object = field(compare=False, repr=False)
    """Stands for the words before it, its own and those after it."""


@dataclass(frozen=True, slots=True)
class Telling:
    """A whole story as figures in text order."""

    text: str
    figures: tuple[Figure, ...]
    sentences: tuple[Span, ...]
    gaps: dict[tuple[int, int], str] = field(default_factory=dict, compare=False, repr=False)
    """Wordings between two figures that were asked for before."""

    def earlier(self, place: int, *, within: int | None = None) -> tuple[Figure, ...]:
        """The figures before ``place``, nearest first, at most ``WINDOW`` and ``within`` code points away."""
        found = self.figures[max(0, place - WINDOW) : place][::-1]
        if within is None:
            return found
        furthest = self.figures[place].start - within
        return tuple([f for f in found if f.end >= furthest])

    def between(self, first: Figure, last: Figure) -> str:
        """The wording from one figure to a later one, at most two ``REACH`` long; else empty."""
        key = (first.place, last.place)
        if key not in self.gaps:
            close = last.start - first.end <= 2 * REACH
            self.gaps[key] = spaced(words_of(self.text[first.end : last.start])) if close else ""
        return self.gaps[key]


def by_wording(read: Callable[[Figure], bool]) -> Callable[[Figure], bool]:
    """A reading of the words around a figure, and of nothing else, that remembers what it read."""
    shelf: Shelf[bool] = Shelf()

    @wraps(read)
    def reading(figure: Figure) -> bool:
        found = shelf.get(figure.wording)
        return shelf.put(figure.wording, read(figure)) if found is None else found

    return reading


def telling(text: str, quantities: Sequence[Quantity], sentences: Sequence[Span]) -> Telling:
    """Every quantity with its surroundings, in text order."""
    standing = _standing(text, quantities)
    row, opens = Row(), [span.start for span in sentences]
    parts: list[tuple[int, int, int]] = []
    at = 0
    for index, start in standing:
        span = quantities[index].span
        parts.append((row.add(text, at, start), row.add(text, start, span.start), row.add(text, span.start, span.end)))
        at = span.end
    parts.append((row.add(text, at, min(len(text), at + REACH)), 0, 0))
    figures = []
    for place, (index, start) in enumerate(standing):
        since = parts[place - 1][2] if place else 0
        words = around(row, start, quantities[index].span.end, (since, *parts[place], parts[place + 1][0]))
        quantity = _nearly(_points(quantities[index], words.after), words.before, words.after)
        figures.append(_figure(quantity, start, place, index, bisect_right(opens, start) - 1, words))
    return Telling(text, tuple(figures), tuple(sentences))


def _points(quantity: Quantity, after: Sequence[str]) -> Quantity:
    """The quantity, as percentage points where it is a number of points, as scores and shares are told in.

    So is a percent that is called one behind: "up 12 % in percentage points".
    """
    said = quantity.kind == "count" and quantity.unit == "point"
    called = quantity.unit == "%" and tuple(after[:3]) == _IN_POINTS
    return replace(quantity, kind="percent", unit="pp") if said or called else quantity


def _nearly(quantity: Quantity, before: Sequence[str], after: Sequence[str]) -> Quantity:
    """The quantity, marked as approximate where that is said: "sixty percent nearly", "90 or so", "a good 20"."""
    said = after[:1] and after[0] in _NEARLY and (not after[1:] or after[1] in _ENDS)
    good = tuple(before[-2:]) == ("a", "good")
    return replace(quantity, approx=True) if said or good or tuple(after[:2]) in _OR_SO else quantity


def _figure(quantity: Quantity, start: int, place: int, index: int, sentence: int, words: Around) -> Figure:
    seen = look(quantity, words)
    return Figure(
        start=start,
        place=place,
        index=index,
        quantity=quantity,
        end=quantity.span.end,
        value=quantity.value,
        kind=quantity.kind,
        noun=seen.noun,
        bare=seen.bare,
        often=seen.often,
        a_year=seen.a_year,
        horizon=seen.horizon,
        per=seen.per,
        every=seen.every,
        sentence=sentence,
        own=words.own,
        before=words.before,
        tied=seen.tied,
        after=words.after,
        lead=words.lead,
        tail=words.tail,
        number=seen.number,
        wording=seen.wording,
    )


def _standing(text: str, quantities: Sequence[Quantity]) -> list[tuple[int, int]]:
    """Indices of the quantities that are not taken back, in text order, with where each begins."""
    order: list[int] = []
    starts: list[int] = []
    for index in sorted(range(len(quantities)), key=lambda i: (quantities[i].span.start, quantities[i].span.end)):
        span = quantities[index].span
        if order and span.start < quantities[order[-1]].span.end:
            continue
        same = order and quantities[order[-1]].kind == quantities[index].kind
        if same and _takes_back(text[quantities[order[-1]].span.end : span.start][:60]):
            order[-1] = index
            continue
        order.append(index)
        starts.append(span.start)
    return list(zip(order, starts, strict=True))


def _takes_back(words: str) -> bool:
    return bool(_CORRECTION.fullmatch(spaced(words_of(words))))
