"""The figures of a story with the words around them: what every kind of sum looks at."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from functools import wraps

from starproof.core.facts import Quantity
from starproof.core.keeping import Shelf, kept, mark
from starproof.core.text import Span
from starproof.extract.sums.links import Link, link
from starproof.extract.sums.rows import REACH, Around, Row, around, spaced, words_of
from starproof.extract.sums.scales import scale

DAY = 86_400.0
"""Seconds."""
_CLOSE = 12.0
_NEARLY = frozenset(("nearly", "almost", "roughly", "approximately", "ish", "thereabouts"))
_ENDS = frozenset(", . ; : ¶ ( ) ! ? and but so".split(" "))
_OR_SO = (("or", "so"), ("or", "thereabouts"), ("give", "or"), ("more", "or"))
WINDOW = 24
"""How many earlier figures are ever compared with a figure: keeps the work linear."""
_CORRECTION = re.compile(
    r" (?:[a-z]+ ){0,2}?[,;—–-]? ?(?:no|sorry|wait|rather|correction|scratch that|make that)"
    r"(?: [,;]| no| sorry| wait| make that| it's| it was| i mean| perd| n| exactly| that's| the| actually){0,6} "
)
_NO_NOUN = frozenset("more fewer less other others left extra in all total of planned".split(" "))
_OVER = frozenset("in after within over for during by across last first next past every another throughout".split(" "))
_NUMBER_LAST = re.compile(
    r"(?:\d|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|teen|twenty|thirty|forty|fifty|sixty|seventy|"
    r"eighty|ninety|hundred|thousand|million|billion|[kmb])$"
)
_NUMBER = re.compile(
    r"(?:(?:about|around|only|just|nearly|almost|roughly|some|a|an|and|hundred|thousand|million|billion|zero|one|two|"
    r"three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|"
    r"nineteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|point|half|k|m|\d[\d.,]*(?:k|m)?)(?:[ -]|$))+"
)
_LOOSE_NOUN = frozenset(
    "more fewer less other others left extra short better worse over under above below ahead late early faster "
    "slower cheaper higher lower longer shorter vs apiece".split(" ")
)
_YEAR = re.compile(
    r" (?:(?:a|per|by|each|every|one|in (?:a|the|one)|over (?:the|a)|on a) (?:full |whole )?year(?:ly)?|"
    r"yearly|annually|annual|p\.a\.|annualized|annualised) "
)
_EVERY = re.compile(r"^ (?:\S+ ){1,5}?(?:a|each|every|per|the|one|\|) (day|week|month|quarter) ")


@dataclass(frozen=True, slots=True)
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
        start = self.figures[place].start
        found = self.figures[max(0, place - WINDOW) : place][::-1]
        return tuple(f for f in found if within is None or start - f.end <= within)

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
        quantity = _nearly(_points(quantities[index]), words.after)
        figures.append(_figure(quantity, start, place, index, bisect_right(opens, start) - 1, words))
    return Telling(text, tuple(figures), tuple(sentences))


def _points(quantity: Quantity) -> Quantity:
    """The quantity, as percentage points where it is a number of points, as scores and shares are told in."""
    said = quantity.kind == "count" and quantity.unit == "point"
    return replace(quantity, kind="percent", unit="pp") if said else quantity


def _nearly(quantity: Quantity, after: Sequence[str]) -> Quantity:
    """The quantity, marked as approximate where that is said behind it: "sixty percent nearly", "90 or so"."""
    said = after[:1] and after[0] in _NEARLY and (not after[1:] or after[1] in _ENDS)
    return replace(quantity, approx=True) if said or tuple(after[:2]) in _OR_SO else quantity


@dataclass(frozen=True, slots=True)
class _Look:
    """What a figure is by its own words and those around it."""

    noun: str
    bare: bool
    often: str
    a_year: bool
    horizon: bool
    tied: Link
    number: object
    wording: object


_LOOKS: Shelf[_Look] = Shelf()


def _look(quantity: Quantity, words: Around) -> _Look:
    q = quantity
    key = (q.kind, q.value, q.unit, q.text, q.approx, words.before, words.own, words.after, words.lead, words.tail)
    return _LOOKS.get(key) or _LOOKS.put(key, _looked(quantity, words))


def _looked(quantity: Quantity, words: Around) -> _Look:
    q = quantity
    often, a_year = _often(q, words.tail), bool(_YEAR.search(_clause(words)[:60]) or _YEAR.search(words.lead[-30:]))
    horizon = _is_horizon(q, words.before, words.after)
    number = mark(q.kind, q.value, q.unit, q.text, q.approx, words.own, often, a_year, horizon)
    wording = mark(words.before, words.own, words.after, words.lead, words.tail)
    return _Look(_noun(q), _is_bare(q), often, a_year, horizon, link(words.before), number, wording)


def _figure(quantity: Quantity, start: int, place: int, index: int, sentence: int, words: Around) -> Figure:
    look = _look(quantity, words)
    return Figure(
        start=start,
        place=place,
        index=index,
        quantity=quantity,
        end=quantity.span.end,
        value=quantity.value,
        kind=quantity.kind,
        noun=look.noun,
        bare=look.bare,
        often=look.often,
        a_year=look.a_year,
        horizon=look.horizon,
        sentence=sentence,
        own=words.own,
        before=words.before,
        tied=look.tied,
        after=words.after,
        lead=words.lead,
        tail=words.tail,
        number=look.number,
        wording=look.wording,
    )


def _clause(words: Around) -> str:
    """A figure's words and what follows, unless another clause speaks of something else with a figure of its own."""
    stop = next((at for at, word in enumerate(words.after) if word in ("and", "but", ".", ";", "¶")), None)
    more = words.tail.split()[len(words.own) + len(words.after) :][:1]
    return words.tail if stop is None or not more else spaced((*words.own, *words.after[:stop]))


def _is_horizon(quantity: Quantity, before: Sequence[str], after: Sequence[str]) -> bool:
    if quantity.kind != "duration" or quantity.value < DAY:
        return False
    return any(word in _OVER for word in before[-3:]) or after[:1] in (("ago",), ("later",), ("on",), ("now",))


def _is_bare(quantity: Quantity) -> bool:
    if quantity.kind == "count" and (not quantity.unit or quantity.unit.split(" ")[0] in _LOOSE_NOUN):
        return True
    return quantity.kind in ("count", "percent", "money") and bool(_NUMBER.fullmatch(quantity.text.lower()))


def _often(quantity: Quantity, tail: str) -> str:
    if told := period(quantity):
        return told
    hit = _EVERY.search(tail)
    return hit[1] if hit else ""


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


def currency(quantity: Quantity) -> str:
    """The currency of a money unit, without its period."""
    return quantity.unit.partition("/")[0]


def period(quantity: Quantity) -> str:
    """The period of a money unit, or nothing."""
    return quantity.unit.partition("/")[2]


def alike(a: Figure, b: Figure) -> bool:
    """Whether the two measure the same sort of thing, so that one may be taken from the other."""
    if a.kind != b.kind:
        return False
    if a.kind == "money":
        return currency(a.quantity) == currency(b.quantity)
    if a.kind == "count":
        return not a.noun or not b.noun or a.noun == b.noun
    return a.kind != "score" or a.quantity.unit == b.quantity.unit or not a.quantity.unit or not b.quantity.unit


def _noun(quantity: Quantity) -> str:
    if quantity.kind != "count":
        return ""
    noun = quantity.unit.rsplit(" ", 1)[-1]
    return "" if noun in _NO_NOUN else noun


def same_scale(a: Quantity, b: Quantity) -> bool:
    """Whether two durations are both waits or both stretches of a calendar; other figures always are."""
    if a.kind != "duration" or b.kind != "duration" or (a.value < DAY) == (b.value < DAY):
        return True
    return max(a.value, b.value) <= _CLOSE * min(a.value, b.value)


def same_frame(a: Quantity, b: Quantity) -> bool:
    """Looser than ``alike``: for two figures that the wording already puts side by side."""
    if a.kind == b.kind:
        return a.kind != "money" or currency(a) == currency(b)
    bare = {a.kind, b.kind}
    return "count" in bare and not bare & {"multiple"} and _bare((a if a.kind == "count" else b).text)


@kept
def _bare(text: str) -> bool:
    return bool(_NUMBER_LAST.search(text.lower()))


def value_beside(figure: Quantity, model: Quantity) -> float:
    """The value of a figure told without its unit, read in the unit of the one beside it.

    In "from 110 thousand a month to 24" the second is 24 thousand a month.
    """
    if figure.kind == model.kind and (figure.kind != "count" or figure.value >= 1000 or model.value < 10_000):
        return figure.value
    if model.kind == "count" and figure.kind == "count" and figure.value < 100 and figure.unit not in ("", model.unit):
        return figure.value
    return figure.value * scale(model)
