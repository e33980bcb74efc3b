"""Finds all phrases in one pass over the words.

The phrases together are one automaton, made only as far as the texts call for it: a phrase is compiled when a word
first comes up that it may begin with, and a step is worked out once.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from starproof.extract.phrases import SAID, Node, Phrase, Reading, closure, is_number

_MOST_STEPS = 200_000
"""Steps kept before all are forgotten, so that no run of odd texts can fill the memory."""
_FEW = 24
"""So many phrases are asked one by one; more are indexed by their next words."""


@dataclass(slots=True, eq=False)
class _State:
    """Where all phrases that are still possible stand."""

    nodes: frozenset[Node]
    outputs: tuple[str, ...]
    steps: dict[str, _State | None] = field(default_factory=dict)
    index: dict[str, list[Node]] = field(default_factory=dict)
    """Where many phrases stand together: the nodes that each word leads to."""
    rest: tuple[Node, ...] = ()
    """The nodes that the index does not cover: gaps, numbers, beginnings."""

    def after(self, word: str, form: str) -> list[Node]:
        """The nodes that this word leads to."""
        if len(self.nodes) <= _FEW:
            return _reached(self.nodes, word, form)
        if not self.index and not self.rest:
            self._build()
        found = list(self.index.get(form, ()))
        found.extend(node for one in self.rest for node in one.loosely(word, form))
        return found

    def _build(self) -> None:
        for node in self.nodes:
            for words, end in node.words:
                for word in words:
                    self.index.setdefault(word, []).append(end)
        self.rest = tuple(
            node for node in self.nodes if node.any or node.noun or node.exact or node.stems or node.number
        )


def _reached(nodes: Iterable[Node], word: str, form: str) -> list[Node]:
    """All that these nodes lead to with this word: ``Node.after`` of each, written out since most lead nowhere."""
    found: list[Node] = []
    for one in nodes:
        for words, node in one.words:
            if form in words:
                found.append(node)
        if one.any or one.noun or one.stems or one.number or one.exact:
            found.extend(one.loosely(word, form))
    return found


class Machine:
    """Phrases, ready to be found. What it keeps only saves work: the same words give the same finds.

    ``kept`` counts the steps that are worked out and kept.
    """

    def __init__(self, phrases: Iterable[Phrase], reading: Reading = SAID) -> None:
        self._form = reading.form
        self._first: dict[str, list[Phrase]] = {}
        for phrase in phrases:
            for word in set(phrase.first()):
                self._first.setdefault(word, []).append(phrase)
        self._stems = [word[:-1] for word in self._first if word.endswith("*")]
        self._lengths = sorted({len(stem) for stem in self._stems})
        self._roots: dict[str, _State | None] = {}
        self._states: dict[frozenset[Node], _State] = {}
        self.kept = 0

    def find(self, words: Sequence[str]) -> Iterator[tuple[int, int, str]]:
        """Place, end and name of the longest find of each name at each place."""
        for place, word in enumerate(words):
            state = self._roots[word] if word in self._roots else self._root(word)
            if state is not None:
                for name, end in self._follow(state, words, place + 1).items():
                    yield place, end, name

    def _follow(self, state: _State, words: Sequence[str], end: int) -> dict[str, int]:
        """By name, where the longest phrase ends that leads on from here."""
        ends: dict[str, int] = {}
        while True:
            for name in state.outputs:
                ends[name] = end
            if end == len(words):
                return ends
            word = words[end]
            following = state.steps[word] if word in state.steps else self._step(state, word)
            if following is None:
                return ends
            state, end = following, end + 1

    def _root(self, word: str) -> _State | None:
        self._count()
        form = self._form(word)
        heads = closure(phrase.start for phrase in self._starting(word, form))
        nodes = [node for head in heads for node in head.after(word, form)]
        return self._roots.setdefault(word, self._state(nodes))

    def _starting(self, word: str, form: str) -> Iterator[Phrase]:
        yield from self._first.get(form, ())
        for length in self._lengths:
            for beginning in {word[:length], form[:length]}:
                if len(beginning) == length:
                    yield from self._first.get(beginning + "*", ())
        if is_number(word):
            yield from self._first.get("#", ())

    def _step(self, state: _State, word: str) -> _State | None:
        self._count()
        return state.steps.setdefault(word, self._state(state.after(word, self._form(word))))

    def _count(self) -> None:
        self.kept += 1
        if self.kept > _MOST_STEPS:
            self.kept = 0
            self._states.clear()
            self._roots.clear()

    def _state(self, nodes: Sequence[Node]) -> _State | None:
        if not nodes:
            return None
        reached = frozenset(closure(nodes))
        if reached not in self._states:
            outputs = {node.output for node in reached if node.output is not None}
            self._states[reached] = _State(reached, tuple(sorted(outputs)))
        return self._states[reached]
