"""Finds all phrases in one pass over the words.

The phrases together are one automaton, made only as far as the texts call for it: a phrase is compiled when a word
first comes up that it may begin with, and a step is worked out once.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from starproof.extract.phrases import SAID, Node, Phrase, Reading, closure, is_number
from starproof.parse.plain import names_something

_MOST_STEPS = 200_000
"""Steps kept before all are forgotten, so that no run of odd texts can fill the memory."""
_FEW = 24
"""So many edges are asked one by one; of more, those of few words are indexed by them."""
Edges = tuple[tuple[frozenset[str], Node], ...]


@dataclass(slots=True, eq=False)
class _State:
    """Where all phrases that are still possible stand."""

    outputs: tuple[str, ...]
    edges: Edges
    """What certain words lead to."""
    loose: tuple[Node, ...]
    """The nodes that a word may leave by its beginning, as a number, or in this very form."""
    any: tuple[Node, ...]
    """What any word leads to."""
    noun: tuple[Node, ...]
    """What any word leads to that an article may stand before."""
    steps: dict[str, _State | None] = field(default_factory=dict)
    index: dict[str, list[Node]] = field(default_factory=dict)
    """Where there are many edges: the nodes that each word leads to by those that are not in ``edges``."""
    passed: dict[bool, _State | None] = field(default_factory=dict)
    """What a word leads to that no phrase names, by whether an article may stand before it."""

    @classmethod
    def of(cls, nodes: Iterable[Node]) -> _State:
        """The state of these nodes."""
        edges = [edge for node in nodes for edge in node.words]
        few = [edge for edge in edges if len(edge[0]) <= _FEW] if len(edges) > _FEW else []
        return cls(
            tuple(sorted({node.output for node in nodes if node.output is not None})),
            tuple([edge for edge in edges if len(edge[0]) > _FEW] if few else edges),
            tuple([node for node in nodes if node.exact or node.stems or node.number]),
            tuple([end for node in nodes for end in node.any]),
            tuple([end for node in nodes for end in node.noun]),
            index=_indexed(few),
        )

    def named(self, word: str, form: str) -> list[Node]:
        """The nodes that this word leads to as one of those that a phrase names."""
        found = [end for words, end in self.edges if form in words]
        if form in self.index:
            found += self.index[form]
        for node in self.loose:
            found += node.certainly(word, form)
        return found


def _indexed(edges: Iterable[tuple[frozenset[str], Node]]) -> dict[str, list[Node]]:
    index: dict[str, list[Node]] = {}
    for words, end in edges:
        for word in words:
            index.setdefault(word, []).append(end)
    return index


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
        named, noun = state.named(word, self._form(word)), bool(state.noun) and names_something(word)
        if named:
            following = self._state([*named, *state.any, *(state.noun if noun else ())])
        else:
            following = self._passing(state, noun=noun)
        return state.steps.setdefault(word, following)

    def _passing(self, state: _State, *, noun: bool) -> _State | None:
        """Where a word leads that no phrase names; the same for all of them, so worked out once."""
        if noun not in state.passed:
            state.passed[noun] = self._state([*state.any, *(state.noun if noun else ())])
        return state.passed[noun]

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
            self._states[reached] = _State.of(reached)
        return self._states[reached]
