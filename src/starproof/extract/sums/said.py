"""What the words around a figure say of it when it is an operand, and what those between two say of both."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import NamedTuple

from starproof.core.keeping import Shelf, kept
from starproof.extract.sums.figures import Figure

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


_LIST = re.compile(r" (?:,|and|plus|\||;) ")
_BETWEEN = tuple(
    (f" {word} ", f"between '{word}'") for word in "from to against than before and . was now of".split(" ")
)


class Joint(NamedTuple):
    """What the words between two operands say."""

    names: tuple[str, ...]
    """Evidence of single words."""
    of: bool
    """Whether the second is what the first is taken from."""
    listed: bool
    """Whether the two stand in a list."""
    listed_close: bool
    """The same, one soon after the other."""


@dataclass(frozen=True, slots=True)
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
    )


def _wide(figure: Figure) -> frozenset[str]:
    words = _WORD.findall(figure.lead + " " + figure.tail[:60])
    return frozenset([word[:5] for word in words if word not in COMMON])


def _near(figure: Figure) -> frozenset[str]:
    words = [*figure.before[-8:], *figure.own, *figure.after[:8]]
    return frozenset(word[:5] for word in words if len(word) >= 4 and word.isalpha() and word not in COMMON)


@kept
def joint(words: str) -> Joint:
    """What the words between two figures say, with a space at both ends."""
    listed = bool(_LIST.search(words)) and len(words) <= 90 and " . " not in words
    names = tuple([name for word, name in _BETWEEN if word in words])
    return Joint(names, bool(_OF.search(words)), listed, listed and len(words) <= 60)
