"""Figures that a speech recogniser did not write as figures: "free teams" for three, "100 and 10" for 110."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from starproof.core.facts import Quantity
from starproof.core.text import Span
from starproof.parse.words import Token, tokens
from starproof.understand.topics import stem

_SOUNDS = {
    "one": "won", "two": "to|too", "three": "free|tree", "four": "for|fore", "eight": "ate", "forty": "for the",
}  # fmt: skip
"""Words that sound like the words of a number."""
_DIGITS = ("", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine")
_FORTY = 40
_FUNCTION = frozenset("to too for".split())
"""Of these the commonest words of all: the word before the number must be the same too."""
_BETWEEN = re.compile(r"(?: |-| and )")
_TENS = 100


def sounds_like(paper: str, written: Quantity, aloud: Sequence[Token]) -> Span | None:
    """Where the answer has a word that sounds like the figure, before what the figure counts in the story."""
    after = next(tokens(paper, _number_end(paper, written)), None)
    if after is None or not after.word.isalpha() or len(after.word) < 3:
        return None
    before = list(tokens(paper, max(0, written.span.start - 40), written.span.start))[-1:]
    for sound in _sounds(paper, written):
        for at in range(len(aloud) - len(sound)):
            heard = tuple(token.word for token in aloud[at : at + len(sound)])
            if heard != sound or stem(aloud[at + len(sound)].word) != stem(after.word):
                continue
            if sound[0] in _FUNCTION and not (before and at and aloud[at - 1].word == before[0].word):
                continue
            return Span(aloud[at].start, aloud[at + len(sound) - 1].end)
    return None


def with_article(written: Quantity, aloud: str) -> Span | None:
    """Where the answer says "a tester" for "one tester"; an article counts nothing by itself, and is no figure."""
    if written.kind != "count" or written.value != 1 or not written.unit:
        return None
    found = re.search(rf"\b(?:an?|my|our)\s(?:[\w-]+\s)?{re.escape(written.unit)}\b", aloud, re.IGNORECASE)
    return None if found is None else Span(*found.span())


def _number_end(paper: str, written: Quantity) -> int:
    """Where the number of a figure ends and what it measures begins."""
    words = list(tokens(paper, written.span.start, written.span.end))
    return words[0].end if words else written.span.end


def _sounds(paper: str, written: Quantity) -> Iterator[tuple[str, ...]]:
    """What the number of a figure sounds like: "for" for 4, "for the 8" for 48."""
    number = next((token.word for token in tokens(paper, written.span.start, written.span.end)), "")
    value = int(number) if number.isdecimal() and len(number) <= 2 else -1
    name = {_FORTY: "forty"}.get(value) or (_DIGITS[value] if 0 <= value < len(_DIGITS) else number)
    yield from (tuple(sound.split()) for sound in _SOUNDS.get(name, "").split("|") if sound)
    if _FORTY < value < _FORTY + 10 or (number == "forty" and written.value % 10):
        digit = value % 10 if value > 0 else int(written.value % 10)
        yield from ((*_SOUNDS["forty"].split(), said) for said in (str(digit), _DIGITS[digit]))


def in_pieces(written: Quantity, said: Sequence[Quantity], free: Sequence[int], aloud: str) -> tuple[int, int] | None:
    """Two neighbouring figures of the answer that are one of the story: "100 and 10", "6-4" for 64."""
    for one, other in pairwise(free):
        first, second = said[one], said[other]
        if other != one + 1 or not _BETWEEN.fullmatch(aloud[first.span.end : second.span.start]):
            continue
        if written.kind not in (second.kind, "money") or not 0 < second.value < first.value:
            continue
        if written.value in (first.value + second.value if not first.value % _TENS else -1, _digits(first, second)):
            return one, other
    return None


def _digits(first: Quantity, second: Quantity) -> float:
    """Two digits read as one number."""
    both = (first.value, second.value)
    return first.value * 10 + second.value if all(value in range(10) for value in both) else -1.0
