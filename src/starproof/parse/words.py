"""Words with their places: what is read off a sentence."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import partial
from typing import NamedTuple

from starproof.core.keeping import kept
from starproof.parse.tags import tag

_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*|[$€£¥₹%#]")
START = "^"
CAPITAL = "A-ZÀ-ÖØ-ÞĀ-ɏḀ-ỿ"
"""Letters that a name may begin with, for a class of a pattern; beyond Western Europe's they stand in either case."""
SMALL = "a-zß-öø-ÿĀ-ɏḀ-ỿ"
"""Letters that a name may go on with."""
FILLERS = frozenset("um uh uhm umm er erm ah eh ehm euh hm hmm mm mhm".split(" "))
RESTARTED = frozenset(
    "a an and at but for he her his i in is it my of on our she so that the they this to was we".split()
)
"""Words that a speaker says twice when starting over; twice in a row they mean no more than once."""


class Token(NamedTuple):
    """A word in lower case with its place in the text; a curly apostrophe counts as a straight one."""

    word: str
    start: int
    end: int


_token = partial(tuple.__new__, Token)
"""A token of its three parts, made without their names since there are so many."""


def tokens(text: str, start: int = 0, end: int | None = None) -> Iterator[Token]:
    """The words between two offsets, in order; currency and percent signs are words of their own."""
    for found in _WORD.finditer(text, start, len(text) if end is None else end):
        yield _token((found.group().lower().replace("’", "'"), *found.span()))


@kept
def words_in(text: str) -> int:
    """How many words it takes to say a text: runs between spaces that hold a letter or a digit."""
    return sum([word.isalnum() or any(map(str.isalnum, word)) for word in text.split()])


@kept
def said(sentence: str) -> tuple[Token, ...]:
    """The words of a sentence with their places in it."""
    if sentence.isascii():  # in one go, since a letter in lower case is one letter then
        return tuple([_token((found.group(), *found.span())) for found in _WORD.finditer(sentence.lower())])
    return tuple(tokens(sentence))


@kept
def fluently(sentence: str) -> tuple[Token, ...]:
    """The words of a sentence as ``fluent`` leaves them, with their places in it."""
    stop = tag(sentence)
    return tuple(fluent([token for token in said(sentence) if token.start < stop]))


def fluent(words: Iterable[Token]) -> list[Token]:
    """The words of a sentence behind an empty token ``^`` that marks its start.

    What a speaker says while thinking is left out: "we, uh, we had you know failed" reads "we had failed".
    """
    kept: list[Token] = []
    for token in words:
        if not kept:
            kept.append(Token(START, token.start, token.start))
        if token.word in FILLERS:
            continue
        if token.word == "know" and kept[-1].word == "you":
            kept.pop()
            continue
        if token.word == kept[-1].word and token.word in RESTARTED:
            kept.pop()
        kept.append(token)
    return kept
