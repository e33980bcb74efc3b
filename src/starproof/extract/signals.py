"""Signals: the words of a story that show who acted, what was decided, what lasted.

Each kind of ``core.facts.SIGNALS`` has one file ``lexicon/<kind>.toml``:

- ``phrases``, written as the module ``phrases`` says
- ``not``: phrases that look like it and are not; a find that touches one is dropped
- ``negation``: ``keep`` where "never" or "no" before the words changes nothing, ``drop`` (the default) where it does
- ``unreal``: ``drop`` where "if" or "could have" before the words makes them something that never happened, ``keep``
  (the default) where it does not
- ``labels``: the sections in which finds count; all where left out
- ``view``: ``said`` where the phrases are matched on the words as they were said, ``plain`` (the default) where on what
  they say, whoever says it

A find that runs over into the next main clause is none. One pass over the words of each view finds them all. Rules
decide what a signal means.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from itertools import pairwise
from typing import Any

from starproof.core.document import LABELS, Document, Label, LabelledSentence
from starproof.core.facts import SIGNALS, Signal
from starproof.core.keeping import kept
from starproof.core.text import Span
from starproof.errors import ConfigError
from starproof.extract.phrasing.machine import Machine
from starproof.extract.phrasing.phrases import PLAIN, SAID, Phrase, Reading, WordClass
from starproof.extract.text.wording import may_be_past
from starproof.extract.text.words import ordered
from starproof.parse.forms import slips
from starproof.parse.plain import plain
from starproof.parse.signs import spelled_out
from starproof.parse.words import Token, fluently

_NEGATIONS = frozenset("not never no nobody without none cannot neither nor hardly".split(" "))
_NO_DENIAL = frozenset("only just merely because".split(" "))
"""After "not", these say that there is more, not that there is none."""
_NEGATION_REACH = 3
"""How many words a negation may stand before what it denies."""
_IF = frozenset(["if", "unless", "whether"])
_IF_REACH = 12
"""How many words after "if" the condition and what follows from it may stand."""
_NOT_IF = frozenset(["even", "as", "ask", "asked"])
"""Before "if", these say that it happened, or that somebody asked."""
_MODALS = frozenset("would could should might i'd we'd you'd he'd she'd they'd it'd".split(" "))
_MODAL_REACH = 3
_STOPS = frozenset(";!?")
_JOINING = frozenset("and but so or because which though while".split(" "))
_SUBJECTS = frozenset("i we he she they it you that this".split(" "))
_TELLERS = frozenset(["i", "we"])
"""Whose present may be a slip; of others a story rather tells what they are like."""
_OTHERS = frozenset(["he", "she", "it"])
"""Behind these, "have to" is a slip in any case."""
_ALWAYS = frozenset("now every each always usually if when whenever before can never no again should".split())
_HANGING = frozenset(["that", "what"])
"""Before the subject, these hang what it does on something else: "the orders that I drop"."""
_STEPS = frozenset([",", ";", ":"])
"""Marks at which another step of the telling begins."""
_KEYS = frozenset(["phrases", "not", "negation", "unreal", "labels", "view"])
_VIEWS: Mapping[str, Reading] = {"plain": PLAIN, "said": SAID}
_UNLESS = "!"
"""Marks, inside the machine, the name of a phrase that cancels finds of its kind."""
_ACROSS = "&"
"""Marks there the name of a phrase that names what joins two clauses, and so may run over."""


@dataclass(frozen=True, slots=True)
class Kind:
    """How finds of one kind are kept or dropped."""

    keep_negated: bool
    keep_unreal: bool
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
    return compiled(data, classes={**data.pop("classes"), "firm": ordered("led", "firm")})


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
        labels = frozenset(entry["labels"]) if "labels" in entry else None
        kinds[name] = Kind(entry.get("negation") == "keep", entry.get("unreal") != "drop", labels)
        named = [(_tag(name, source), source) for source in entry["phrases"]]
        named += [(name + _UNLESS, source) for source in entry.get("not", ())]
        phrases.extend(Phrase(source, tag, known[view], _VIEWS[view]) for tag, source in named)
    machines = {
        view: Machine((p for p in phrases if p.reading is reading), reading) for view, reading in _VIEWS.items()
    }
    return Lexicon(kinds, tuple(phrases), machines["plain"], machines["said"])


def _tag(name: str, source: str) -> str:
    joins = not _JOINING.isdisjoint(source.replace("(", " ").replace(")", " ").replace("|", " ").split())
    return name + _ACROSS if joins else name


def _classes(classes: Mapping[str, Sequence[str]], reading: Reading) -> Mapping[str, WordClass]:
    return {name: WordClass.of(members, reading) for name, members in classes.items()}


def _check(name: str, entry: Mapping[str, Any]) -> None:
    unknown = sorted(set(entry) - _KEYS)
    odd = sorted(set(entry.get("labels", ())) - set(LABELS))
    if name not in SIGNALS or unknown or odd or "phrases" not in entry:
        raise ConfigError(
            "E-LEX-002",
            f"The lexicon file {name}.toml is no kind of signal, or lacks phrases, or knows no {unknown + odd}.",
            "Kinds are those of core.facts.SIGNALS; keys are phrases, not, negation, unreal, labels and view.",
        )
    for key in ("negation", "unreal"):
        if entry.get(key, "drop") not in ("keep", "drop"):
            raise ConfigError(
                "E-LEX-003",
                f"The lexicon file {name}.toml says {key} = {entry[key]!r}.",
                f'Write {key} = "keep" or "drop".',
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
    words = spelled_out(plain(sentence), sentence)
    views = ((book.plain, words), (book.said, spelled_out(fluently(sentence), sentence)))
    found = [find for machine, said in views for find in _matched(book, machine, said, sentence)]
    found += (find for find in _slipped(book, words, sentence) if find not in found)
    return tuple(sorted(found, key=lambda find: find[1]))


def _slipped(book: Lexicon, words: Sequence[Token], sentence: str) -> Iterator[tuple[str, int, int]]:
    """What a sentence says where a present right after its subject means a past: "I call them the next day"."""
    pasts = slips()
    places = [at for at in range(1, len(words)) if words[at].word in pasts and words[at - 1].word in _TELLERS]
    places += [at for at in range(1, len(words) - 1) if words[at].word == "have" and words[at + 1].word == "to"]
    places = [at for at in places if _is_told(words, at) and not _always(words, at, sentence)]
    if not places or not any(may_be_past(token.word) for token in words):
        return
    told = list(words)
    for at in places:
        told[at] = told[at]._replace(word=pasts.get(told[at].word, "had"))
    for name, start, end in _matched(book, book.plain, told, sentence):
        if any(start <= told[at].start < end for at in places):
            yield name, start, end


def _is_told(words: Sequence[Token], at: int) -> bool:
    """Whether somebody stands right before a word who may have done it."""
    return words[at - 1].word in _TELLERS or (words[at].word == "have" and words[at - 1].word in _OTHERS)


def _always(words: Sequence[Token], at: int, sentence: str) -> bool:
    """Whether what is told at a place happens always, or might: "every week I drop one", "if we drop it"."""
    first = at - 1
    while first > max(0, at - 12) and sentence[words[first - 1].end : words[first].start].strip() not in _STEPS:
        first -= 1
    near = {token.word for token in words[first : at + 4]}
    return not _ALWAYS.isdisjoint(near) or words[at - 2].word in _HANGING


def _matched(book: Lexicon, machine: Machine, words: Sequence[Token], sentence: str) -> Iterator[tuple[str, int, int]]:
    kept: list[tuple[int, int, str]] = []
    unless: dict[str, list[tuple[int, int]]] = {}
    for place, end, name in machine.find([token.word for token in words]):
        if name.endswith(_UNLESS):
            unless.setdefault(name.removesuffix(_UNLESS), []).append((place, end))
        elif _holds(book.kinds[kind := name.removesuffix(_ACROSS)], words, place, end) and (
            kind != name or not _runs_over(words[place:end], sentence)
        ):
            kept.append((place, end, kind))
    for place, end, name in kept:
        if name not in unless or not any(place < after and before < end for before, after in unless[name]):
            yield name, words[place].start, words[end - 1].end


def _holds(kind: Kind, words: Sequence[Token], place: int, end: int) -> bool:
    """Whether words of this kind count as they stand here: neither denied nor unreal, where that matters."""
    if not kind.keep_negated and _negated(words, place):
        return False
    return kind.keep_unreal or not _unreal(words, place, end)


def _negated(words: Sequence[Token], place: int) -> bool:
    for at in range(max(0, place - _NEGATION_REACH), place):
        if words[at].word in _NEGATIONS and words[at + 1].word not in _NO_DENIAL:
            return True
    return False


def _unreal(words: Sequence[Token], place: int, end: int) -> bool:
    """Whether it never happened, or nobody knew yet: "if the other teams had used it", "it could have lasted"."""
    for at in range(max(0, place - _IF_REACH), place):
        if words[at].word in _IF and (at == 0 or words[at - 1].word not in _NOT_IF):
            return True
    before = range(max(0, place - _MODAL_REACH), place)
    modal = next((at for at in before if words[at].word in _MODALS), None)
    return modal is not None and any(token.word == "have" for token in words[modal + 1 : min(place + 2, end)])


def _runs_over(words: Sequence[Token], sentence: str) -> bool:
    """Whether these words run over into another main clause: "in the second, and we lost none"."""
    for at, (before, after) in enumerate(pairwise(words)):
        between = sentence[before.end : after.start]
        if not _STOPS.isdisjoint(between):
            return True
        if "," in between and after.word in _JOINING and at + 2 < len(words) and words[at + 2].word in _SUBJECTS:
            return True
    return False
