"""The places of compiled phrases, and what leads from one to the next."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from starproof.parse.plain import names_something

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


@dataclass(slots=True, eq=False)
class Node:
    """A place in a phrase, with what leads on from it; ``free`` nodes are reached without a word."""

    words: tuple[tuple[frozenset[str], Node], ...] = ()
    stems: tuple[tuple[str, Node], ...] = ()
    number: tuple[Node, ...] = ()
    any: tuple[Node, ...] = ()
    noun: tuple[Node, ...] = ()
    """Reached by a word that an article may stand before."""
    exact: tuple[tuple[str, Node], ...] = ()
    free: tuple[Node, ...] = ()
    output: str | None = None
    """The name of the phrase that ends here."""

    def loosely(self, word: str, form: str) -> Iterator[Node]:
        """The nodes that it leads to as itself or as one of many: by its beginning, as a number, or as any word."""
        yield from self.certainly(word, form)
        yield from self.any
        if self.noun and names_something(word):
            yield from self.noun

    def certainly(self, word: str, form: str) -> Iterator[Node]:
        """The nodes that it leads to in this very form, by its beginning, or as a number."""
        for same, node in self.exact:
            if word == same:
                yield node
        for stem, node in self.stems:
            if word.startswith(stem) or form.startswith(stem):
                yield node
        if self.number and is_number(word):
            yield from self.number


def closure(nodes: Iterable[Node]) -> set[Node]:
    """These nodes and all that are reached from them without a word."""
    reached = set(nodes)
    waiting = [free for node in reached if node.free for free in node.free]
    while waiting:
        node = waiting.pop()
        if node not in reached:
            reached.add(node)
            waiting.extend(node.free)
    return reached


def gap(node: Node, end: Node, most: int) -> None:
    """Let up to ``most`` words pass between two nodes."""
    node.free += (end,)
    for _ in range(most):
        step = Node(free=(end,))
        node.any += (step,)
        node = step
