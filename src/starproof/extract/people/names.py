"""People and organisations that a story calls by name.

A capital letter alone says nothing; what stands around it does: "an analyst, Rui," or "Mrs Petrakis" is a person for
sure, "Rui refused" one unless the story elsewhere says "in Rui", which makes it a place; "at Larkspur Ltd" is an
organisation. Who is named beside somebody ("Rui and Amal") is a person too. There is no list of names, so every origin
is read alike. Speech without capitals has no names that could be told.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from starproof.core.document import Document
from starproof.core.facts import Name, NameKind
from starproof.core.keeping import kept
from starproof.core.records import record
from starproof.core.text import Span
from starproof.extract.people.names_person import AHEAD, CALLINGS, NEVER, REACH, TITLES, UNITS, Weight, is_title, person
from starproof.extract.people.names_told import HONOUR
from starproof.extract.people.places import is_place_or_body
from starproof.extract.people.pronouns import taken_up
from starproof.extract.people.tied import goes_on, heads, is_tied
from starproof.parse.words import CAPITAL, SMALL

_NAME = re.compile(rf"[{CAPITAL}](?:[{SMALL}]+)(?:['’-][{CAPITAL}][{SMALL}]+)*(?:-{HONOUR})?")
_WORD = re.compile(
    rf"[{CAPITAL}][{SMALL}]+(?=['’]s\b)|(?<=[{SMALL}])['’]s\b|"
    r"[^\W\d_]+(?:['’-][^\W\d_]+)*|[.,;:!?()“”\"]|(?<!\S)[-–—+&](?!\S)"
)
"""A word, of a name without its "'s", which is one of its own; or a mark."""
_AND = frozenset(["and", "+", "&"])
_DASHES = frozenset("–—")
"""Where a comma might stand; "-" in notes begins another one."""
_LOWER = re.compile(r"\b[a-zß-öø-ÿā-ž]{2,}")
_PLAIN = ("s", "ing", "ed", "ly", "ment", "ship", "ion", "ity", "ness", "ance", "body", "one")
"""How plain words end that begin many a sentence: "Nurses", "Nothing", "Management"."""
OFTEN = 2
"""Sentences that a name has to begin to be one where it stands nowhere else and nothing makes it sure."""
_TRADING = frozenset("client customer employer vendor supplier".split(" "))
_LEGAL = frozenset(
    "Inc Ltd GmbH LLC Corp Corporation Group Labs AG Bank Airlines Holdings Systems SA BV AB Oy".split(" ")
)


@dataclass(frozen=True, slots=True)
class _Said:
    """One mention of a name: its words, its place in the sentence, and what its surroundings make of it."""

    words: str
    place: int
    kind: NameKind
    weight: Weight


@record
class _Sentence:
    """What one sentence says of names."""

    said: tuple[_Said, ...]
    capitals: frozenset[str]
    """Words with a capital of their own."""
    opening: tuple[str, ...]
    """The name of one word that begins it, if one does."""
    pairs: tuple[tuple[str, int, str, int], ...]
    """Two names joined by "and", each with its place."""
    alone: tuple[str, int] | None
    """The one name that it tells of, with its place, where it tells of nobody else."""
    goes_on: bool
    """Whether it goes on with him or her of whom the sentence before tells."""


def names(document: Document) -> tuple[Name, ...]:
    """Each person and organisation by name, at its first mention as one."""
    found: dict[str, Name] = {}
    weights: dict[str, set[Weight]] = {}
    inside: set[str] = set()
    begins: Counter[str] = Counter()
    pairs: list[tuple[str, str, Span]] = []
    resumed: dict[str, list[Span]] = {}
    last: tuple[str, Span] | None = None
    for sentence in document.sentences:
        at, read = sentence.span.start, _read(document.quote(sentence.span))
        for one in read.said:
            weights.setdefault(one.words, set()).add(one.weight)
            if one.weight != "place":
                found.setdefault(one.words, Name(_span(at, one.place, one.words), one.kind))
        if last is not None and read.goes_on:
            resumed.setdefault(last[0], []).append(last[1])
        last = (read.alone[0], _span(at, read.alone[1], read.alone[0])) if read.alone else None
        inside.update(read.capitals)
        begins.update(read.opening)
        for left, here, right, there in read.pairs:
            pairs += [(left, right, _span(at, there, right)), (right, left, _span(at, here, left))]
    for words, spans in resumed.items():
        if len(spans) >= OFTEN:
            weights.setdefault(words, set()).add("likely")
            found.setdefault(words, Name(spans[0], "person"))
    holding = [words for words in found if _holds(weights[words])]
    told = [words for words in holding if not inside.isdisjoint(_own_words(words))]
    sure = {words for words in holding if "sure" in weights[words] and not _steps_aside(document, found[words].span)}
    opening = [words for words in holding if words in sure or begins[words] >= OFTEN]
    found = {words: found[words] for words in {*told, *_begun(document, opening)}}
    for known, beside, span in pairs:
        if known in found and found[known].kind == "person" and beside not in weights:
            found.setdefault(beside, Name(span, "person"))
    return tuple(sorted(found.values(), key=lambda name: name.span))


def _own_words(name: str) -> list[str]:
    """The words of a name whose capital counts: the first, and those behind a title."""
    first, *rest = name.split()
    return [first, *rest] if first.lower() in TITLES else [first]


def _begun(document: Document, opening: Sequence[str]) -> list[str]:
    """Those of the names that begin sentences which never come in lower case, as a plain word would."""
    likely = [words for words in opening if not words.endswith(_PLAIN)]
    plain = set(_LOWER.findall(document.text)) if likely else set()
    return [words for words in likely if words.lower() not in plain]


def _steps_aside(document: Document, span: Span) -> bool:
    """Whether a comma parts a word from its sentence, as it parts an adverb too: "Twice, my lead said"."""
    behind = document.text[span.end : span.end + 5]
    return behind.startswith(",") and behind != ", who"


def _span(sentence: int, place: int, words: str) -> Span:
    return Span(sentence + place, sentence + place + len(words))


def _holds(weights: set[Weight]) -> bool:
    """Whether a name stays one: what is also a place is somebody only where that is sure."""
    return "sure" in weights or "place" not in weights


@kept
def _read(sentence: str) -> _Sentence:
    words = [(word.group(), word.start()) for word in _WORD.finditer(sentence)]
    plain = [word for word, _ in words]
    capitals = [n for n, word in enumerate(plain) if not "a" <= word[0] <= "z" and _NAME.fullmatch(word)]
    runs = tuple(_runs(plain, capitals))
    said = tuple(_named(sentence, words, runs))
    alone = words[runs[0][0]] if len(runs) == 1 and heads(plain, *runs[0]) else None
    opening = tuple(plain[0] for first, last in runs[:1] if first == last == 0 and plain[1:2] != [":"])
    inside = frozenset(_inside(plain, capitals))
    return _Sentence(said, inside, opening, tuple(_pairs(words, runs)), alone, goes_on(plain))


def _pairs(words: Sequence[tuple[str, int]], runs: Sequence[tuple[int, int]]) -> Iterator[tuple[str, int, str, int]]:
    """Names of one word that are joined by "and"."""
    for (first, last), (second, end) in pairwise(runs):
        if first == last and second == end == last + 2 and words[last + 1][0] in _AND:
            yield *words[first], *words[second]


def _inside(words: Sequence[str], capitals: Sequence[int]) -> list[str]:
    """Words with a capital that is not owed to the beginning of a sentence or of a quotation."""
    return [
        words[place] for place in capitals if place and (words[place - 1] not in '.!?:“"-' or _titled(words, place))
    ]


def _titled(words: Sequence[str], place: int) -> bool:
    return words[place - 1] == "." and is_title(words[place - 2 : place])


def _named(sentence: str, words: Sequence[tuple[str, int]], runs: Sequence[tuple[int, int]]) -> Iterator[_Said]:
    plain = ["," if word in _DASHES else "and" if word in _AND else "'s" if word == "’s" else word for word, _ in words]
    for first, last in runs:
        before = plain[max(0, first - REACH) : first]
        after = plain[last + 1 : last + 1 + AHEAD]
        titled = first < last and words[first][0].lower() in TITLES
        weight = "sure" if titled else person(words[last][0], before, after, alone=first == last)
        if weight is None and (taken_up(plain, first, last) or is_tied(words[last][0], before, after)):
            weight = "likely"
        start, end = words[first][1], words[last][1] + len(words[last][0])
        if first == last and is_place_or_body(before, after):
            yield _Said(sentence[start:end], start, "person", "place")
        elif words[last][0] in _LEGAL and first < last:
            yield _Said(sentence[start:end], start, "organisation", "sure")
        elif weight is not None:
            yield _Said(sentence[start:end], start, "person", weight)
        elif first == last and before[-1:] and before[-1].lower() in _TRADING and words[first][0][-1:] != "s":
            yield _Said(sentence[start:end], start, "organisation", "likely")


def _may_name(word: str) -> bool:
    """Whether a capitalised word may be a name: neither a department's nor a trade's, such as "Radiology"."""
    return word not in NEVER and not word.endswith("ology")


def _runs(words: Sequence[str], capitals: Sequence[int]) -> Iterator[tuple[int, int]]:
    """First and last place of one or two capitalised words in a row; a longer row is as often a title or a product."""
    capital = set(capitals)
    names = {place for place in capitals if _may_name(words[place]) and words[place].lower() not in CALLINGS}
    taken = capital | {n for n, word in enumerate(words) if word[:1].isupper() and word.lower() not in TITLES}
    goes_on = taken - (capital - names)
    units = {place for place in capitals if words[place] in UNITS}
    for place in sorted(names - {unit + 1 for unit in units}):
        last = place + 1 if place + 1 in names else place
        if place - 1 not in goes_on and last + 1 not in taken:
            yield place, last
