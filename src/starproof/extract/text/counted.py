"""Counts with the noun that they count and the words around them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from itertools import zip_longest

from starproof.core.facts import Quantity
from starproof.core.records import record
from starproof.core.text import Span
from starproof.extract.text.rows import Row
from starproof.extract.text.words import singular, word_lists, words
from starproof.parse.words import Token

_NOUN_REACH = 4
"""How many words after a figure its noun may stand."""
_BACK, _AHEAD = 24, 8
"""How many words before and after a figure are kept."""
_MOST_CREWS = 9
_BREAKS = frozenset(".,;:!?()[]—–\n")
_LINKS = frozenset(
    (
        "and or but for to per a an is was were are had has have who that which from in on at by with without over "
        "across under into than as so if when because before after i we he she they it there"
    ).split(" ")
)
_SHORT = frozenset(["is", "was", "has", "as", "us", "this"])
_OF_WHOM = frozenset(["us", "you"])
_KINDS = ("people", "builders", "leaders", "reports", "teams", "organisations", "places", "served")


@record
class Counted:
    """A figure, the noun it counts in the singular (empty where none is known), and the words around it."""

    value: float
    span: Span
    noun: str
    before: tuple[str, ...]
    """The last words of its sentence before the figure."""
    after: tuple[str, ...]
    """The next words of its sentence after the figure."""
    inside: tuple[str, ...]

    def near(self, count: int) -> tuple[str, ...]:
        """The last words before the figure."""
        return self.before[-count:] if count else ()

    def next(self, count: int) -> tuple[str, ...]:
        """The first words after the figure."""
        return self.after[:count]


def counted(row: Row, figures: Sequence[Quantity], *kinds: str) -> Iterator[Counted]:
    """Each figure of these kinds with its noun and surroundings, in text order."""
    for figure in figures:
        low, high = row.covered(figure.span) if figure.kind in kinds else (0, 0)
        if low < high:
            yield _counted(row, figure, low, high)


def _counted(row: Row, figure: Quantity, low: int, high: int) -> Counted:
    inside = row.tokens(low, high)
    after = row.tokens(high, min(high + _AHEAD, row.last[row.sentence[high - 1]]))
    return Counted(
        value=figure.high if figure.high is not None and figure.kind == "count" else figure.value,
        span=figure.span,
        noun=_noun(row.text, figure, inside, after),
        before=row.before(low, _BACK),
        after=tuple(token.word for token in after),
        inside=tuple(token.word for token in inside),
    )


def _noun(text: str, figure: Quantity, inside: Sequence[Token], after: Sequence[Token]) -> str:
    """The known noun inside the figure's own words, else soon after them, else that of its unit."""
    phrase = _phrase(text, figure.span.end, after)
    for place, token in reversed(list(enumerate(inside))):
        following = inside[place + 1] if place + 1 < len(inside) else phrase[0] if phrase else None
        if singular(token.word) in known_nouns() and not _modifies(token, following):
            return _one_of(token.word, figure)
    if inside and not numeral(inside[-1].word):
        return _one_of(inside[-1].word, figure)
    for token, following in zip_longest(phrase, phrase[1:]):
        if singular(token.word) in known_nouns() and not _modifies(token, following):
            return _one_of(token.word, figure)
    unit = figure.unit.lower().split()
    return singular(unit[-1]) if unit and figure.kind == "count" else ""


def _one_of(noun: str, figure: Quantity) -> str:
    """A noun in the singular; "44 crew" are people, where "four crew" may be crews that lost their ending."""
    return "staff" if noun == "crew" and figure.value > _MOST_CREWS else singular(noun)


def numeral(word: str) -> bool:
    """Whether a word is part of a number, or too empty to name what it counts."""
    return word[0].isdecimal() or word in words("numbers", "words") or len(word) == 1


def _phrase(text: str, end: int, after: Sequence[Token]) -> list[Token]:
    """The words after a figure that may still name what it counts: no mark and no linking word between."""
    phrase: list[Token] = []
    for token in after[:_NOUN_REACH]:
        of = token.word == "of" and phrase
        if of or token.word in _LINKS or any(mark in _BREAKS for mark in text[end : token.start]):
            break
        phrase.append(token)
        end = token.end
    whom = {token.word for token in phrase[1:]} & _OF_WHOM
    return phrase[:2] if whom and phrase[0].word == "of" else [t for t in phrase if t.word not in _OF_WHOM]


def _modifies(token: Token, following: Token | None) -> bool:
    """Whether a noun in the singular only describes the plural after it: "40 dev environments"."""
    if following is None or token.word.endswith("s") or token.word in word_lists()["irregular"]:
        return False
    return following.word.endswith("s") and following.start - token.end <= 1 and following.word not in _SHORT


@cache
def known_nouns() -> frozenset[str]:
    """Every noun whose counts say something about reach, in the singular."""
    return frozenset().union(*(words("nouns", kind) for kind in _KINDS))
