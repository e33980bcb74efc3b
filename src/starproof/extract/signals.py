"""Signals: the words of a story that show who acted, what was decided, what lasted.

Each kind of ``core.facts.SIGNALS`` has one file ``lexicon/<kind>.toml`` with its phrases; one pass over the words
of the story finds them all. Rules decide what a signal means.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

from starproof.core.document import Document, Label, LabelledSentence
from starproof.core.facts import SIGNALS, Signal
from starproof.core.text import Span
from starproof.errors import ConfigError
from starproof.extract.phrases import Index, Pattern, compile_phrase
from starproof.extract.tokens import Token, tokens

_NEGATIONS = frozenset(["not", "never", "no", "nobody", "without", "none", "cannot", "neither", "nor"])
_NEGATION_REACH = 3
"""How many words a negation may stand before what it denies."""
_KEYS = frozenset(["phrases", "not", "negation", "labels"])


@dataclass(frozen=True, slots=True)
class Kind:
    """How finds of one kind are kept or dropped."""

    keep_negated: bool
    labels: frozenset[Label] | None


@dataclass(frozen=True, slots=True)
class Lexicon:
    """All phrases of all kinds, ready to match. ``unless`` holds those that cancel a find."""

    kinds: Mapping[str, Kind]
    phrases: Index
    unless: Index


@cache
def lexicon() -> Lexicon:
    """The packaged phrases.

    Raises:
        ConfigError: when a file has an unknown key or kind, or a phrase that cannot be read.
    """
    folder = files("starproof.extract") / "lexicon"
    classes = tomllib.loads((folder / "classes.toml").read_text(encoding="utf-8"))
    kinds: dict[str, Kind] = {}
    phrases: list[Pattern] = []
    unless: list[Pattern] = []
    for entry in sorted(folder.iterdir(), key=lambda entry: entry.name):
        name = entry.name.removesuffix(".toml")
        if name == "classes" or name == entry.name:
            continue
        data = tomllib.loads(entry.read_text(encoding="utf-8"))
        _check(name, data)
        kinds[name] = Kind(data.get("negation") == "keep", frozenset(data["labels"]) if "labels" in data else None)
        phrases.extend(compile_phrase(p, name=name, classes=classes) for p in data["phrases"])
        unless.extend(compile_phrase(p, name=name, classes=classes) for p in data.get("not", ()))
    return Lexicon(kinds, Index(phrases), Index(unless))


def _check(name: str, data: Mapping[str, Any]) -> None:
    unknown = sorted(set(data) - _KEYS)
    if name not in SIGNALS or unknown or data.get("negation", "drop") not in ("keep", "drop"):
        raise ConfigError(
            "E-LEX-002",
            f"The lexicon file {name}.toml is no kind of signal, or has the unknown keys {unknown}.",
            "Kinds are those of core.facts.SIGNALS; keys are phrases, not, negation (keep or drop), labels.",
        )


def signals(document: Document, labels: Sequence[LabelledSentence]) -> dict[str, tuple[Signal, ...]]:
    """Every signal of a story by kind, in text order. Finds of one kind never overlap."""
    book = lexicon()
    found: dict[str, list[Signal]] = {name: [] for name in book.kinds}
    for number, sentence in enumerate(document.sentences):
        words = list(tokens(document.text, sentence.span.start, sentence.span.end))
        label = labels[number].label if number < len(labels) else "other"
        cancelled = _cancelled(book, words)
        for name, span in _finds(book, words, label):
            mine = found[name]
            if mine and mine[-1].span.overlaps(span):
                continue
            if any(span.overlaps(other) for other in cancelled.get(name, ())):
                continue
            mine.append(Signal(name, span, number))
    return {name: tuple(finds) for name, finds in found.items() if finds}


def _finds(book: Lexicon, words: Sequence[Token], label: Label) -> Iterator[tuple[str, Span]]:
    for place, token in enumerate(words):
        best: dict[str, int] = {}
        for pattern in book.phrases.starting(token.word):
            end = pattern.ends(words, place, len(words))
            if end is not None and end > best.get(pattern.name, place):
                best[pattern.name] = end
        for name, end in best.items():
            kind = book.kinds[name]
            if kind.labels is not None and label not in kind.labels:
                continue
            if kind.keep_negated or not _negated(words, place):
                yield name, Span(token.start, words[end - 1].end)


def _negated(words: Sequence[Token], place: int) -> bool:
    before = (token.word for token in words[max(0, place - _NEGATION_REACH) : place])
    return any(word in _NEGATIONS or word.endswith("n't") for word in before)


def _cancelled(book: Lexicon, words: Sequence[Token]) -> dict[str, list[Span]]:
    spans: dict[str, list[Span]] = {}
    for place, token in enumerate(words):
        for pattern in book.unless.starting(token.word):
            end = pattern.ends(words, place, len(words))
            if end is not None:
                spans.setdefault(pattern.name, []).append(Span(token.start, words[end - 1].end))
    return spans
