"""A small language for phrases, matched over words.

A pattern is a row of elements separated by spaces: a word (``decided``), alternatives (``(a|an|the)``), a
beginning (``decid*``), any one word (``_``), up to N words (``_3``), a number (``#``), or a class of words
(``@team``). A question mark after an element makes it optional. The first element must name its words.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from starproof.errors import ConfigError
from starproof.extract.tokens import Token

_ELEMENT = re.compile(r"(?:\([^()\s]+\)|[^()\s?]+)\??")
_STEM = 4
"""How many letters of a beginning are looked up; a shorter beginning is refused."""
_NUMBERS = frozenset(
    (
        "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
        "eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred thousand million billion "
        "dozen half"
    ).split(" ")
)


@dataclass(frozen=True, slots=True)
class Element:
    """One place of a pattern. ``gap`` is how many arbitrary words it may pass; then it names no words."""

    words: frozenset[str] = frozenset()
    stems: tuple[str, ...] = ()
    optional: bool = False
    gap: int = 0
    wild: bool = False
    number: bool = False

    def fits(self, word: str) -> bool:
        """Whether this word may stand here."""
        if self.wild or word in self.words:
            return True
        if self.number and (word[0].isdigit() or word in _NUMBERS):
            return True
        return bool(self.stems) and word.startswith(self.stems)


@dataclass(frozen=True, slots=True)
class Pattern:
    """A compiled phrase and what it stands for."""

    elements: tuple[Element, ...]
    name: str
    source: str

    def ends(self, words: Sequence[Token], place: int, limit: int) -> int | None:
        """Index after the longest match that starts at ``place``, or ``None``; never past ``limit``."""
        return _match(self.elements, 0, words, place, limit)


def _match(elements: tuple[Element, ...], at: int, words: Sequence[Token], place: int, limit: int) -> int | None:
    if at == len(elements):
        return place
    element = elements[at]
    if element.gap:
        furthest = min(place + element.gap, limit)
        tries = (_match(elements, at + 1, words, start, limit) for start in range(place, furthest + 1))
        return next((end for end in tries if end is not None), None)
    if place < limit and element.fits(words[place].word):
        end = _match(elements, at + 1, words, place + 1, limit)
        if end is not None:
            return end
    return _match(elements, at + 1, words, place, limit) if element.optional else None


def compile_phrase(source: str, *, name: str, classes: Mapping[str, Iterable[str]]) -> Pattern:
    """Compile one phrase.

    Raises:
        ConfigError: when it is empty, misspelt, or its first element names no words.
    """
    pieces = _ELEMENT.findall(source)
    if "".join(pieces) != source.replace(" ", "") or not pieces:
        raise _bad(source, name, "cannot be read")
    elements = tuple(_element(piece, source=source, name=name, classes=classes) for piece in pieces)
    first = elements[0]
    if first.optional or not (first.words or first.stems or first.number):
        raise _bad(source, name, "must begin with a word")
    return Pattern(elements, name, source)


def _element(piece: str, *, source: str, name: str, classes: Mapping[str, Iterable[str]]) -> Element:
    optional, piece = piece.endswith("?"), piece.rstrip("?")
    if re.fullmatch(r"_\d?", piece):
        return Element(gap=int(piece[1:] or 0), wild=len(piece) == 1, optional=optional)
    if piece == "#":
        return Element(number=True, optional=optional)
    words: list[str] = []
    for option in piece.strip("()").split("|"):
        if option.startswith("@"):
            if option[1:] not in classes:
                raise _bad(source, name, f"names the unknown class {option!r}")
            words.extend(classes[option[1:]])
        else:
            words.append(option)
    stems = tuple(word[:-1] for word in words if word.endswith("*"))
    if any(len(stem) < _STEM for stem in stems):
        raise _bad(source, name, f"has a beginning of fewer than {_STEM} letters")
    return Element(frozenset(word for word in words if not word.endswith("*")), stems, optional)


def _bad(source: str, name: str, what: str) -> ConfigError:
    return ConfigError(
        "E-LEX-001", f"The phrase {source!r} of {name!r} {what}.", "The module `phrases` says how one is written."
    )


class Index:
    """Patterns by the word they may begin with, so that one pass over the words finds them all."""

    def __init__(self, patterns: Iterable[Pattern]) -> None:
        self._by_word: dict[str, list[Pattern]] = {}
        self._by_stem: dict[str, list[Pattern]] = {}
        self._by_number: list[Pattern] = []
        for pattern in patterns:
            first = pattern.elements[0]
            for word in sorted(first.words):
                self._by_word.setdefault(word, []).append(pattern)
            for stem in sorted({stem[:_STEM] for stem in first.stems}):
                self._by_stem.setdefault(stem, []).append(pattern)
            if first.number:
                self._by_number.append(pattern)

    def starting(self, word: str) -> Iterable[Pattern]:
        """The patterns that may begin with this word."""
        yield from self._by_word.get(word, ())
        for pattern in self._by_stem.get(word[:_STEM], ()):
            if pattern.elements[0].fits(word):
                yield pattern
        if self._by_number and (word[0].isdigit() or word in _NUMBERS):
            yield from self._by_number
