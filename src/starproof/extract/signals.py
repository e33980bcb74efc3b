"""Signals: the words of a story that show who acted, what was decided, what lasted.

Each kind of ``core.facts.SIGNALS`` has one file ``lexicon/<kind>.toml``:

- ``phrases``, written as the module ``phrases`` says
- ``not``: phrases that look like it and are not; a find that touches one is dropped
- ``negation``: ``keep`` where "never" or "no" before the words changes nothing, ``drop`` (the default) where it does
- ``labels``: the sections in which finds count; all where left out
- ``view``: ``said`` where the phrases are matched on the words as they were said, ``plain`` (the default) where on what
  they say, whoever says it

One pass over the words of each view finds them all. Rules decide what a signal means.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

from starproof.core.document import LABELS, Document, Label, LabelledSentence
from starproof.core.facts import SIGNALS, Signal
from starproof.core.keeping import kept
from starproof.core.text import Span
from starproof.errors import ConfigError
from starproof.extract.machine import Machine
from starproof.extract.phrases import PLAIN, SAID, Phrase, Reading, WordClass
from starproof.parse.plain import plain
from starproof.parse.words import Token, fluently

_NEGATIONS = frozenset("not never no nobody without none cannot neither nor hardly".split(" "))
_NO_DENIAL = frozenset("only just merely because".split(" "))
"""After "not", these say that there is more, not that there is none."""
_NEGATION_REACH = 3
"""How many words a negation may stand before what it denies."""
_KEYS = frozenset(["phrases", "not", "negation", "labels", "view"])
_VIEWS: Mapping[str, Reading] = {"plain": PLAIN, "said": SAID}
_UNLESS = "!"
"""Marks, inside the machine, the name of a phrase that cancels finds of its kind."""


@dataclass(frozen=True, slots=True)
class Kind:
    """How finds of one kind are kept or dropped."""

    keep_negated: bool
    labels: frozenset[Label] | None


@dataclass(frozen=True, slots=True)
class Lexicon:
    """All phrases of all kinds, ready to match."""

    kinds: Mapping[str, Kind]
    phrases: tuple[Phrase, ...]
    plain: Machine
    said: Machine


@cache
def lexicon() -> Lexicon:
    """The packaged phrases.

    Raises:
        ConfigError: when a file has an unknown key or kind, or names an unknown class.
    """
    folder = files("starproof.extract") / "lexicon"
    entries = sorted(folder.iterdir(), key=lambda entry: entry.name)
    data = {
        entry.name.removesuffix(".toml"): tomllib.loads(entry.read_text(encoding="utf-8"))
        for entry in entries
        if entry.name.endswith(".toml")
    }
    classes = data.pop("classes")
    return compiled(data, classes=classes)


def compiled(data: Mapping[str, Mapping[str, Any]], *, classes: Mapping[str, Sequence[str]]) -> Lexicon:
    """A lexicon of the contents of its files, by kind, and of the classes of words that they name.

    Raises:
        ConfigError: when one has an unknown key or kind, or a phrase begins with an unknown class.
    """
    kinds: dict[str, Kind] = {}
    phrases: list[Phrase] = []
    known = {view: _classes(classes, reading) for view, reading in _VIEWS.items()}
    for name, entry in data.items():
        _check(name, entry)
        view = entry.get("view", "plain")
        kinds[name] = Kind(entry.get("negation") == "keep", frozenset(entry["labels"]) if "labels" in entry else None)
        named = [(name, entry["phrases"]), (name + _UNLESS, entry.get("not", ()))]
        phrases.extend(Phrase(source, tag, known[view], _VIEWS[view]) for tag, sources in named for source in sources)
    machines = {
        view: Machine((p for p in phrases if p.reading is reading), reading) for view, reading in _VIEWS.items()
    }
    return Lexicon(kinds, tuple(phrases), machines["plain"], machines["said"])


def _classes(classes: Mapping[str, Sequence[str]], reading: Reading) -> Mapping[str, WordClass]:
    return {name: WordClass.of(members, reading) for name, members in classes.items()}


def _check(name: str, entry: Mapping[str, Any]) -> None:
    unknown = sorted(set(entry) - _KEYS)
    odd = sorted(set(entry.get("labels", ())) - set(LABELS))
    if name not in SIGNALS or unknown or odd or "phrases" not in entry:
        raise ConfigError(
            "E-LEX-002",
            f"The lexicon file {name}.toml is no kind of signal, or lacks phrases, or knows no {unknown + odd}.",
            "Kinds are those of core.facts.SIGNALS; keys are phrases, not, negation and labels.",
        )
    if entry.get("negation", "drop") not in ("keep", "drop"):
        raise ConfigError(
            "E-LEX-003",
            f"The lexicon file {name}.toml says negation = {entry['negation']!r}.",
            'Write negation = "keep" or "drop".',
        )
    if entry.get("view", "plain") not in _VIEWS:
        raise ConfigError(
            "E-LEX-004",
            f"The lexicon file {name}.toml says view = {entry['view']!r}.",
            'Write view = "plain" or "said".',
        )


def signals(document: Document, labels: Sequence[LabelledSentence]) -> dict[str, tuple[Signal, ...]]:
    """Every signal of a story by kind, in text order. Finds of one kind never overlap."""
    book = lexicon()
    found: dict[str, list[Signal]] = {name: [] for name in book.kinds}
    for number, sentence in enumerate(document.sentences):
        label = labels[number].label if number < len(labels) else "other"
        for name, start, end in _finds(document.quote(sentence.span)):
            counted, mine = book.kinds[name].labels, found[name]
            span = Span(sentence.span.start + start, sentence.span.start + end)
            if (counted is None or label in counted) and not (mine and mine[-1].span.overlaps(span)):
                mine.append(Signal(name, span, number))
    return {name: tuple(finds) for name, finds in found.items() if finds}


@kept
def _finds(sentence: str) -> tuple[tuple[str, int, int], ...]:
    """The finds of one sentence with their places in it, in order, without those that are cancelled or denied."""
    book = lexicon()
    found = [*_matched(book, book.plain, plain(sentence)), *_matched(book, book.said, fluently(sentence))]
    return tuple(sorted(found, key=lambda find: find[1]))


def _matched(book: Lexicon, machine: Machine, words: Sequence[Token]) -> Iterator[tuple[str, int, int]]:
    kept: list[tuple[int, int, str]] = []
    unless: dict[str, list[tuple[int, int]]] = {}
    for place, end, name in machine.find([token.word for token in words]):
        if name.endswith(_UNLESS):
            unless.setdefault(name.removesuffix(_UNLESS), []).append((place, end))
        elif book.kinds[name].keep_negated or not _negated(words, place):
            kept.append((place, end, name))
    for place, end, name in kept:
        if name not in unless or not any(place < after and before < end for before, after in unless[name]):
            yield name, words[place].start, words[end - 1].end


def _negated(words: Sequence[Token], place: int) -> bool:
    for at in range(max(0, place - _NEGATION_REACH), place):
        if words[at].word in _NEGATIONS and words[at + 1].word not in _NO_DENIAL:
            return True
    return False
