"""What the words around a figure say of it when it is an operand, and what those between two say of both."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from typing import NamedTuple

from starproof.core.keeping import Shelf, kept
from starproof.core.records import record
from starproof.extract.sums.story.figures import Figure

_WORD = re.compile(r"[a-z]{4,}")
COMMON = frozenset(
    "that this with from have been were they what when which would could should about their there then than some "
    "every only just into after before over under more less percent month week year hour minute people thing "
    "because where them your ours also very much many first last next time went came down".split(" ")
)
_OF = re.compile(r" (?:out of|of|from)(?: [a-z']+){0,4} $")
_OF_TAIL = re.compile(r"^ (?:\S+ ){1,4}?of (?:them|those|these|us|it|all|the|our|my|what) ")
_EACH = re.compile(
    r" (?:each|every|per|apiece|at|times|x|price|priced|cost|costs|costing|worth|rate|an? \w+ (?:is|was)) "
)
_LIST = re.compile(r" (?:,|and|plus|\+|\||;) ")
_BETWEEN = tuple(
    (f" {word} ", f"between '{word}'") for word in "from to against than before and . was now of".split(" ")
)
AT_ONCE, SOON, LATER, APART = range(4)
_STEPS = (2, 60, 90)
"""Code points of wording up to which the next item of a list stands at once, soon or later; a space alone is two."""
_PER = frozenset("per a an each every".split(" "))
_MORE_OR_LESS = frozenset("more less fewer better worse lower higher extra".split(" "))
_BREAKS = frozenset(". ; : ¶ | ? ! and but".split(" "))
_IS_NOW = frozenset(
    "now today currently present is are stands stand it's we're after later since finally ended end finished down up "
    "fell dropped rose grew fallen risen came brought got went".split(" ")
)
_ONCE = frozenset(
    "was were had been used before once started began when originally previously old earlier first initially took "
    "start beginning from against instead than lost cost until ago".split(" ")
)


class Joint(NamedTuple):
    """What the words between two operands say."""

    names: tuple[str, ...]
    """Evidence of single words."""
    of: bool
    """Whether the second is what the first is taken from."""
    listed: bool
    """Whether they may part two items of a list."""
    step: int
    """How far it is from the one to the other in a list: ``AT_ONCE``, ``SOON``, ``LATER``, or ``APART``."""


@record
class Said:
    """What an operand's own surroundings say."""

    wide: frozenset[str]
    """Beginnings of the longer words around it."""
    near: frozenset[str]
    """Beginnings of the longer words right around it."""
    of: bool
    """Whether it is told as what something is taken from: "of the 40"."""
    of_them: bool
    """Whether it is told as a part: "12 of them"."""
    each: bool
    """Whether it is told by the piece."""
    per: tuple[str, ...]
    """Beginnings of the words that name the piece: "41 parcels per locker"."""
    change: bool
    """Whether it says how far something went, and not where it stands: "by six hundred", "19,000 fewer"."""
    states: tuple[str, ...]
    """Whether it is told as how things are, or as how they were."""
    cell: bool
    """Whether it stands in a table."""

    @property
    def told(self) -> tuple[object, ...]:
        """All of it but the words that are compared with those of others."""
        return self.of, self.of_them, self.each, self.per, self.change, self.states, self.cell


_SAID: Shelf[Said] = Shelf()


def said_around(figure: Figure) -> Said:
    """What the words around a figure say."""
    return _SAID.get(figure.wording) or _SAID.put(figure.wording, _read(figure))


def _read(figure: Figure) -> Said:
    return Said(
        wide=_wide(figure),
        near=_near(figure),
        of=bool(_OF.search(figure.lead[-40:])),
        of_them=bool(_OF_TAIL.search(figure.tail)),
        each=bool(_EACH.search(figure.tail[:50] + figure.lead[-20:])),
        per=_per(figure),
        change=figure.before[-1:] == ("by",) or not _MORE_OR_LESS.isdisjoint(figure.after[:1]),
        states=tuple(_states(figure)),
        cell="|" in (*figure.before[-1:], *figure.after[:1]),
    )


def _per(figure: Figure) -> tuple[str, ...]:
    behind = figure.after[:6]
    at = next((at for at, word in enumerate(behind) if word in _PER), len(behind))
    return tuple([word.rstrip("s")[:5] for word in behind[at + 1 : at + 3]])


def _states(figure: Figure) -> Iterator[str]:
    before, after = figure.before[-7:], figure.after[:4]
    start = max([at for at, word in enumerate(before) if word in _BREAKS], default=-1) + 1
    stop = next((at for at, word in enumerate(after) if word in _BREAKS), len(after))
    words = {*before[start:], *after[:stop]}
    if words & _IS_NOW:
        yield "now"
    if words & _ONCE:
        yield "then"


def _wide(figure: Figure) -> frozenset[str]:
    words = _WORD.findall(figure.lead + " " + figure.tail[:60])
    return frozenset([word[:5] for word in words if word not in COMMON])


def _near(figure: Figure) -> frozenset[str]:
    words = [*figure.before[-8:], *figure.own, *figure.after[:8]]
    return frozenset(word[:5] for word in words if len(word) >= 4 and word.isalpha() and word not in COMMON)


@kept
def joint(words: str) -> Joint:
    """What the words between two figures say, with a space at both ends."""
    names = tuple([name for word, name in _BETWEEN if word in words])
    step = APART if " . " in words else bisect_left(_STEPS, len(words))
    return Joint(names, bool(_OF.search(words)), bool(_LIST.search(words)), step)
