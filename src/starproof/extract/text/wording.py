"""How a text is worded: which language's small words it uses, and what its sentences say was, would or will be."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files
from itertools import groupby

from starproof.core.document import Document
from starproof.core.keeping import kept
from starproof.core.records import record
from starproof.core.text import Span
from starproof.extract.phrasing.machine import Machine
from starproof.extract.phrasing.phrases import Phrase
from starproof.parse.words import fluently, said

_NAMES = {
    "german": "German", "dutch": "Dutch", "french": "French", "spanish": "Spanish", "portuguese": "Portuguese",
    "italian": "Italian", "nordic": "a Nordic language", "polish": "Polish", "turkish": "Turkish",
    "indonesian": "Indonesian", "latin": "Latin",
}  # fmt: skip
_NO_VERB = frozenset(
    "need feed speed indeed seed embed exceed proceed hundred succeed breed bed red shed weed agreed".split(" ")
)
_NOT_YET = frozenset("would could should might will can must may to if won't wouldn't couldn't shall cannot".split(" "))
"""After these, a past form is not something that happened."""
_HELD = frozenset("is are be being get gets it's".split(" "))
"""Right after these, a form in -ed describes and does not tell."""
_PARTICIPLES = frozenset(
    "been begun chosen come done driven given gone grown known run seen shown spoken taken written".split(" ")
)
_HAVE = frozenset("have has had i've we've they've he's she's i'd we'd".split(" "))
_LEADS = frozenset(
    "then next first firstly finally lastly now afterwards and please step carefully gently slowly".split(" ")
)
"""Words before an order that change nothing of it."""
_LEADING = 4
_OWN = frozenset("i i'm i've i'd i'll me my mine myself we we're we've we'd we'll us our ours ourselves".split(" "))
_CONSONANTS = re.compile(r"[bcdfghjklmnpqrstvwxz]{5}")
_SAME = 3
"""As many of one letter in a row make no word."""


@record
class Tongue:
    """Words of a sentence: how many are English small words, how many each other language's, how many none's."""

    english: int
    others: tuple[int, ...]
    mashed: int


@record
class Line:
    """One sentence: its words in lower case, how many past forms it has, and how often it shows each mood."""

    span: Span
    words: tuple[str, ...]
    past: int
    marks: Mapping[str, int]
    tongue: Tongue

    def shows(self, kind: str) -> bool:
        """Whether the sentence shows this mood at all."""
        return self.marks.get(kind, 0) > 0

    @property
    def orders(self) -> bool:
        """Whether it begins as a step of a recipe, a manual or a checklist does."""
        opening = next((word for word in self.words[:_LEADING] if not (word in _LEADS or word.isdecimal())), "")
        return opening in _book().orders

    @property
    def own(self) -> bool:
        """Whether somebody speaks of themselves in it."""
        return not _OWN.isdisjoint(self.words)


@dataclass(frozen=True, slots=True)
class _Book:
    known: frozenset[str]
    """English small words and pasts."""
    others: Mapping[str, frozenset[str]]
    past: frozenset[str]
    orders: frozenset[str]
    machine: Machine


@cache
def _book() -> _Book:
    data = tomllib.loads((files("starproof.extract.text") / "wording.toml").read_text(encoding="utf-8"))
    lists = {name: frozenset(words.split()) for name, words in data["words"].items()}
    english, past, orders = lists.pop("english"), lists.pop("past"), lists.pop("order")
    phrases = [Phrase(source, name, {}) for name, sources in data["phrases"].items() for source in sources]
    others = {name: words - english for name, words in lists.items()}
    return _Book(english | past, others, past, orders, Machine(phrases))


def languages(lines: Sequence[Line]) -> tuple[float, float, str]:
    """Share of English small words, and share and name of the other language with most small words of its own."""
    total = sum(len(line.words) for line in lines)
    if not total:
        return 0.0, 0.0, ""
    counts = dict(zip(_book().others, map(sum, zip(*(line.tongue.others for line in lines), strict=True)), strict=True))
    name = max(counts, key=lambda name: counts[name])
    return sum(line.tongue.english for line in lines) / total, counts[name] / total, _NAMES[name]


def mashed(lines: Sequence[Line]) -> float:
    """Share of words that no language has: no vowel, five consonants or three equal letters in a row."""
    total = sum(len(line.words) for line in lines)
    return sum(line.tongue.mashed for line in lines) / total if total else 0.0


def _tongue(words: Sequence[str]) -> Tongue:
    heard = [_heard(word) for word in words]
    others = [0] * len(_book().others)
    for _, small, _ in heard:
        for place in small:
            others[place] += 1
    return Tongue(sum([known for known, _, _ in heard]), tuple(others), sum([odd for _, _, odd in heard]))


@lru_cache(maxsize=8192)
def _heard(word: str) -> tuple[bool, tuple[int, ...], bool]:
    """Whether a word is an English small word, which other languages' small words it is, and whether no word at all."""
    book = _book()
    small = [place for place, words in enumerate(book.others.values()) if word in words]
    return word in book.known, tuple(small), _odd(word)


def _odd(word: str) -> bool:
    if len(word) < 3 or not word.isalpha() or not word.isascii():
        return False
    if not any(vowel in word for vowel in "aeiouy") or _CONSONANTS.search(word):
        return True
    if any(word[at] == "q" and word[at + 1] != "u" for at in range(len(word) - 1)):
        return True
    return any(len(list(run)) >= _SAME for _, run in groupby(word))


def read_lines(document: Document) -> tuple[Line, ...]:
    """The sentences of a document with what they show."""
    return tuple([Line(sentence.span, *_line(document.quote(sentence.span))) for sentence in document.sentences])


@kept
def _line(sentence: str) -> tuple[tuple[str, ...], int, Mapping[str, int], Tongue]:
    """A sentence's words, how many are past forms, how often each kind of words stands in it, and its language."""
    words = [token.word for token in fluently(sentence)]
    marks: dict[str, int] = {}
    last: dict[str, int] = {}
    for place, end, name in _book().machine.find(words):
        if place >= last.get(name, 0):
            marks[name] = marks.get(name, 0) + 1
            last[name] = end
    if "told" in marks and "instruction" in marks:
        del marks["instruction"]
    past = sum([_is_past(words, at) for at in range(1, len(words)) if may_be_past(words[at])])
    all_words = tuple([token.word for token in said(sentence)])
    return all_words, past, marks, _tongue(all_words)


def _is_past(words: Sequence[str], at: int) -> bool:
    """Whether a form tells what happened, given that it may."""
    word = words[at]
    before = words[max(0, at - 3) : at]
    if any(other in _NOT_YET or other.endswith(("'ll", "'d")) for other in before):
        return False
    if word in _PARTICIPLES:
        return any(other in _HAVE for other in before)
    return word in _book().past or before[-1] not in _HELD


@lru_cache(maxsize=8192)
def may_be_past(word: str) -> bool:
    """Whether a word is a past form."""
    return (
        word in _PARTICIPLES or word in _book().past or (word.endswith("ed") and len(word) > 3 and word not in _NO_VERB)
    )
