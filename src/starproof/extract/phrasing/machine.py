"""Finds all phrases in one pass over the words.

The phrases together are one automaton, made only as far as the texts call for it: a phrase is compiled when a word
first comes up that it may begin with, and a step is worked out once.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from starproof.extract.phrasing.nodes import Node, closure, is_number
from starproof.extract.phrasing.phrases import SAID, SHORTEST_STEM, Phrase, Reading
from starproof.parse.plain import names_something

_MOST_STEPS = 200_000
"""Steps kept before all are forgotten, so that no run of odd texts can fill the memory."""
_FEW = 24
"""So many edges are asked one by one; of more, those of few words are indexed by them."""
Edge = tuple[frozenset[str], Node]


@dataclass(slots=True, eq=False)
class _State:
    """Where all phrases that are still possible stand."""

    outputs: tuple[str, ...]
    edges: tuple[Edge, ...]
    """What certain words lead to."""
    loose: tuple[Node, ...]
    """The nodes that a word may leave by its beginning, as a number, or in this very form."""
    any: tuple[Node, ...]
    """What any word leads to."""
    noun: tuple[Node, ...]
    """What any word leads to that an article may stand before."""
    many: tuple[Node, ...] = ()
    """Where there are many edges: what those lead to that are not in ``edges``."""
    index: dict[str, int] = field(default_factory=dict)
    """By word, which of ``many`` it leads to: a bit for each, so that no collector of garbage has to look into it."""
    steps: dict[str, _State | None] = field(default_factory=dict)
    passed: dict[bool, _State | None] = field(default_factory=dict)
    """What a word leads to that no phrase names, by whether an article may stand before it."""

    @classmethod
    def of(cls, nodes: Iterable[Node]) -> _State:
        """The state of these nodes."""
        outputs, edges, loose, others, nouns = set[str](), list[Edge](), list[Node](), list[Node](), list[Node]()
        for node in nodes:
            edges += node.words
            others += node.any
            nouns += node.noun
            if node.output is not None:
                outputs.add(node.output)
            if node.exact or node.stems or node.number:
                loose.append(node)
        few = [edge for edge in edges if len(edge[0]) <= _FEW] if len(edges) > _FEW else ()
        return cls(
            tuple(sorted(outputs)),
            tuple([edge for edge in edges if len(edge[0]) > _FEW] if few else edges),
            tuple(loose),
            tuple(others),
            tuple(nouns),
            tuple([end for _, end in few]),
            _indexed([words for words, _ in few]),
        )

    def more(self, word: str, form: str) -> list[Node]:
        """The nodes that this word leads to beside those of ``edges``, as one that a phrase names."""
        found = []
        bits = self.index.get(form, 0)
        while bits:
            place = bits.bit_length() - 1
            found.append(self.many[place])
            bits ^= 1 << place
        for node in self.loose:
            found += node.certainly(word, form)
        return found


def _indexed(named: Iterable[Iterable[str]]) -> dict[str, int]:
    index: dict[str, int] = {}
    for place, words in enumerate(named):
        for word in words:
            index[word] = index.get(word, 0) | 1 << place
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
        stems = [word[:-1] for word in self._first if word.endswith("*")]
        self._lengths = sorted({len(stem) for stem in stems})
        self._openings = {stem[:SHORTEST_STEM] for stem in stems}
        self._roots: dict[str, _State | None] = {}
        self._states: dict[frozenset[Node], _State] = {}
        self.kept = 0

    def find(self, words: Sequence[str]) -> list[tuple[int, int, str]]:
        """Place, end and name of the longest find of each name at each place."""
        found: list[tuple[int, int, str]] = []
        roots = self._roots
        for place, word in enumerate(words):
            state = roots[word] if word in roots else self._root(word)
            if state is not None:
                for name, end in self._follow(state, words, place + 1).items():
                    found.append((place, end, name))
        return found

    def _follow(self, state: _State, words: Sequence[str], end: int) -> dict[str, int]:
        """By name, where the longest phrase ends that leads on from here."""
        ends: dict[str, int] = {}
        size = len(words)
        while True:
            for name in state.outputs:
                ends[name] = end
            if end == size:
                return ends
            word = words[end]
            following = state.steps[word] if word in state.steps else self._step(state, word)
            if following is None:
                return ends
            state, end = following, end + 1

    def _root(self, word: str) -> _State | None:
        self._count()
        form = self._form(word)
        nodes: list[Node] = []
        for head in closure([phrase.start for phrase in self._starting(word, form)]):
            nodes += [node for words, node in head.words if form in words]
            nodes += head.loosely(word, form)
        return self._roots.setdefault(word, self._state(nodes))

    def _starting(self, word: str, form: str) -> list[Phrase]:
        """The phrases that may begin with it."""
        found = [*self._first.get(form, ()), *(self._first.get("#", ()) if is_number(word) else ())]
        if word[:SHORTEST_STEM] in self._openings or form[:SHORTEST_STEM] in self._openings:
            for length in self._lengths:
                for beginning in {word[:length], form[:length]}:
                    if len(beginning) == length:
                        found += self._first.get(beginning + "*", ())
        return found

    def _step(self, state: _State, word: str) -> _State | None:
        self._count()
        form = self._form(word)
        named = [end for words, end in state.edges if form in words]
        if state.index or state.loose:
            named += state.more(word, form)
        noun = bool(state.noun) and names_something(word)
        if named:
            following = self._state([*named, *state.any, *(state.noun if noun else ())])
        elif noun in state.passed:
            following = state.passed[noun]
        else:
            following = state.passed[noun] = self._state([*state.any, *(state.noun if noun else ())])
        state.steps[word] = following
        return following

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
        state = self._states.get(reached)
        if state is None:
            state = self._states[reached] = _State.of(reached)
        return state
