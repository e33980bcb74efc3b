"""A small language for phrases over words.

A phrase is a row of elements separated by spaces:

- a word: ``decided``; a hyphen inside counts as a space, as it does in the text
- alternatives, each a row of its own: ``(a|an|the (very|same))``
- a beginning of at least four letters: ``decid*``
- a word in this very form, where tense is what matters: ``=has`` (in other words forms are one, see below)
- a class of words from ``classes.toml``: ``@team``
- a number in digits or letters: ``#``
- any one word: ``_``, or up to N of them: ``_3``
- the start of a sentence: ``^``, so that clipped notes are found ("Asked both leads.")

A question mark after an element makes it optional. The first element that is not must name its words.

Phrases are matched on words as they were said, or, with the reading ``PLAIN``, on plain words (see ``parse.plain``) by
their forms (``parse.forms``): "decided" then finds "decide" as well and "did not" finds "didn't". An article in a
phrase stands for nothing, or at its end for a word that it may stand before.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from starproof.errors import ConfigError
from starproof.extract.phrasing.nodes import Node, closure, gap
from starproof.parse.forms import form
from starproof.parse.plain import is_article, spelled

_PIECE = re.compile(r"[()|?]|[^\s()|?]+")
_EXACT = "="
SHORTEST_STEM = 4
"""How many letters a beginning has at the least; a shorter one would catch half the language."""


@dataclass(frozen=True, slots=True, eq=False)
class Reading:
    """How the words of phrases and texts are compared."""

    parts: Callable[[str], tuple[str, ...]]
    """A phrase's word as it stands in the texts: several words, or none where it is passed over."""
    form: Callable[[str], str]
    """What two words must share to be the same."""

    def words(self, row: Iterable[str]) -> tuple[str, ...]:
        """The forms of a row of words."""
        return tuple([self.form(part) for word in row for part in self.parts(word)])


SAID = Reading(lambda word: (word,), lambda word: word)
PLAIN = Reading(spelled, form)


@dataclass(frozen=True, slots=True)
class WordClass:
    """Words that phrases name together: ``single`` words, and ``rows`` of several."""

    single: frozenset[str]
    rows: tuple[tuple[str, ...], ...]
    heads: frozenset[str]
    """The words that a member may begin with."""

    @classmethod
    def of(cls, members: Sequence[str], reading: Reading = SAID) -> WordClass:
        """A class of these members, each a word or words separated by spaces or hyphens."""
        read = dict.fromkeys(reading.words(member.replace("-", " ").split(" ")) for member in members)
        single = frozenset(row[0] for row in read if len(row) == 1)
        return cls(single, tuple(row for row in read if len(row) > 1), frozenset(row[0] for row in read if row))


Classes = Mapping[str, WordClass]


@dataclass(slots=True)
class Phrase:
    """A phrase of the kind ``name``; it is compiled when a text first holds a word that it may begin with."""

    source: str
    name: str
    classes: Classes
    reading: Reading = SAID
    _start: Node | None = None

    @property
    def start(self) -> Node:
        """The first node.

        Raises:
            ConfigError: when the phrase is empty, misspelt, or its first element names no words.
        """
        if self._start is None:
            self._start = _Compiler(self).run()
        return self._start

    def first(self) -> Iterator[str]:
        """The forms it may begin with; ``#`` stands for any number, ``decid*`` for a beginning."""
        due = True
        outer: list[list[bool]] = []  # of each open bracket: whether a word was due before it, whether one still may be
        for found in _PIECE.finditer(self.source):
            piece = found.group()
            if piece == "(":
                if not due and not outer:
                    return
                outer.append([due, False])
            elif piece in "|)" and outer:
                outer[-1][1] |= due
                due = outer[-1][0] if piece == "|" else outer.pop()[1]
            elif piece == "?" and not outer:
                due = True
            elif not due and not outer:
                return
            elif due and piece not in "|?)":
                heads = self._heads(piece)
                yield from heads
                due = not heads

    def _heads(self, piece: str) -> Iterable[str]:
        if piece.startswith("@"):
            return self.word_class(piece).heads
        return self.read(piece.removeprefix(_EXACT))[:1]

    def read(self, piece: str) -> tuple[str, ...]:
        """The forms of the words of a piece; a piece that is no plain word stays as it is."""
        return _read(piece, self.reading)

    def word_class(self, piece: str) -> WordClass:
        """The class that ``@name`` stands for."""
        if piece[1:] not in self.classes:
            raise self.bad(f"names the unknown class {piece!r}")
        return self.classes[piece[1:]]

    def bad(self, what: str) -> ConfigError:
        """The error that this phrase is."""
        return ConfigError(
            "E-LEX-001",
            f"The phrase {self.source!r} of {self.name!r} {what}.",
            "The module starproof.extract.phrasing.phrases says how a phrase is written.",
        )


class _Compiler:
    """Reads one phrase from left to right into nodes."""

    def __init__(self, phrase: Phrase) -> None:
        self._phrase = phrase
        self._pieces = [*_PIECE.findall(phrase.source), ""]
        self._at = 0
        self._passed: list[tuple[Node, Node]] = []
        """Where a word is passed over, such as an article."""

    def run(self) -> Node:
        start = Node()
        end = self._row(start)
        if self._pieces[self._at] or end is start:
            raise self._phrase.bad("cannot be read")
        end.output = self._phrase.name
        self._pass_over(end)
        heads = closure([start])
        if end in heads or any(node.any or node.noun for node in heads):
            raise self._phrase.bad("must begin with a word")
        return start

    def _pass_over(self, last: Node) -> None:
        """Let an article stand for nothing, or where the phrase ends with it for what it may stand before."""
        ends = [(node, end, last in closure([end])) for node, end in self._passed]
        for node, end, ending in ends:
            if ending:
                node.noun += (end,)
            else:
                node.free += (end,)

    def _row(self, node: Node) -> Node:
        while (piece := self._pieces[self._at]) not in ("", "|", ")"):
            self._at += 1
            end = Node()
            if piece == "(":
                self._group(node, end)
            else:
                self._word(piece, node, end)
            if self._pieces[self._at] == "?":
                self._at += 1
                node.free += (end,)
            node = end
        return node

    def _group(self, node: Node, end: Node) -> None:
        singles: set[str] = set()
        pieces, reading, closed = self._pieces, self._phrase.reading, "|"
        while closed == "|":
            words = _alone(pieces[self._at], reading) if pieces[self._at + 1] in ("|", ")") else None
            if words is None:
                self._alternative(node, end)
            else:
                singles.update(words)
                self._at += 1
            closed = pieces[self._at]
            self._at += 1
        if closed != ")":
            raise self._phrase.bad("has an open bracket")
        if singles:
            node.words += ((frozenset(singles), end),)

    def _alternative(self, node: Node, end: Node) -> None:
        last = self._row(node)
        if last is node:  # nothing stands between two bars
            raise self._phrase.bad("has an empty alternative")
        last.free += (end,)

    def _word(self, piece: str, node: Node, end: Node) -> None:
        if len(piece) == 2 and piece[0] == "_" and piece[1].isdecimal():
            gap(node, end, int(piece[1:]))
        elif piece.startswith("@"):
            members = self._phrase.word_class(piece)
            node.words += ((members.single, end),)
            for row in members.rows:
                self._chain(node, row, end)
        else:
            self._chain(node, self._phrase.read(piece), end)

    def _chain(self, node: Node, words: Sequence[str], end: Node) -> None:
        if not words:
            self._passed.append((node, end))
            return
        for word in words[:-1]:
            node = self._edge(node, word, Node())
        self._edge(node, words[-1], end)

    def _edge(self, node: Node, word: str, end: Node) -> Node:
        if word == "#":
            node.number += (end,)
        elif word == "_":
            node.any += (end,)
        elif word.endswith("*"):
            if len(word) <= SHORTEST_STEM:
                raise self._phrase.bad(f"has a beginning of fewer than {SHORTEST_STEM} letters")
            node.stems += ((word[:-1], end),)
        elif word.startswith(_EXACT) and _single(word[1:]):
            node.exact += ((word[1:], end),)
        elif not _single(word):
            raise self._phrase.bad(f"holds {word!r}, which is no word")
        else:
            node.words += ((_only(word), end),)
        return end


@cache
def _read(piece: str, reading: Reading) -> tuple[str, ...]:
    """The forms of the words of a piece, read once, since many phrases share their words."""
    words = piece.split("-")
    return reading.words(words) if _single(piece.replace("-", "")) else tuple(words)


@cache
def _alone(piece: str, reading: Reading) -> tuple[str, ...] | None:
    """The word that this is in the texts, nothing for a filler that they never hold, ``None`` for anything else."""
    if not _single(piece):
        return None
    words = _read(piece, reading)
    return words if len(words) == 1 or not (words or is_article(piece)) else None


@cache
def _only(word: str) -> frozenset[str]:
    """One word as a set, made once, since many phrases share their words."""
    return frozenset([word])


@cache
def _single(piece: str) -> bool:
    """Whether this is one plain word, as it may stand in a text."""
    return piece.replace("'", "").isalnum() or (piece in "^$€£¥₹%" and bool(piece))
