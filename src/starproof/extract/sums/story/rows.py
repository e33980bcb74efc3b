"""The words of a story in order, and those around one stretch of it."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, field

from starproof.core.keeping import kept
from starproof.core.records import record
from starproof.parse.asides import THOUGHT_ALOUD, asides, standard_word

REACH = 90
"""Code points of wording that are read on each side of a figure."""
_PIECES = re.compile(
    r"[a-z0-9$€£%]+(?:['’.&-][a-z0-9]+)*|→|=>|->|[=≈+×|,.;:()?!\u2013\u2014-]|\n\n", re.ASCII | re.IGNORECASE
)
_FILLERS = frozenset("um uh uhm er erm eh ehm eto hm mm ja honestly basically actually literally well".split(" "))
_ASIDE = re.compile(
    r"\b((?:of|to|from|by|than|about|at|with|was|is|in|for),? )"
    rf"(?:(?:um+|uh+|uhm|erm?|hmm?|{'|'.join(THOUGHT_ALOUD)}),(?: |$))+",
    re.IGNORECASE,
)
"""What somebody thinks aloud behind a word that leads on to a figure: "out of, um, thirty-two thousand"."""


def _straight(text: str) -> str:
    """The text with blanks for what is thought aloud before a figure, each word where it stands."""
    return _ASIDE.sub(_blanked, text) if "," in text else text


def _blanked(hit: re.Match[str]) -> str:
    led = hit[1].replace(",", " ")
    return led + " " * (len(hit[0]) - len(led))


def words_of(text: str) -> tuple[str, ...]:
    """Words and punctuation in lower case, without the sounds that people make while they think."""
    return _pieces(text)[0]


def spaced(words: Sequence[str]) -> str:
    """The words as one string with a space before and after each."""
    return f" {' '.join(words)} "


@kept
def _pieces(text: str) -> tuple[tuple[str, ...], tuple[int, ...]]:
    """The words of a stretch, and where in it each begins."""
    words: list[str] = []
    starts: list[int] = []
    last = ""
    plain = _straight(text)
    gaps = asides(plain)
    for hit in _PIECES.finditer(plain):
        word = _word(hit[0])
        if gaps and any(start <= hit.start() < end for start, end in gaps):
            continue
        if word and not word == last == ",":
            words.append(word)
            starts.append(hit.start())
            last = word
    return tuple(words), tuple(starts)


@kept
def _word(piece: str) -> str:
    """A piece as it is read, and nothing for a sound that people make while they think."""
    if piece == "\n\n":
        return "¶"
    word = standard_word(piece.lower().replace("’", "'"))
    return "" if word in _FILLERS else word


@dataclass(slots=True)
class Row:
    """The words of a text in order, and where each begins; none reaches into a figure or out of one."""

    words: list[str] = field(default_factory=list)
    starts: list[int] = field(default_factory=list)

    def add(self, text: str, start: int, end: int) -> int:
        """Append the words of a part of the text; how many there are then."""
        words, starts = _pieces(text[start:end])
        self.words += words
        self.starts += [start + at for at in starts]
        return len(self.words)


@record
class Around:
    """The words about a figure: up to its neighbours, its own, and both ways across neighbours."""

    before: tuple[str, ...]
    own: tuple[str, ...]
    after: tuple[str, ...]
    lead: str
    tail: str


def around(row: Row, start: int, end: int, parts: Sequence[int]) -> Around:
    """The words about a figure from ``start`` to ``end``, from the places in the row where each part begins."""
    since, first, own, behind, following = parts
    low, high = bisect_left(row.starts, start - REACH), bisect_left(row.starts, end + REACH)
    words = row.words
    return Around(
        tuple(words[max(since, low) : first]),
        tuple(words[own:behind]),
        tuple(words[behind : min(following, high)]),
        spaced(words[low:first]),
        spaced(words[own:high]),
    )
