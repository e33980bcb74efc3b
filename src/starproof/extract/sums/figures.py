"""The figures of a story with the words around them: what every kind of sum looks at."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from starproof.core.facts import Quantity
from starproof.core.text import Span
from starproof.extract.sums.links import Link, link
from starproof.extract.sums.scales import scale

REACH = 90
"""Code points of wording that are read on each side of a figure."""
DAY = 86_400.0
"""Seconds."""
_CLOSE = 12.0
_NEARLY = frozenset(("nearly", "almost", "roughly", "approximately", "ish", "thereabouts"))
_ENDS = frozenset(", . ; : ¶ ( ) ! ? and but so".split(" "))
_OR_SO = (("or", "so"), ("or", "thereabouts"), ("give", "or"), ("more", "or"))
WINDOW = 24
"""How many earlier figures are ever compared with a figure: keeps the work linear."""
_PIECES = re.compile(
    r"[a-z0-9$€£%]+(?:['’.&-][a-z0-9]+)*|→|=>|->|[|,.;:()?!\u2013\u2014-]|\n\n", re.ASCII | re.IGNORECASE
)
_FILLERS = frozenset("um uh uhm er erm eh ehm eto hm mm ja honestly basically actually literally well".split(" "))
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


def words_of(text: str) -> tuple[str, ...]:
    """Words and punctuation in lower case, without the sounds that people make while they think."""
    plain = text.lower().replace("’", "'")
    found = ["¶" if p == "\n\n" else p for p in _PIECES.findall(plain) if p not in _FILLERS]
    return tuple(p for i, p in enumerate(found) if p != "," or found[i - 1 : i] != [","])


def spaced(words: Sequence[str]) -> str:
    """The words as one string with a space before and after each."""
    return f" {' '.join(words)} "


def telling(text: str, quantities: Sequence[Quantity], sentences: Sequence[Span]) -> Telling:
    """Every quantity with its surroundings, in text order."""
    standing = _standing(text, quantities)
    row, opens = _Row(), [span.start for span in sentences]
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
        around = _around(row, start, quantities[index].span.end, (since, *parts[place], parts[place + 1][0]))
        quantity = _nearly(quantities[index], around.after)
        figures.append(_figure(quantity, start, place, index, bisect_right(opens, start) - 1, around))
    return Telling(text, tuple(figures), tuple(sentences))


def _nearly(quantity: Quantity, after: Sequence[str]) -> Quantity:
    """The quantity, marked as approximate where that is said behind it: "sixty percent nearly", "90 or so"."""
    said = after[:1] and after[0] in _NEARLY and (not after[1:] or after[1] in _ENDS)
    return replace(quantity, approx=True) if said or tuple(after[:2]) in _OR_SO else quantity


@dataclass(slots=True)
class _Row:
    """The words of a text in order, and where each begins; none reaches into a figure or out of one."""

    words: list[str] = field(default_factory=list)
    starts: list[int] = field(default_factory=list)

    def add(self, text: str, start: int, end: int) -> int:
        """Append the words of a part of the text; how many there are then."""
        last = ""
        for hit in _PIECES.finditer(text, start, end):
            word = hit[0].lower().replace("’", "'")
            if word not in _FILLERS and not word == last == ",":
                self.words.append("¶" if word == "\n\n" else word)
                self.starts.append(hit.start())
                last = word
        return len(self.words)


@dataclass(frozen=True, slots=True)
class _Around:
    before: tuple[str, ...]
    own: tuple[str, ...]
    after: tuple[str, ...]
    lead: str
    tail: str


def _around(row: _Row, start: int, end: int, parts: Sequence[int]) -> _Around:
    """The words about a figure from ``start`` to ``end``, from the places in the row where each part begins."""
    since, first, own, behind, following = parts
    low, high = bisect_left(row.starts, start - REACH), bisect_left(row.starts, end + REACH)
    return _Around(
        tuple(row.words[max(since, low) : first]),
        tuple(row.words[own:behind]),
        tuple(row.words[behind : min(following, high)]),
        spaced(row.words[low:first]),
        spaced(row.words[own:high]),
    )


def _figure(quantity: Quantity, start: int, place: int, index: int, sentence: int, around: _Around) -> Figure:
    return Figure(
        start=start,
        place=place,
        index=index,
        quantity=quantity,
        end=quantity.span.end,
        value=quantity.value,
        kind=quantity.kind,
        noun=_noun(quantity),
        bare=_is_bare(quantity),
        often=_often(quantity, around.tail),
        a_year=bool(_YEAR.search(_clause(around)[:60]) or _YEAR.search(around.lead[-30:])),
        horizon=_is_horizon(quantity, around.before, around.after),
        sentence=sentence,
        own=around.own,
        before=around.before,
        tied=link(around.before),
        after=around.after,
        lead=around.lead,
        tail=around.tail,
    )


def _clause(around: _Around) -> str:
    """A figure's words and what follows, unless another clause speaks of something else with a figure of its own."""
    stop = next((at for at, word in enumerate(around.after) if word in ("and", "but", ".", ";", "¶")), None)
    more = around.tail.split()[len(around.own) + len(around.after) :][:1]
    return around.tail if stop is None or not more else spaced((*around.own, *around.after[:stop]))


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
    return "count" in bare and not bare & {"multiple"} and _bare(a if a.kind == "count" else b)


def _bare(quantity: Quantity) -> bool:
    return bool(_NUMBER_LAST.search(quantity.text.lower()))


def value_beside(figure: Quantity, model: Quantity) -> float:
    """The value of a figure told without its unit, read in the unit of the one beside it.

    In "from 110 thousand a month to 24" the second is 24 thousand a month.
    """
    if figure.kind == model.kind and (figure.kind != "count" or figure.value >= 1000 or model.value < 10_000):
        return figure.value
    if model.kind == "count" and figure.kind == "count" and figure.value < 100 and figure.unit not in ("", model.unit):
        return figure.value
    return figure.value * scale(model)
