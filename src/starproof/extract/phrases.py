"""A small language for phrases over words.

A phrase is a row of elements separated by spaces:

- a word: ``decided``; a hyphen inside counts as a space, as it does in the text
- alternatives, each a row of its own: ``(a|an|the (very|same))``
- a beginning of at least four letters: ``decid*``
- a class of words from ``classes.toml``: ``@team``
- a number in digits or letters: ``#``
- any one word: ``_``, or up to N of them: ``_3``
- the start of a sentence: ``^``, so that clipped notes are found ("Asked both leads.")

A question mark after an element makes it optional. The first element that is not must name its words.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from starproof.errors import ConfigError

_PIECE = re.compile(r"[()|?]|[^\s()|?]+")
_STEM = 4
"""How many letters a beginning has at the least; a shorter one would catch half the language."""
NUMBERS = frozenset(
    (
        "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
        "eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred thousand million billion "
        "dozen half"
    ).split(" ")
)


def is_number(word: str) -> bool:
    """Whether a word is a number in digits or letters."""
    return word[:1].isdigit() or word in NUMBERS


@dataclass(frozen=True, slots=True)
class WordClass:
    """Words that phrases name together: ``single`` words, and ``rows`` of several."""

    single: frozenset[str]
    rows: tuple[str, ...]
    heads: frozenset[str]
    """The words that a member may begin with."""

    @classmethod
    def of(cls, members: Sequence[str]) -> WordClass:
        """A class of these members, each a word or words separated by spaces or hyphens."""
        plain = [member.replace("-", " ") for member in members]
        rows = tuple(member for member in plain if not _single(member))
        heads = frozenset(member.partition(" ")[0] for member in plain)
        return cls(frozenset(plain).difference(rows), rows, heads)


Classes = Mapping[str, WordClass]


@dataclass(slots=True, eq=False)
class Node:
    """A place in a phrase, with what leads on from it; ``free`` nodes are reached without a word."""

    words: tuple[tuple[frozenset[str], Node], ...] = ()
    stems: tuple[tuple[str, Node], ...] = ()
    number: tuple[Node, ...] = ()
    any: tuple[Node, ...] = ()
    free: tuple[Node, ...] = ()
    output: str | None = None
    """The name of the phrase that ends here."""

    def after(self, word: str) -> Iterator[Node]:
        """The nodes that this word leads to."""
        for words, node in self.words:
            if word in words:
                yield node
        yield from self.loosely(word)

    def loosely(self, word: str) -> Iterator[Node]:
        """The nodes that it leads to as one of many: by its beginning, as a number, or as any word."""
        for stem, node in self.stems:
            if word.startswith(stem):
                yield node
        if self.number and is_number(word):
            yield from self.number
        yield from self.any


@dataclass(slots=True)
class Phrase:
    """A phrase of the kind ``name``; it is compiled when a text first holds a word that it may begin with."""

    source: str
    name: str
    classes: Classes
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
        """The words it may begin with; ``#`` stands for any number, ``decid*`` for a beginning."""
        due = True
        outer: list[bool] = []
        for found in _PIECE.finditer(self.source):
            piece = found.group()
            if piece == "(":
                if not due and not outer:
                    return
                outer.append(due)
            elif piece == "|" and outer:
                due = outer[-1]
            elif piece == ")" and outer:
                outer.pop()
                due = False
            elif piece == "?" and not outer:
                due = True
            elif not due and not outer:
                return
            elif due and piece not in "|?)":
                yield from self._heads(piece)
                due = False

    def _heads(self, piece: str) -> Iterable[str]:
        return self.word_class(piece).heads if piece.startswith("@") else (piece.partition("-")[0],)

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
            "The module starproof.extract.phrases says how a phrase is written.",
        )


class _Compiler:
    """Reads one phrase from left to right into nodes."""

    def __init__(self, phrase: Phrase) -> None:
        self._phrase = phrase
        self._pieces = [*_PIECE.findall(phrase.source), ""]
        self._at = 0

    def run(self) -> Node:
        start = Node()
        end = self._row(start)
        if self._pieces[self._at] or end is start:
            raise self._phrase.bad("cannot be read")
        heads = closure([start])
        if end in heads or any(node.any for node in heads):
            raise self._phrase.bad("must begin with a word")
        end.output = self._phrase.name
        return start

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
        closed = "|"
        while closed == "|":
            if self._pieces[self._at + 1] in ("|", ")") and _single(self._pieces[self._at]):
                singles.add(self._pieces[self._at])
                self._at += 1
            else:
                self._alternative(node, end)
            closed = self._pieces[self._at]
            self._at += 1
        if closed != ")":
            raise self._phrase.bad("has an open bracket")
        if singles:
            node.words += ((frozenset(singles), end),)

    def _alternative(self, node: Node, end: Node) -> None:
        last = self._row(node)
        if last is node:
            raise self._phrase.bad("has an empty alternative")
        last.free += (end,)

    def _word(self, piece: str, node: Node, end: Node) -> None:
        if re.fullmatch(r"_\d", piece):
            _gap(node, end, int(piece[1:]))
        elif piece.startswith("@"):
            members = self._phrase.word_class(piece)
            node.words += ((members.single, end),)
            for row in members.rows:
                self._chain(node, row.split(" "), end)
        else:
            self._chain(node, piece.split("-"), end)

    def _chain(self, node: Node, words: Sequence[str], end: Node) -> None:
        for word in words[:-1]:
            node = self._edge(node, word, Node())
        self._edge(node, words[-1], end)

    def _edge(self, node: Node, word: str, end: Node) -> Node:
        if word == "#":
            node.number += (end,)
        elif word == "_":
            node.any += (end,)
        elif word.endswith("*"):
            if len(word) <= _STEM:
                raise self._phrase.bad(f"has a beginning of fewer than {_STEM} letters")
            node.stems += ((word[:-1], end),)
        elif not _single(word):
            raise self._phrase.bad(f"holds {word!r}, which is no word")
        else:
            node.words += ((frozenset([word]), end),)
        return end


def _single(piece: str) -> bool:
    """Whether this is one plain word, as it may stand in a text."""
    return piece.replace("'", "").isalnum() or (piece in "^$€£¥₹%" and bool(piece))


def closure(nodes: Iterable[Node]) -> set[Node]:
    """These nodes and all that are reached from them without a word."""
    reached: set[Node] = set()
    waiting = list(nodes)
    while waiting:
        node = waiting.pop()
        if node not in reached:
            reached.add(node)
            waiting.extend(node.free)
    return reached


def _gap(node: Node, end: Node, most: int) -> None:
    """Let up to ``most`` words pass between two nodes."""
    node.free += (end,)
    for _ in range(most):
        step = Node(free=(end,))
        node.any += (step,)
        node = step
