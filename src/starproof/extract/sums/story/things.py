"""Which thing a figure is told of, by the words of its own clause or the heading of its row: "Losses", "delivery".

A summary far behind the story, or the text under a table, names the thing again: "Delivery is 37 % faster".
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from starproof.core.keeping import Shelf
from starproof.extract.sums.story.distant import FAR
from starproof.extract.sums.story.figures import Figure
from starproof.extract.sums.story.links import CHANGE
from starproof.extract.sums.story.said import COMMON
from starproof.extract.text.changing import CHANGES

_STOPS = frozenset(". ; ¶ ! ?".split(" "))
_PAUSES = frozenset(", : | ( ) - – — and but while so".split(" "))
_GOES_BACK = frozenset("it that's that this which it's they we're so".split(" "))
_LONG, _STEM = 4, 5
_UNITS = frozenset(
    """days hours minutes seconds weeks months years quarter quarters percent points thousand million billion lakh crore
    worth save saves saved saving savings cost costs give gives gave brings brought leaves leaving left since were been
    took takes made makes same here each another instead still times half third""".split()
)
_NO_THING = COMMON | CHANGE | CHANGES | _UNITS


_CLAUSES: Shelf[tuple[frozenset[str], frozenset[str], bool]] = Shelf()


def things(figures: Sequence[Figure]) -> list[frozenset[str]]:
    """Beginnings of the words that name what each figure is told of."""
    found: list[frozenset[str]] = []
    for figure in figures:
        front, rest, goes_on = _CLAUSES.get(figure.wording) or _CLAUSES.put(figure.wording, _clause(figure))
        found.append((front if front or not goes_on or not found else found[-1]) | rest)
    return found


def told_of(all_things: Sequence[frozenset[str]], place: int) -> frozenset[int]:
    """The places of the figures, as far as any is read, that are told of the same thing as this one."""
    mine = all_things[place]
    if not mine:
        return frozenset()
    low = max(0, place - FAR)
    near = enumerate(all_things[low : place + FAR + 1], low)
    return frozenset([at for at, other in near if at != place and not mine.isdisjoint(other)])


def _clause(figure: Figure) -> tuple[frozenset[str], frozenset[str], bool]:
    """What is named before a figure, by itself and behind it; and whether it goes on from what the last one is of."""
    front = frozenset(_front(figure.before))
    behind: list[str] = []
    for word in figure.after:
        if word in _STOPS or word in _PAUSES:
            break
        behind.append(word)
    rest = frozenset([word[:_STEM] for word in (*figure.own, *behind) if _names(word)])
    goes_on = _STOPS.isdisjoint(figure.before) or not _GOES_BACK.isdisjoint(figure.before[-4:])
    return front, rest, goes_on


def _front(before: Sequence[str]) -> Iterator[str]:
    """What the nearest clause before a figure names that names anything, up to where the sentence begins."""
    told = False
    for word in reversed(before):
        if word in _STOPS or (told and word in _PAUSES):
            return
        if _names(word):
            told = True
            yield word[:_STEM]


def _names(word: str) -> bool:
    return len(word) >= _LONG and word.isalpha() and word not in _NO_THING
